import { GatehouseError } from './errors.js';
import { keepEtag } from './etags.js';
import type { Answer } from './options.js';
import { readError } from './read-error.js';

export interface Attempt {
  readonly method: string;
  /** As it was asked for, without values and query. */
  readonly path: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: BodyInit | undefined;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
}

/** Sends a request once. @throws GatehouseError, or the reason of the caller's signal */
export async function sendOnce<T>(
  fetch: typeof globalThis.fetch,
  attempt: Attempt,
): Promise<Answer<T>> {
  const { method, path, signal } = attempt;
  const { response, body } = await exchange(fetch, attempt).catch((cause: unknown) => {
    signal?.throwIfAborted();
    throw cause instanceof GatehouseError ? cause : lost(attempt, cause);
  });
  if (!response.ok) throw readError({ method, path, response, body });
  keepEtag(body, response.headers);
  return { status: response.status, headers: response.headers, body: body as T };
}

/** The time counts until the last byte of the answer. */
async function exchange(fetch: typeof globalThis.fetch, attempt: Attempt) {
  const { method, url, headers, body, signal, timeoutMs } = attempt;
  const controller = new AbortController();
  const abort = () => controller.abort(signal?.reason);
  signal?.throwIfAborted();
  signal?.addEventListener('abort', abort, { once: true });
  const timer = setTimeout(() => controller.abort(timedOut(attempt)), timeoutMs);
  try {
    // A key must not follow to wherever an answer points to.
    const init = { method, headers, signal: controller.signal, redirect: 'manual' } as const;
    const response = await fetch(url, body === undefined ? init : { ...init, body });
    return { response, body: await read(response) };
  } catch (error) {
    throw controller.signal.aborted ? controller.signal.reason : error;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}

async function read(response: Response): Promise<unknown> {
  const type = response.headers.get('content-type') ?? '';
  if (/^(?:image|application\/(?:pdf|octet-stream|vnd|zip))/.test(type)) return response.blob();
  const text = await response.text();
  if (text === '') return undefined;
  return /[/+]json\b/.test(type) ? parse(text) : text;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const lost = ({ method, path }: Attempt, cause: unknown): GatehouseError =>
  new GatehouseError({
    code: 'client.connection-lost',
    detail: 'The service could not be reached, or the connection ended before its answer',
    method,
    path,
    cause,
  });

const timedOut = ({ method, path, timeoutMs }: Attempt): GatehouseError =>
  new GatehouseError({
    code: 'client.timed-out',
    detail: `The service did not answer within ${timeoutMs} ms`,
    method,
    path,
  });
