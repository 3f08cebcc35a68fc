import { Agent, request as requestHttp, type ClientRequest, type IncomingMessage } from 'node:http';
import { Agent as TlsAgent, request as requestHttps } from 'node:https';
import type { PartnerExchange, ReceivedAnswer, SentRequest } from './exchange.js';
import { transportFaultOf } from './transport-fault.js';

/** More than any answer of a partner has; the rest is not read. */
const MOST_BYTES = 256 * 1024;

/** Keeps one connection, so that a second call travels on the first one's. */
export type KeptConnection = Agent | TlsAgent;

export const keptConnection = (url: string): KeptConnection => {
  const options = { keepAlive: true, maxSockets: 1 };
  return url.startsWith('https:') ? new TlsAgent(options) : new Agent(options);
};

export interface CallOptions {
  /** All of it: connecting, answering, the last byte. */
  readonly timeoutMs: number;
  /** Without one every call has a connection of its own. */
  readonly connection?: KeptConnection | undefined;
}

/** Sends one request; follows no redirect, reads no flood, never throws: no answer is a result too. */
export async function exchange(sent: SentRequest, options: CallOptions): Promise<PartnerExchange> {
  const start = performance.now();
  const result = await answerOrFault(sent, options);
  return { sent, ...result, milliseconds: Math.round(performance.now() - start) };
}

type Result = Omit<PartnerExchange, 'sent' | 'milliseconds'>;

function answerOrFault(sent: SentRequest, options: CallOptions): Promise<Result> {
  return new Promise((resolve) => {
    let request: ClientRequest | undefined;
    const end = (result: Result) => {
      clearTimeout(timer);
      resolve(result);
      if (result.fault !== undefined) request?.destroy();
    };
    const detail = `nothing complete within ${options.timeoutMs / 1000} s`;
    const timer = setTimeout(() => end({ fault: 'timeout', detail }), options.timeoutMs);
    const fail = (error: unknown) => end(transportFaultOf(error));
    try {
      request = open(sent, options.connection);
      request.on('error', fail);
      request.on('response', (response) => {
        readAnswer(response).then(end, fail);
      });
      request.end(sent.body);
    } catch (error) {
      fail(error);
    }
  });
}

function open(sent: SentRequest, connection: KeptConnection | undefined): ClientRequest {
  const request = sent.url.startsWith('https:') ? requestHttps : requestHttp;
  const headers = sent.headers.flat();
  if (sent.body !== undefined) headers.push('Content-Length', String(Buffer.byteLength(sent.body)));
  headers.push('Host', new URL(sent.url).host);
  headers.push('Connection', connection === undefined ? 'close' : 'keep-alive');
  return request(sent.url, { method: sent.method, headers, agent: connection ?? false });
}

async function readAnswer(response: IncomingMessage): Promise<Result> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > MOST_BYTES)
      return { answer: answerOf(response, chunks), fault: 'too-large', detail: TOO_LARGE };
  }
  return { answer: answerOf(response, chunks) };
}

const TOO_LARGE = `more than ${MOST_BYTES / 1024} KiB; the rest was not read`;

function answerOf(response: IncomingMessage, chunks: readonly Buffer[]): ReceivedAnswer {
  const headers = Object.entries(response.headers).map(([name, value]) => [name, String(value)]);
  return {
    status: response.statusCode ?? 0,
    headers: Object.fromEntries(headers) as Record<string, string>,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}
