import { readRetryAfter } from '../platform/http/retry-after.js';
import type { JsonOutcome } from '../platform/http-client/json-client.js';
import { isTransient } from './validate-answer.js';
import { readEnvelope } from './validate-envelope.js';

/** Every outcome of a call of the booking API, one member per class of W-63. */
export type PatchAnswer =
  | { readonly kind: 'done'; readonly status: number }
  /** Wellhub is silent, so the call was not made: it counts as no try. */
  | { readonly kind: 'not-sent'; readonly status?: undefined }
  /** No call could be made with what is stored: it is about our credentials. */
  | { readonly kind: 'unusable'; readonly status?: undefined }
  | {
      readonly kind: 'again';
      /** Absent when nothing was received. */
      readonly status?: number;
      readonly retryAfterSeconds?: number;
    }
  | { readonly kind: 'unknown' | 'refused'; readonly status: number; readonly key?: string };

/** The status decides; a body is read for the key of a refusal only. */
export function readPatchAnswer(outcome: JsonOutcome): PatchAnswer {
  if (!outcome.received) return unanswered(outcome);
  const { status, headers, body } = outcome.response;
  if (isTransient(status) || status === 401 || status === 403) {
    const retryAfterSeconds = readRetryAfter(headers['retry-after']);
    return { kind: 'again', status, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) };
  }
  if (status < 300) return { kind: 'done', status };
  const { key } = readEnvelope(body);
  const kind = status === 404 ? 'unknown' : 'refused';
  return { kind, status, ...(key !== undefined && { key }) };
}

function unanswered({ cause, status }: Extract<JsonOutcome, { received: false }>): PatchAnswer {
  if (cause === 'breaker') return { kind: 'not-sent' };
  if (cause === 'unsendable') return { kind: 'unusable' };
  return { kind: 'again', ...(status !== undefined && { status }) };
}
