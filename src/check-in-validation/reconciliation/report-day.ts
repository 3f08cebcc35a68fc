import { zoneForClocks } from '../../platform/values/time-zones.js';
import { timeMs } from '../../wellhub/index.js';

const ISO = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]+(.+))?$/;
const YEAR_LAST = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d\d)(?:[T, ]+(.+))?$/;
const TIME =
  /^(\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(?: ?([AaPp]\.? ?[Mm]\.?))?(?: ?(Z|UTC|[+-]\d{2}:?\d{2}))?$/;
const UNIX = /^\d{10}(?:\d{3})?$/;
/** A day as the serial number of a spreadsheet whose cell is not formatted as a date: 45000 and a fraction. */
const SERIAL = /^([34567]\d{4})(?:[.,]\d+)?$/;
const SERIAL_ZERO = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;

/** What comes first in a date like 03/10/2026. */
export const DATE_ORDERS = ['DAY_FIRST', 'MONTH_FIRST'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** How the dates of a report are meant. */
export interface DateReading {
  readonly timeZone: string;
  readonly dateOrder: DateOrder;
}

/** The calendar day that a report's date means at a gym; undefined when its form is unknown. */
export function reportDay(
  written: string,
  { timeZone, dateOrder }: DateReading,
): string | undefined {
  const text = written.replaceAll(/\s+/g, ' ').trim();
  const [, serial] = SERIAL.exec(text) ?? [];
  if (serial !== undefined) return dayAt(SERIAL_ZERO + Number(serial) * DAY_MS, 'UTC');
  if (UNIX.test(text)) return dayAt(timeMs(Number(text)), timeZone);
  const [, year, month, day, time] = ISO.exec(text) ?? yearFirst(YEAR_LAST.exec(text), dateOrder);
  const date = calendarDay(year, month, day);
  if (date === undefined || time === undefined) return date;
  const [, clock, half, offset] = TIME.exec(time) ?? [];
  if (clock === undefined) return undefined;
  // Without an offset a time is local to the gym.
  if (offset === undefined || half !== undefined) return date;
  const zone = offset === 'UTC' ? 'Z' : offset.replace(/(\d\d):?(\d\d)$/, '$1:$2');
  return dayAt(Date.parse(`${date}T${clock.padStart(5, '0')}${zone}`), timeZone);
}

function yearFirst(
  found: RegExpExecArray | null,
  order: DateOrder,
): readonly (string | undefined)[] {
  if (!found) return [];
  const [all, first, second, year, time] = found;
  const [month, day] = order === 'DAY_FIRST' ? [second, first] : [first, second];
  return [all, fullYear(year), month, day, time];
}

const fullYear = (year?: string) => (year?.length === 2 ? `20${year}` : year);

function calendarDay(year?: string, month?: string, day?: string): string | undefined {
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${text}T00:00:00Z`);
  const isReal = !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
  return isReal ? text : undefined;
}

/** The day of a moment at a gym. */
export function dayAt(ms: number | null, timeZone: string): string | undefined {
  if (ms === null || Number.isNaN(ms)) return undefined;
  return new Intl.DateTimeFormat('en-CA', {
    timeZone: zoneForClocks(timeZone),
    dateStyle: 'short',
  }).format(ms);
}
