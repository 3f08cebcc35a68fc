import type { JsonOutcome, JsonResponse } from '../platform/http-client/json-client.js';
import { readAnswer, type RetryableAnswer } from './retryable-answer.js';
import { readEnvelope } from './validate-envelope.js';

/** Every outcome of a call of the booking API, one member per class of W-63. */
export type PatchAnswer =
  | { readonly kind: 'done'; readonly status: number }
  | { readonly kind: 'unknown' | 'refused'; readonly status: number; readonly key?: string }
  | RetryableAnswer;

/** The status decides; a body is read for the key of a refusal only. */
export const readPatchAnswer = (outcome: JsonOutcome): PatchAnswer =>
  readAnswer(outcome, decidedAnswer);

function decidedAnswer({ status, body }: JsonResponse): PatchAnswer {
  if (status < 300) return { kind: 'done', status };
  const { key } = readEnvelope(body);
  const kind = status === 404 ? 'unknown' : 'refused';
  return { kind, status, ...(key !== undefined && { key }) };
}
