import type { ConsolePage } from '../frame/console-page.js';

/** A place on an axis: in full, and where there is little room. */
export interface Named {
  readonly name: string;
  readonly tick: string;
}

/** `18` → 18:00. */
export const hourOf = (hour: string): Named => ({ name: `${hour}:00`, tick: hour });

/** `seg.` → seg: room is scarce. */
const plain = (text: string): string => text.replace(/\.$/, '');

/** A Monday. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

/** `1` is Monday. */
export const weekdayOf =
  (lang: string) =>
  (day: string): Named => {
    const at = MONDAY + (Number(day) - 1) * DAY_MS;
    const named = (weekday: 'long' | 'short') =>
      new Intl.DateTimeFormat(lang, { weekday, timeZone: 'UTC' }).format(at);
    return { name: named('long'), tick: plain(named('short')) };
  };

export const monthOf =
  ({ formats, words }: ConsolePage) =>
  (month: string): Named => {
    const form = new Intl.DateTimeFormat(words.lang, { month: 'short', timeZone: 'UTC' });
    return { name: formats.month(month), tick: plain(form.format(Date.parse(`${month}-15`))) };
  };
