import { readRetryAfter } from '../platform/http/retry-after.js';
import type { JsonOutcome, JsonResponse } from '../platform/http-client/json-client.js';
import { readEnvelope } from './validate-envelope.js';

/** Why there was no definite answer; `breaker`: the breaker is open, so no call was made. */
export type UnreachableCause = 'timeout' | 'network' | 'status' | 'breaker';

/** Decides nothing about what the call was for: it is made again later. */
export type RetryableAnswer = {
  readonly status?: number;
  readonly key?: string;
  readonly retryAfterSeconds?: number;
} & (
  | { readonly kind: 'unreachable'; readonly cause: UnreachableCause }
  /** Without a status: no call could be made with the stored credentials, and `detail` names their fault. */
  | {
      readonly kind: 'credentials-refused';
      readonly detail?: string;
      readonly isUnreadable?: boolean;
    }
);

/** @param decide reads an answer that concerns the content of the call */
export function readAnswer<T>(
  outcome: JsonOutcome,
  decide: (response: JsonResponse) => T,
): T | RetryableAnswer {
  if (!outcome.received) return notReceived(outcome);
  const { response } = outcome;
  if (isTransient(response.status)) return unreachable(response);
  return response.status === 401 || response.status === 403
    ? credentialsRefused(response)
    : decide(response);
}

export const isRetryable = (answer: { readonly kind: string }): answer is RetryableAnswer =>
  answer.kind === 'unreachable' || answer.kind === 'credentials-refused';

/** Bad credentials never end a check-in, whatever the body contains (W-48). */
export function credentialsRefused({ status, headers, body }: JsonResponse): RetryableAnswer {
  const { key } = readEnvelope(body);
  const refusal = { kind: 'credentials-refused', status, ...retryAfterOf(headers) } as const;
  return key === undefined ? refusal : { ...refusal, key };
}

export const unreachable = ({ status, headers }: JsonResponse): RetryableAnswer => ({
  kind: 'unreachable',
  cause: 'status',
  status,
  ...retryAfterOf(headers),
});

/** Redirects are never followed: a token must not travel to a host that the contract does not name (W-54). */
const isTransient = (status: number): boolean =>
  status < 200 ||
  (status >= 300 && status < 400) ||
  status === 408 ||
  status === 429 ||
  status >= 500;

function notReceived(outcome: Extract<JsonOutcome, { received: false }>): RetryableAnswer {
  const { cause, status } = outcome;
  if (cause === 'unsendable') return { kind: 'credentials-refused' };
  return { kind: 'unreachable', cause, ...(status !== undefined && { status }) };
}

function retryAfterOf(headers: JsonResponse['headers']) {
  const retryAfterSeconds = readRetryAfter(headers['retry-after']);
  return retryAfterSeconds === undefined ? {} : { retryAfterSeconds };
}
