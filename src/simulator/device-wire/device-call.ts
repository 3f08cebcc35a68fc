import * as http from 'node:http';
import * as https from 'node:https';
import type { WireRequest } from './wire-request.js';

const MOST_BYTES = 1024 * 1024;

/** An answer with its headers and bytes as they came, for a check of both. */
export interface DeviceAnswer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface DeviceCall {
  /** Missing when none came in time. */
  readonly answer?: DeviceAnswer;
  readonly error?: 'timeout' | 'network';
  readonly milliseconds: number;
}

/** One request over a connection of its own. It follows no redirect and never throws: no answer is an outcome too. */
export async function callServer(
  address: string,
  request: WireRequest,
  timeoutMs: number,
): Promise<DeviceCall> {
  const start = performance.now();
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const answer = await send(`${address}${request.path}`, request, signal);
    return { answer, milliseconds: since(start) };
  } catch {
    return { error: signal.aborted ? 'timeout' : 'network', milliseconds: since(start) };
  }
}

const since = (start: number): number => Math.round(performance.now() - start);

function send(url: string, request: WireRequest, signal: AbortSignal): Promise<DeviceAnswer> {
  const { method, contentType, body } = request;
  const bytes = Buffer.from(body ?? '');
  const headers: Record<string, string | number> = { Accept: '*/*' };
  if (contentType !== undefined) headers['Content-Type'] = contentType;
  if (method !== 'GET' || bytes.length > 0) headers['Content-Length'] = bytes.length;
  const { request: open } = url.startsWith('https:') ? https : http;
  return new Promise((resolve, reject) => {
    const call = open(url, { method, headers, agent: false, signal }, (response) => {
      collect(response).then(resolve, reject);
    });
    call.on('error', reject);
    call.end(bytes);
  });
}

async function collect(response: http.IncomingMessage): Promise<DeviceAnswer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    parts.push(part);
    length += part.length;
    if (length > MOST_BYTES) throw new Error('the answer is too long');
  }
  const { statusCode = 0, headers } = response;
  return { status: statusCode, headers, body: Buffer.concat(parts) };
}
