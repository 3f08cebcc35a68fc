import type { ClientRequest, IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import { Settings } from '../../platform/config/settings.js';
import { guardedRequest } from '../../platform/http-client/guarded-request.js';
import { faultOfUrl } from '../../platform/http-client/outgoing-target.js';

/** The outcome of one exchange. `status` is absent when there was no answer; `error` is why the delivery failed. */
export interface Exchange {
  readonly status?: number;
  readonly error?: string;
  readonly retryAfter?: string;
}

export interface OutgoingRequest {
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** For the whole exchange: name, connection, TLS, request and the head of the answer (O-46). */
const TIMEOUT_MS = 5_000;
const MOST_BODY = 64 * 1024;

/**
 * One POST to a receiver: never follows a redirect, never interprets the body of the answer. With
 * `OUTGOING_URLS=public` the agent checks the address it is about to connect to (O-50).
 */
@Injectable()
export class WebhookSender {
  constructor(private readonly settings: Settings) {}

  send(request: OutgoingRequest): Promise<Exchange> {
    const fault = faultOfUrl(request.url, this.settings.outgoingUrls);
    if (fault !== undefined) return Promise.resolve({ error: `the URL ${fault}` });
    return new Promise((resolve) => {
      const outgoing = this.open(request);
      const timer = setTimeout(() => {
        resolve({ error: `no answer within ${TIMEOUT_MS} ms` });
        outgoing.destroy();
      }, TIMEOUT_MS);
      outgoing.on('error', (error) => resolve({ error: wordsFor(error) }));
      outgoing.on('response', (response) => {
        resolve(exchangeOf(response));
        discard(response);
      });
      outgoing.on('close', () => {
        clearTimeout(timer);
        resolve({ error: 'the connection was closed before an answer' });
      });
      outgoing.end(request.body);
    });
  }

  private open({ url, headers, body }: OutgoingRequest): ClientRequest {
    const options = {
      method: 'POST',
      headers: {
        ...headers,
        'Content-Length': Buffer.byteLength(body),
        'User-Agent': 'Gatehouse-Webhooks/1',
      },
    };
    return guardedRequest(url, options, this.settings.outgoingUrls);
  }
}

function exchangeOf({ statusCode = 0, headers }: IncomingMessage): Exchange {
  const good = statusCode >= 200 && statusCode < 300;
  return {
    status: statusCode,
    ...(!good && { error: `answered ${statusCode}` }),
    ...(headers['retry-after'] !== undefined && { retryAfter: headers['retry-after'] }),
  };
}

/** Drains the response body up to a limit, so that the connection can be used again. */
function discard(response: IncomingMessage): void {
  let size = 0;
  response.on('error', () => undefined);
  response.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > MOST_BODY) response.destroy();
  });
}

/** Codes and not messages: a message may repeat what the receiver or its name server wrote. */
function wordsFor(error: NodeJS.ErrnoException): string {
  if (/is not allowed/.test(error.message)) return 'the address is private, loopback or link-local';
  return error.code ?? 'the exchange failed';
}
