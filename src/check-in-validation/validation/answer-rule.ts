import type { ValidateAnswer } from '../../wellhub/index.js';
import type { CheckInState } from '../check-ins/check-in.js';
import { YOUNG_SECONDS, FIRST_ATTEMPTS, type RetryReason } from './retry-schedule.js';

/** What must be known of a check-in to judge an answer about it. */
export interface AnswerFacts {
  readonly notFoundTries: number;
  /** Null without a webhook: a probe, or an id typed at the desk. */
  readonly secondsSinceWebhook: number | null;
  readonly anotherValidatedThatDay: boolean;
  /** An earlier call may have reached Wellhub. */
  readonly unanswered: boolean;
}

export type ValidationVerdict =
  | {
      readonly kind: 'ended';
      readonly state: Exclude<CheckInState, 'PENDING'>;
      readonly alreadyValidated: boolean;
      /** Validated by the answer to another check-in of the day: published once. */
      readonly isRepeat: boolean;
    }
  | {
      readonly kind: 'again';
      readonly reason: RetryReason;
      /** The call may have reached Wellhub. */
      readonly unanswered: boolean;
    };

const ended = (state: Exclude<CheckInState, 'PENDING'>): ValidationVerdict => ({
  kind: 'ended',
  state,
  alreadyValidated: false,
  isRepeat: false,
});

/** Table 5.3: one line per kind of answer. */
export function judgeValidation(answer: ValidateAnswer, facts: AnswerFacts): ValidationVerdict {
  switch (answer.kind) {
    case 'validated':
      return ended('VALIDATED');
    case 'already-validated':
      return alreadyValidated(facts);
    case 'expired':
      return ended('EXPIRED');
    case 'canceled':
      return ended('CANCELED');
    case 'rejected':
      return ended('REJECTED');
    case 'not-found':
      return isYoung(facts)
        ? { kind: 'again', reason: 'young-not-found', unanswered: false }
        : ended('NOT_FOUND');
    case 'credentials-refused':
      return { kind: 'again', reason: 'credentials-refused', unanswered: false };
    case 'unreachable':
      return { kind: 'again', reason: 'unreachable', unanswered: mayHaveArrived(answer) };
  }
}

/** A 429 rejected the call, and an open breaker never made it. */
const mayHaveArrived = ({ status, cause }: ValidateAnswer & { kind: 'unreachable' }): boolean =>
  status !== 429 && cause !== 'breaker';

/** Flag (a): another one of the day is ours. (b): no call of ours can have done it. Neither: our own lost answer. */
function alreadyValidated(facts: AnswerFacts): ValidationVerdict {
  const isRepeat = facts.anotherValidatedThatDay;
  return {
    kind: 'ended',
    state: 'VALIDATED',
    alreadyValidated: isRepeat || !facts.unanswered,
    isRepeat,
  };
}

/** The first 404 within 30 s of its webhook starts the short retries; they end it. */
function isYoung({ notFoundTries, secondsSinceWebhook }: AnswerFacts): boolean {
  if (secondsSinceWebhook === null) return false;
  if (notFoundTries > 0) return notFoundTries < FIRST_ATTEMPTS;
  return secondsSinceWebhook <= YOUNG_SECONDS;
}
