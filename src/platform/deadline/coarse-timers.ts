import { runOutsideRequests } from './request-context.js';

/** What rings within this rings together. */
const TICK_MS = 10;

/** A timer that fires unless it is cancelled before. */
export interface CoarseTimer {
  /** On the monotonic clock, ms. */
  readonly at: number;
  readonly ring: () => void;
}

const timers = new Set<CoarseTimer>();
let timeout: NodeJS.Timeout | undefined;
/** When the timeout wakes the process: not after the earliest timer. */
let wakesAt = Infinity;

/**
 * Calls `ring` once `ms` have passed, at most 10 ms late. A busy door sets several of these for every request and
 * cancels nearly all of them: one timeout serves them all, since one each would cost more than the work it guards. It
 * wakes the process when the earliest was to ring, not for those that were cancelled meanwhile. It keeps no process
 * alive by itself.
 */
export function setCoarseTimeout(ms: number, ring: () => void): CoarseTimer {
  const now = performance.now();
  const timer = { at: now + ms, ring };
  timers.add(timer);
  if (timer.at < wakesAt) wakeAt(timer.at, now);
  return timer;
}

export const clearCoarseTimeout = (timer: CoarseTimer): boolean => timers.delete(timer);

function wakeAt(at: number, now: number): void {
  clearTimeout(timeout);
  wakesAt = at;
  const wait = Math.max(TICK_MS, Math.ceil(at - now));
  timeout = runOutsideRequests(() => setTimeout(fireDue, wait).unref());
}

function fireDue(): void {
  const now = performance.now();
  wakesAt = Infinity;
  const due: CoarseTimer[] = [];
  let earliest = Infinity;
  for (const timer of timers)
    if (timer.at <= now) due.push(timer);
    else earliest = Math.min(earliest, timer.at);
  // The others first: no callback keeps them from their time.
  if (earliest < Infinity) wakeAt(earliest, now);
  for (const timer of due) if (timers.delete(timer)) timer.ring();
}
