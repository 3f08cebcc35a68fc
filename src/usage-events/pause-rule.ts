import type { UsageAnswer } from '../wellhub/index.js';
import type { Pause } from './senders.repository.js';

const PLAN = [2, 5, 10, 20, 40, 60];
/** A refused token is tried again at most once per minute. */
const CREDENTIALS_SECONDS = 60;

/**
 * How long to wait after a failed try: by the number of failures, or by Wellhub's `Retry-After`, whichever is longer.
 * @param attempts failures in a row before this one
 */
export function pauseAfter(
  answer: Extract<UsageAnswer, { kind: 'again' | 'credentials-refused' }>,
  { attempts }: { readonly attempts: number },
  tokenSetAt: Date | null = null,
): Pause {
  if (answer.kind === 'credentials-refused')
    return {
      seconds: CREDENTIALS_SECONDS,
      atLeastSeconds: CREDENTIALS_SECONDS,
      refusedTokenSetAt: tokenSetAt,
    };
  const planned = PLAN[Math.min(attempts, PLAN.length - 1)] ?? CREDENTIALS_SECONDS;
  const asked = answer.retryAfterSeconds ?? 0;
  return { seconds: Math.max(planned, asked), atLeastSeconds: asked, refusedTokenSetAt: null };
}
