import type { FastifyRequest } from 'fastify';
import type { AdminAnswer, Problem } from './problem.js';

export interface AdminCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/admin/v1/`. */
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What makes the inner request that of the same person in the same browser. */
const PASSED_ON = ['cookie', 'user-agent', 'accept-language'] as const;

/** Of an answer that no handler made. */
const NO_WORDS = { code: '' };

/**
 * Calls the administration API in this process, with the session of the page's request (ADR 0027). So what a screen may do,
 * is validated, audited and limited as for every other caller.
 */
export async function callAdmin<T>(
  request: FastifyRequest,
  call: AdminCall,
): Promise<AdminAnswer<T>> {
  const { headers: own, server, clientAddress } = request;
  const passed = PASSED_ON.flatMap((name) => (own[name] === undefined ? [] : [[name, own[name]]]));
  const isJson = call.body !== undefined && !Buffer.isBuffer(call.body);
  const {
    statusCode: status,
    body,
    headers,
  } = await server.inject({
    method: call.method,
    url: `/admin/v1/${call.path}`,
    headers: {
      ...Object.fromEntries(passed),
      'sec-fetch-site': 'same-origin',
      'x-request-id': request.id,
      ...(call.body !== undefined && {
        'content-type': isJson ? 'application/json' : 'application/octet-stream',
      }),
      ...call.headers,
    },
    remoteAddress: clientAddress,
    ...(call.body !== undefined && {
      payload: isJson ? JSON.stringify(call.body) : (call.body as Buffer),
    }),
  });
  const shown = readBody(body);
  return status < 400
    ? {
        ok: true,
        status,
        body: shown as T,
        tag: String(headers['etag'] ?? ''),
        cookies: [headers['set-cookie'] ?? []].flat(),
      }
    : { ok: false, problem: { ...NO_WORDS, ...(shown as Partial<Problem>), status } };
}

/** JSON, or a text as it is (CSV). */
function readBody(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
