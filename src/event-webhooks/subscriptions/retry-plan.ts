/** When a failed delivery is tried again: a preset, or own waits in seconds. */
export type RetryPlan = 'default' | 'magicline' | number[];

const MINUTE = 60;
const HOUR = 3_600;
/** No attempt later than this after the first one. */
export const LAST_ATTEMPT_AFTER = 24 * HOUR;
/** An attempt scheduled for the very end must not miss it because of the polling interval. */
const MARGIN = 10;
const MOST_RETRIES = 20;

const PRESETS = {
  default: [
    10,
    30,
    2 * MINUTE,
    10 * MINUTE,
    30 * MINUTE,
    HOUR,
    2 * HOUR,
    4 * HOUR,
    8 * HOUR,
    8 * HOUR,
  ],
  magicline: [10 * MINUTE, 10 * MINUTE, 10 * MINUTE],
} as const;

/** An own plan: whole seconds, all of them within the 24 hours. An empty one never tries again. */
export const isRetryPlan = (value: unknown): value is RetryPlan =>
  value === 'default' ||
  value === 'magicline' ||
  (Array.isArray(value) &&
    value.length <= MOST_RETRIES &&
    value.every((wait) => Number.isInteger(wait) && wait >= 1) &&
    value.reduce((sum: number, wait: number) => sum + wait, 0) <= LAST_ATTEMPT_AFTER);

export interface Failure {
  readonly plan: RetryPlan;
  /** Attempts so far, this one included. */
  readonly attempts: number;
  /** Seconds since the first attempt. */
  readonly age: number;
  /** What the receiver requested, in seconds. */
  readonly retryAfter?: number | undefined;
}

/** Seconds until the next attempt, or undefined when the delivery has failed for good (O-47, O-48). */
export function waitAfter(
  failure: Failure,
  random: () => number = Math.random,
): number | undefined {
  const { plan, attempts, age, retryAfter = 0 } = failure;
  const planned = (Array.isArray(plan) ? plan : PRESETS[plan])[attempts - 1];
  if (planned === undefined) return undefined;
  // Receivers that failed together must not be retried together; the first wait is fixed by the contract (O-47).
  const spread = plan === 'default' && attempts > 1 ? 0.8 + 0.2 * random() : 1;
  const wait = planned * spread;
  const left = LAST_ATTEMPT_AFTER - age;
  if (wait > left) return undefined;
  return Math.max(wait, Math.min(retryAfter, left - MARGIN));
}
