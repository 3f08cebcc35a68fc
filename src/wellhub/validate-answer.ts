import { readRetryAfter } from '../platform/http/retry-after.js';
import { kindOfKey, type KnownErrorKind } from './known-errors.js';
import { readEnvelope, type ValidateEnvelope, type WellhubProduct } from './validate-envelope.js';

/** What Wellhub was seen to answer; both are kept for the audit row of the transition (W-56). */
interface AnswerFacts {
  readonly status?: number;
  readonly key?: string;
}

/** Why there was no definite answer; `breaker`: the breaker is open, so no call was made. */
export type UnreachableCause = 'timeout' | 'network' | 'status' | 'breaker';

/** Every outcome of one `validate` call, one member per row of table 5.3 (W-44). */
export type ValidateAnswer =
  | (AnswerFacts & {
      readonly kind: 'validated';
      readonly at: Date | undefined;
      readonly product?: WellhubProduct;
    })
  | (AnswerFacts & { readonly kind: KnownErrorKind | 'rejected' })
  /** Without a status: no call could be made with the stored credentials, and `detail` names their fault. */
  | (AnswerFacts & {
      readonly kind: 'credentials-refused';
      readonly detail?: string;
      readonly isUnreadable?: boolean;
    })
  | (AnswerFacts & {
      readonly kind: 'unreachable';
      readonly cause: UnreachableCause;
      readonly retryAfterSeconds?: number;
    });

/** Reads a received answer; the status decides, the body is optional. */
export function readAnswer(
  status: number,
  body: string,
  retryAfter: string | undefined,
): ValidateAnswer {
  if (isTransient(status)) return transientAnswer(status, retryAfter);
  const envelope = readEnvelope(body);
  const facts = envelope.key === undefined ? { status } : { status, key: envelope.key };
  // Bad credentials never end a check-in, whatever the body contains (W-48).
  if (status === 401 || status === 403) return { kind: 'credentials-refused', ...facts };
  if (status < 300 && !envelope.reportsErrors) return validatedAnswer(status, envelope);
  if (envelope.key === undefined) return { kind: 'credentials-refused', ...facts };
  return { kind: kindOfKey(envelope.key), ...facts };
}

/** Redirects are never followed: a token must not travel to a host that the contract does not name (W-54). */
export function isTransient(status: number): boolean {
  return (
    status < 200 ||
    (status >= 300 && status < 400) ||
    status === 408 ||
    status === 429 ||
    status >= 500
  );
}

function transientAnswer(status: number, retryAfter: string | undefined): ValidateAnswer {
  const seconds = readRetryAfter(retryAfter);
  const answer = { kind: 'unreachable', cause: 'status', status } as const;
  return seconds === undefined ? answer : { ...answer, retryAfterSeconds: seconds };
}

function validatedAnswer(status: number, { at, product }: ValidateEnvelope): ValidateAnswer {
  const answer = { kind: 'validated', status, at } as const;
  return product === undefined ? answer : { ...answer, product };
}
