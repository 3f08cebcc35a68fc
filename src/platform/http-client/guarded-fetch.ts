import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import { remainingMs } from '../deadline/request-context.js';
import { Settings } from '../config/settings.js';
import { guardedRequest } from './guarded-request.js';
import { faultOfUrl } from './outgoing-target.js';

export interface GuardedFetchInit {
  readonly method?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: unknown;
  /** Ends the call, also while its body comes. */
  readonly signal?: AbortSignal | undefined;
}

const MOST_BYTES = 512 * 1024;
const TIMEOUT_MS = 5_000;
/** What is left of a request to answer it when the call came to nothing. */
const RESERVE_MS = 500;
/** Of the error when a call is not made. */
export const FORBIDDEN_URL = 'FORBIDDEN_URL';
/** An answer of these has no body, not even an empty one. */
const BODILESS = new Set([204, 205, 304]);

/**
 * `fetch` for libraries that call addresses which a partner chose: no redirect is followed, no private address is connected
 * to, and an answer has come as a whole within 5 s, and within the request that waits for it, or not at all.
 */
@Injectable()
export class GuardedFetch {
  constructor(private readonly settings: Settings) {}

  readonly fetch = async (url: string, init: GuardedFetchInit = {}): Promise<Response> => {
    const policy = this.settings.outgoingUrls;
    const fault = faultOfUrl(url, policy);
    if (fault !== undefined)
      throw Object.assign(new Error(`the URL ${fault}`), { code: FORBIDDEN_URL });
    const timer = AbortSignal.timeout(
      Math.max(0, remainingMs(TIMEOUT_MS + RESERVE_MS) - RESERVE_MS),
    );
    const signal = init.signal ? AbortSignal.any([init.signal, timer]) : timer;
    const body = textOf(init.body);
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const headers = {
        ...init.headers,
        ...(body && { 'content-length': Buffer.byteLength(body) }),
      };
      const request = guardedRequest(
        url,
        { method: init.method ?? 'GET', headers, signal },
        policy,
      );
      request.on('error', reject).on('response', resolve).end(body);
    });
    return responseOf(answer, await bytesOf(answer));
  };
}

/** Texts and forms are all that is sent. */
function textOf(body: unknown): string | undefined {
  if (body === undefined || body === null) return undefined;
  if (typeof body === 'string') return body;
  if (body instanceof URLSearchParams) return body.toString();
  throw new TypeError('only text and forms can be sent');
}

async function bytesOf(answer: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new Error(`the answer is longer than ${MOST_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function responseOf({ statusCode = 0, headers }: IncomingMessage, bytes: Buffer): Response {
  const sent = Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, one]),
  );
  const body = BODILESS.has(statusCode) ? null : new Uint8Array(bytes);
  return new Response(body, { status: statusCode, headers: sent });
}
