import type { ClientRequest, IncomingMessage } from 'node:http';
import { performance } from 'node:perf_hooks';
import { Injectable } from '@nestjs/common';
import { Settings } from '../../platform/config/settings.js';
import { currentSpan } from '../../platform/deadline/request-context.js';
import { guardedRequest } from '../../platform/http-client/guarded-request.js';
import { faultOfUrl } from '../../platform/http-client/outgoing-target.js';
import { readExcerpt, type AnswerExcerpt } from './answer-excerpt.js';

/** The outcome of one exchange. `status` is absent when there was no answer; `error` is why the delivery failed. */
export interface Exchange {
  readonly status?: number;
  readonly error?: string;
  readonly retryAfter?: string;
  /** Until the head of the answer came, or until it was clear that none would. */
  readonly durationMs?: number;
  readonly answer?: AnswerExcerpt;
}

export interface OutgoingRequest {
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body: string;
  /** Values of headers that must not be shown again. */
  readonly secrets: readonly string[];
}

/** For the whole exchange: name, connection, TLS, request and the head of the answer (O-46). */
const TIMEOUT_MS = 5_000;

/**
 * One POST to a receiver: never follows a redirect, never interprets the body of the answer, of which the beginning is
 * kept for people. With
 * `OUTGOING_URLS=public` the agent checks the address it is about to connect to (O-50).
 */
@Injectable()
export class WebhookSender {
  constructor(private readonly settings: Settings) {}

  send(request: OutgoingRequest): Promise<Exchange> {
    const fault = faultOfUrl(request.url, this.settings.outgoingUrls);
    if (fault !== undefined) return Promise.resolve({ error: `the URL ${fault}` });
    return this.exchange(request);
  }

  private exchange(request: OutgoingRequest): Promise<Exchange> {
    const started = performance.now();
    return new Promise((resolve) => {
      const outgoing = this.open(request);
      let head: Exchange | undefined;
      const end = (result: Exchange) => {
        head ??= { ...result, durationMs: Math.round(performance.now() - started) };
        return head;
      };
      const fail = (error: string) => !head && resolve(end({ error }));
      const timer = setTimeout(() => {
        fail(`no answer within ${TIMEOUT_MS} ms`);
        outgoing.destroy();
      }, TIMEOUT_MS);
      outgoing.on('error', (error) => fail(wordsFor(error)));
      outgoing.on('response', (response) => {
        const exchange = end(exchangeOf(response));
        void readExcerpt(response, request.secrets).then((answer) =>
          resolve({ ...exchange, ...(answer && { answer }) }),
        );
      });
      outgoing.on('close', () => {
        clearTimeout(timer);
        fail('the connection was closed before an answer');
      });
      outgoing.end(request.body);
    });
  }

  /** Only where the operator wants it: a receiver is another company. */
  private trace(): Record<string, string> {
    const { traceparent } = currentSpan() ?? {};
    const isWanted = traceparent !== undefined && this.settings.tracing?.tellsSubscribers;
    return isWanted ? { traceparent } : {};
  }

  private open({ url, headers, body }: OutgoingRequest): ClientRequest {
    const options = {
      method: 'POST',
      headers: { ...headers, ...this.trace(), 'Content-Length': Buffer.byteLength(body) },
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

/** Codes and not messages: a message may repeat what the receiver or its name server wrote. */
function wordsFor(error: NodeJS.ErrnoException): string {
  if (/is not allowed/.test(error.message)) return 'the address is private, loopback or link-local';
  return error.code ?? 'the exchange failed';
}
