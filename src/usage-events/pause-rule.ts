import { secondsUntilRetry } from '../wellhub/index.js';
import type { Pause } from './senders.repository.js';

/** A refused token is tried again at most once per minute. */
const CREDENTIALS_SECONDS = 60;

/**
 * How long to wait after a failed try: by the number of failures, or by Wellhub's `Retry-After`, whichever is longer.
 * @param tries failures in a row before this one
 */
export function pauseAfterSilence(
  tries: { readonly attempts: number },
  retryAfterSeconds = 0,
  random = Math.random(),
): Pause {
  const seconds = secondsUntilRetry({ attempts: tries.attempts + 1, retryAfterSeconds }, random);
  return { seconds, atLeastSeconds: retryAfterSeconds, refusedTokenSetAt: null };
}

export const pauseAfterRefusal = (tokenSetAt: Date | null): Pause => ({
  seconds: CREDENTIALS_SECONDS,
  atLeastSeconds: CREDENTIALS_SECONDS,
  refusedTokenSetAt: tokenSetAt,
});
