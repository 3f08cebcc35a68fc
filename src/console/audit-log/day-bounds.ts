import { isCalendarDay } from '../../platform/values/instant.js';
import { zoneForClocks } from '../../platform/values/time-zones.js';

const DAY_MS = 86_400_000;

/** The first moment of a day at a place; `days` later of the day after it. */
export function startOfDay(day: string, timeZone: string, days = 0): Date {
  const wall = Date.parse(`${day}T00:00:00Z`) + days * DAY_MS;
  // Twice: the first guess may lie on the other side of a change of the clock.
  const guess = wall - offsetAt(wall, timeZone);
  return new Date(wall - offsetAt(guess, timeZone));
}

/** Whether both are days, in their order. An empty one is no bound. */
export const areDays = (from: string, to: string): boolean =>
  [from, to].every((day) => day === '' || isCalendarDay(day)) &&
  (from === '' || to === '' || from <= to);

function offsetAt(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zoneForClocks(timeZone),
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(at);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '0';
  const wall = `${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}:${of('second')}Z`;
  return Date.parse(wall) - at;
}
