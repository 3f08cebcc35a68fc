import { zoneForClocks } from '../../platform/values/time-zones.js';

/** A value, or what stands for none: always `""`, also for numbers and dates (`users-api.md` 1). */
export type Blank<T> = T | '';

export const orBlank = <T extends string | number>(value: T | null | undefined): Blank<T> =>
  value ?? '';

/** A local day as the moment when it begins. */
export const dayStart = (day: string | null): string => (day === null ? '' : `${day}T00:00:00`);

/** A local day as its last second: what ends on a day is good until then. */
export const dayEnd = (day: string | null): string => (day === null ? '' : `${day}T23:59:59`);

const clocks = new Map<string, Intl.DateTimeFormat>();

/** What a clock on the wall of that zone shows: no offset, no fraction. */
export function localTime(at: Date | null, timeZone: string): string {
  if (at === null) return '';
  const clock = clocks.get(timeZone) ?? clockOf(timeZone);
  clocks.set(timeZone, clock);
  return clock.format(at).replace(' ', 'T');
}

/** Sweden writes dates as ISO 8601 does. */
const clockOf = (timeZone: string) =>
  new Intl.DateTimeFormat('sv-SE', {
    timeZone: zoneForClocks(timeZone),
    dateStyle: 'short',
    timeStyle: 'medium',
  });
