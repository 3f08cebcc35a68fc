import type { Rule } from './rule.js';

const SHAPE =
  /^(\d{4}-\d\d-\d\d)T((?:[01]\d|2[0-3]):[0-5]\d)(:[0-5]\d)?(?:\.(\d{1,9}))?(Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)$/i;

/** `2026-02-30` is no day, and PostgreSQL knows no year 0. */
export function isCalendarDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const at = Date.parse(`${value}T00:00:00Z`);
  const isReal = Number.isFinite(at) && new Date(at).toISOString().startsWith(value);
  return isReal && value >= '0001-01-01';
}

/** `HH:MM`; no day has 24:00. */
export const timeOfDayRule: Rule = (value) =>
  typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(value)
    ? undefined
    : 'must be a time of day, HH:MM from 00:00 to 23:59';

/** The same, and the end of the day. */
export const endOfSpanRule: Rule = (value) =>
  value === '24:00' || timeOfDayRule(value) === undefined
    ? undefined
    : 'must be a time of day, HH:MM from 00:00 to 24:00';

/**
 * A moment as callers write it: date, `T`, hours and minutes, perhaps seconds and a fraction, and the offset.
 * What ISO 8601 knows beyond that (weeks, ordinal days, bare hours, commas) is no time here.
 */
export function readInstant(value: unknown): Date | undefined {
  const parts = typeof value === 'string' ? SHAPE.exec(value) : null;
  if (!parts) return undefined;
  const [, day, clock, seconds = ':00', fraction = '0', offset = 'Z'] = parts;
  if (!isCalendarDay(day)) return undefined;
  const zone = offset.replace(/^([+-]\d\d):?(\d\d)$/, '$1:$2').toUpperCase();
  const at = new Date(`${day}T${clock}${seconds}.${fraction.slice(0, 3)}${zone}`);
  const year = at.getUTCFullYear();
  return year >= 1 && year <= 9_999 ? at : undefined;
}
