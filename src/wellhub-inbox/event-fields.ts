import { isObject } from '../platform/http/json-body.js';

/** Reads a parsed payload of which nothing is certain (`wellhub.md` 4.4). */
export type Fields = Readonly<Record<string, unknown>>;

/** The object under a name, or an empty one. */
export function part(fields: Fields, name: string): Fields {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return isObject(value) ? value : {};
}

/** An id that may come as a number or as a string with stray blanks, as text; undefined when it has another shape. */
export function idText(value: unknown, shape: RegExp): string | undefined {
  const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
  const clean = typeof text === 'string' ? text.trim() : undefined;
  return clean !== undefined && shape.test(clean) ? clean : undefined;
}

export const BOOKING_NUMBER = /^[!-~]{1,100}$/;
const LOOSE_ID = /^[!-~]{1,200}$/;

/** An `event_id` or another opaque name. */
export const looseId = (value: unknown): string | undefined => idText(value, LOOSE_ID);

/** Text for people: without control characters, trimmed, cut at `longest`; undefined when nothing is left. */
export function words(value: unknown, longest: number): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const clean = String(value)
    .replaceAll(/[\p{Cc}\p{Cs}]/gu, '')
    .trim();
  return clean === '' ? undefined : [...clean].slice(0, longest).join('');
}

/** The unit rule for every time: below 10^11 seconds, otherwise milliseconds. @returns milliseconds */
export function timeMs(value: unknown): number | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  return Math.abs(value) < 1e11 ? value * 1000 : value;
}
