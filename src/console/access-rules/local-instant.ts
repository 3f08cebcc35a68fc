import { zoneForClocks } from '../../platform/values/time-zones.js';

const MINUTE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/** The clock of a zone at a moment, as if it were UTC. */
function clockAt(moment: number, timeZone: string): number {
  const shown = new Intl.DateTimeFormat('sv', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  return Date.parse(`${shown.format(moment).replace(' ', 'T')}Z`);
}

/**
 * The moment at which a clock in the zone shows `2027-01-04T09:00`; a time that is skipped in spring counts as an hour
 * later. What is no such text is passed on, for the API to refuse.
 */
export function instantOf(local: string, zone: string): string {
  const wanted = MINUTE.test(local) ? Date.parse(`${local}Z`) : Number.NaN;
  if (Number.isNaN(wanted)) return local;
  const timeZone = zoneForClocks(zone);
  const first = wanted - (clockAt(wanted, timeZone) - wanted);
  const second = first - (clockAt(first, timeZone) - wanted);
  return new Date(
    clockAt(second, timeZone) === wanted ? second : Math.max(first, second),
  ).toISOString();
}
