import { isRetryable, type PatchAnswer } from '../wellhub/index.js';
import type { Booking } from './booking.js';

export type PatchVerdict =
  'confirmed' | 'again' | 'turned-down' | 'stuck-unknown' | 'stuck-refused';

/**
 * What an answer means for a booking (W-63). A refusal of the first try means that there is no place: the booking is
 * rejected. After an earlier try its effect is unknown, so a person must decide.
 */
export function judgePatch(answer: PatchAnswer, { attempts, state }: Booking): PatchVerdict {
  if (answer.kind === 'done') return 'confirmed';
  if (isRetryable(answer)) return 'again';
  if (answer.kind === 'unknown') return 'stuck-unknown';
  return attempts === 1 && state === 'REQUESTED' ? 'turned-down' : 'stuck-refused';
}
