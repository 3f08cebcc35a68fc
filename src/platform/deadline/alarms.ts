import { runOutsideRequests } from './request-context.js';

const LOOK_MS = 10;

/** Something that is to happen unless it is called off before. */
export interface Alarm {
  /** On the monotonic clock, ms. */
  readonly at: number;
  readonly ring: () => void;
}

const set = new Set<Alarm>();
let looking: NodeJS.Timeout | undefined;

/**
 * Calls `ring` once `ms` have passed, at most 10 ms late. A busy door sets several of these for every request and
 * calls nearly all of them off: one timer looks after them all, since a timer each costs more than what it guards.
 */
export function setAlarm(ms: number, ring: () => void): Alarm {
  const alarm = { at: performance.now() + ms, ring };
  set.add(alarm);
  looking ??= runOutsideRequests(() => setInterval(look, LOOK_MS));
  return alarm;
}

export const callOff = (alarm: Alarm): boolean => set.delete(alarm);

function look(): void {
  const now = performance.now();
  for (const alarm of set)
    if (alarm.at <= now) {
      set.delete(alarm);
      alarm.ring();
    }
  if (set.size > 0) return;
  clearInterval(looking);
  looking = undefined;
}
