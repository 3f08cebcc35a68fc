import { setTimeout as sleep } from 'node:timers/promises';

/** Ends early, and without an error, with Ctrl-C. */
export const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { signal }).catch(() => undefined);
