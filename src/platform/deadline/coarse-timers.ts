import { runOutsideRequests } from './request-context.js';

const TICK_MS = 10;

/** A timer that fires unless it is cancelled before. */
export interface CoarseTimer {
  /** On the monotonic clock, ms. */
  readonly at: number;
  readonly ring: () => void;
}

const timers = new Set<CoarseTimer>();
let interval: NodeJS.Timeout | undefined;

/**
 * Calls `ring` once `ms` have passed, at most 10 ms late. A busy door sets several of these for every request and
 * cancels nearly all of them: one timer serves them all, since a timer each would cost more than the work it guards.
 * It keeps no process alive by itself.
 */
export function setCoarseTimeout(ms: number, ring: () => void): CoarseTimer {
  const alarm = { at: performance.now() + ms, ring };
  timers.add(alarm);
  interval ??= runOutsideRequests(() => setInterval(fireDue, TICK_MS).unref());
  return alarm;
}

export const clearCoarseTimeout = (alarm: CoarseTimer): boolean => timers.delete(alarm);

function fireDue(): void {
  const now = performance.now();
  for (const alarm of timers)
    if (alarm.at <= now) {
      timers.delete(alarm);
      alarm.ring();
    }
  if (timers.size > 0) return;
  clearInterval(interval);
  interval = undefined;
}
