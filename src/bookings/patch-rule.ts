import type { CredentialsStatus } from '../check-in-validation/index.js';
import type { PatchAnswer } from '../wellhub/index.js';
import type { Booking } from './booking.js';

export type Verdict = 'confirmed' | 'again' | 'turned-down' | 'stuck-unknown' | 'stuck-refused';

/**
 * What an answer means for a booking (W-63). A refusal of the first try means that there is no place: the booking is
 * rejected. After an earlier try its effect is unknown, so a person must decide.
 */
export function judge(answer: PatchAnswer, { attempts, state }: Booking): Verdict {
  if (answer.kind === 'done') return 'confirmed';
  if (answer.kind === 'again' || answer.kind === 'not-sent' || answer.kind === 'unusable')
    return 'again';
  if (answer.kind === 'unknown') return 'stuck-unknown';
  return attempts === 1 && state === 'REQUESTED' ? 'turned-down' : 'stuck-refused';
}

/** The state of the gym's credentials that the answer shows (W-48). */
export function credentialsStatusOf({ kind, status }: PatchAnswer): CredentialsStatus {
  if (status === 401 || status === 403) return { credentials: 'refused', status };
  if (kind === 'unusable') return { credentials: 'refused' };
  return { credentials: kind === 'again' || kind === 'not-sent' ? 'unknown' : 'good' };
}

const PLAN = [2, 5, 10, 20, 40, 60];

/** Seconds until the next try. @param random 0..1, spreads calls that failed together */
export function secondsUntilRetry(answer: PatchAnswer, attempts: number, random: number): number {
  const planned = PLAN[Math.min(Math.max(attempts, 1), PLAN.length) - 1] ?? 60;
  const wanted = answer.kind === 'again' ? (answer.retryAfterSeconds ?? 0) : 0;
  return Math.max(planned * (0.8 + 0.4 * random), wanted);
}
