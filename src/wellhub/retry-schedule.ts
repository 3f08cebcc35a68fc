/** Seconds between calls that get no answer (`wellhub.md` 5.3). */
const SCHEDULE = [2, 5, 10, 20, 40, 60];

export interface FailedCall {
  /** Calls made so far, this one included. */
  readonly attempts: number;
  /** What Wellhub wants. */
  readonly retryAfterSeconds?: number | undefined;
  /** Instead of the wait of the schedule. */
  readonly plannedSeconds?: number | undefined;
}

/**
 * Seconds until the next call: as planned or as long as Wellhub wants, whichever is longer.
 * @param random 0..1, spreads calls that failed together
 */
export function secondsUntilRetry(
  { attempts, retryAfterSeconds = 0, plannedSeconds = stepOf(SCHEDULE, attempts) }: FailedCall,
  random = Math.random(),
): number {
  return Math.max(plannedSeconds * (0.8 + 0.4 * random), retryAfterSeconds);
}

/** The wait after the nth call; the last one stays. */
export const stepOf = (schedule: readonly number[], nth: number): number =>
  schedule[Math.min(Math.max(nth, 1), schedule.length) - 1] ?? 60;
