import { secondsUntilRetry, stepOf } from '../../wellhub/index.js';

/** Why Wellhub must be called again. */
export type RetryReason = 'young-not-found' | 'credentials-refused' | 'unreachable';

export interface RetryFacts {
  readonly reason: RetryReason;
  /** Calls made so far, this one included. */
  readonly attempts: number;
  /** "Not found" answers so far, this one included. */
  readonly notFoundTries: number;
  /** Negative while the deadline is ahead. */
  readonly secondsPastDeadline: number;
  readonly retryAfterSeconds?: number | undefined;
}

/** A webhook may arrive before Wellhub's API knows the check-in: a 404 this soon after it is retried (W-47). */
const YOUNG = [1, 3, 6];
export const FIRST_ATTEMPTS = YOUNG.length;
export const YOUNG_SECONDS = 30;

const REFUSED = 60;
const OVERDUE = 60;
const LONG_OVERDUE = 15 * 60;
const LONG_OVERDUE_AFTER = 30 * 60;

/** Seconds until the next call (`wellhub.md` 5.1, 5.3). @param random 0..1, spreads calls that failed together */
export function secondsUntilValidation(facts: RetryFacts, random = Math.random()): number {
  if (facts.reason === 'young-not-found') return stepOf(YOUNG, facts.notFoundTries);
  if (facts.reason === 'credentials-refused') return REFUSED;
  return secondsUntilRetry({ ...facts, plannedSeconds: overdueSeconds(facts) }, random);
}

/** Undefined before the deadline. */
function overdueSeconds({ secondsPastDeadline }: RetryFacts): number | undefined {
  if (secondsPastDeadline > LONG_OVERDUE_AFTER) return LONG_OVERDUE;
  return secondsPastDeadline > 0 ? OVERDUE : undefined;
}
