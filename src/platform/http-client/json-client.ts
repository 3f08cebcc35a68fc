import { validateHeaderValue, type IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { HttpService } from '@nestjs/axios';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import axios, { AxiosError } from 'axios';
import { observedTransport, type Connection } from './observed-transport.js';
import { outgoingHttp } from './outgoing-http.js';
import { outgoingStep } from './outgoing-step.js';

/** Bodies above this are not read: the status alone decides then. */
const MAX_RESPONSE_BYTES = 64 * 1024;

export interface JsonRequest {
  /** What is called, for traces: a name, no address. */
  readonly call?: string;
  readonly method?: 'GET' | 'POST' | 'PATCH';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Absent: the call has none. */
  readonly body?: unknown;
  /** How much of an answer is read; 64 KiB. */
  readonly maxResponseBytes?: number;
  /** For the whole call, from the name look-up to the last byte of the answer. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  /** The other side took a new connection for this call. */
  readonly onConnect?: () => void;
}

export type JsonOutcome =
  | { readonly received: true; readonly response: JsonResponse }
  | {
      readonly received: false;
      readonly cause: 'timeout' | 'network';
      readonly status: number | undefined;
      /** Whether the call ever had a connection to the other side. */
      readonly connected: boolean;
    }
  /** Not made, because the breaker is open. */
  | { readonly received: false; readonly cause: 'breaker'; readonly status?: undefined }
  /** The request could not be written: its own content is at fault, not the other side. */
  | { readonly received: false; readonly cause: 'unsendable'; readonly status?: undefined };

export interface JsonResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/**
 * Sends JSON with exactly the given headers (plus what HTTP itself needs), over kept-alive sockets. Follows no
 * redirect, retries nothing, and returns every failure as a value: a silent second call would hide that the first one
 * got no answer (W-45).
 */
@Injectable()
export class JsonClient implements OnApplicationShutdown {
  constructor(private readonly http: HttpService = new HttpService(axios.create(outgoingHttp()))) {}

  async send(request: JsonRequest): Promise<JsonOutcome> {
    if (!isSendable(request)) return { received: false, cause: 'unsendable' };
    const step = outgoingStep(request.url, request.method ?? 'POST', request.call);
    const outcome = await this.exchange(request);
    step?.end(outcome.received ? outcome.response.status : outcome.cause);
    return outcome;
  }

  private async exchange(request: JsonRequest): Promise<JsonOutcome> {
    const stop = new AbortController();
    const abort = (): void => stop.abort();
    const timer = setTimeout(abort, request.timeoutMs);
    request.signal?.addEventListener('abort', abort, { once: true });
    if (request.signal?.aborted) abort();
    let status: number | undefined;
    let connected = false;
    const onConnection = (connection: Connection): void => {
      connected = true;
      if (connection === 'new') request.onConnect?.();
    };
    try {
      const response = await this.open(request, stop.signal, onConnection);
      status = response.status;
      const body = await textOf(response.data);
      const headers = response.headers as IncomingHttpHeaders;
      return { received: true, response: { status, headers, body } };
    } catch (error) {
      if (isRefusedByUs(error)) return { received: false, cause: 'unsendable' };
      const cause = stop.signal.aborted ? 'timeout' : 'network';
      return { received: false, cause, status, connected };
    } finally {
      clearTimeout(timer);
      request.signal?.removeEventListener('abort', abort);
    }
  }

  /** After every caller has let its calls end. */
  onApplicationShutdown(): void {
    this.close();
  }

  /** Lets go of idle sockets. */
  close(): void {
    const { httpAgent, httpsAgent } = this.http.axiosRef.defaults;
    httpAgent.destroy();
    httpsAgent.destroy();
  }

  private open(
    { method = 'POST', url, headers, body, maxResponseBytes }: JsonRequest,
    signal: AbortSignal,
    onConnection: (connection: Connection) => void,
  ) {
    return this.http.axiosRef.request<Readable>({
      method,
      url,
      ...(headers && { headers }),
      data: body,
      maxContentLength: maxResponseBytes ?? MAX_RESPONSE_BYTES,
      signal,
      transport: observedTransport(onConnection),
    });
  }
}

/** Checked by us: the library would leave out the characters of a header that cannot be sent. */
function isSendable({ url, headers = {} }: JsonRequest): boolean {
  try {
    for (const [name, value] of Object.entries(headers)) validateHeaderValue(name, value);
    return /^https?:$/.test(new URL(url).protocol);
  } catch {
    return false;
  }
}

/** The library's word for a body above `maxBodyLength`; statuses never throw. */
const isRefusedByUs = (error: unknown): boolean =>
  error instanceof AxiosError && error.code === AxiosError.ERR_BAD_REQUEST;

async function textOf(body: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) chunks.push(chunk);
  } catch (error) {
    if (error instanceof AxiosError && error.code === AxiosError.ERR_BAD_RESPONSE) return '';
    throw error;
  }
  return Buffer.concat(chunks).toString('utf8');
}
