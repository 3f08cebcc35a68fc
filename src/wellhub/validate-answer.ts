import type { JsonOutcome, JsonResponse } from '../platform/http-client/json-client.js';
import { kindOfKey, type KnownErrorKind } from './known-errors.js';
import { credentialsRefused, readAnswer, type RetryableAnswer } from './retryable-answer.js';
import { readEnvelope, type ValidateEnvelope, type WellhubProduct } from './validate-envelope.js';

/** Status and error key of Wellhub's answer; both are kept for the audit row of the transition (W-56). */
interface AnswerFacts {
  readonly status?: number;
  readonly key?: string;
}

/** Every outcome of one `validate` call, one member per row of table 5.3 (W-44). */
export type ValidateAnswer =
  | (AnswerFacts & {
      readonly kind: 'validated';
      readonly at: Date | undefined;
      readonly product?: WellhubProduct;
    })
  | (AnswerFacts & { readonly kind: KnownErrorKind | 'rejected' })
  | RetryableAnswer;

/** The status decides, the body is optional. */
export const readValidateAnswer = (outcome: JsonOutcome): ValidateAnswer =>
  readAnswer(outcome, decidedAnswer);

function decidedAnswer(response: JsonResponse): ValidateAnswer {
  const { status, body } = response;
  const envelope = readEnvelope(body);
  if (status < 300 && !envelope.reportsErrors) return validatedAnswer(status, envelope);
  const { key } = envelope;
  return key === undefined ? credentialsRefused(response) : { kind: kindOfKey(key), status, key };
}

function validatedAnswer(status: number, { at, product }: ValidateEnvelope): ValidateAnswer {
  const answer = { kind: 'validated', status, at } as const;
  return product === undefined ? answer : { ...answer, product };
}
