import { isObject } from '../platform/http/json-body.js';

/** Reads a parsed payload of which nothing is certain (`wellhub.md` 4.4). */
export type Fields = Readonly<Record<string, unknown>>;

/** The object under a name, or an empty one. */
export function part(fields: Fields, name: string): Fields {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return isObject(value) ? value : {};
}

/** An id that is sent as a number or as a string with stray blanks, as text; null when it has another shape. */
export function idText(value: unknown, shape: RegExp): string | null {
  const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
  const clean = typeof text === 'string' ? text.trim() : undefined;
  return clean !== undefined && shape.test(clean) ? clean : null;
}

/** Most texts: nothing to take out of them. */
const PLAIN = /^[ -~]*$/;

/** Text for people: without control characters, trimmed, cut at `longest`; null when nothing is left. */
export function displayText(value: unknown, longest: number): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const text = String(value);
  const clean = (PLAIN.test(text) ? text : text.replaceAll(/[\p{Cc}\p{Cs}]/gu, '')).trim();
  if (clean.length <= longest) return clean === '' ? null : clean;
  return [...clean].slice(0, longest).join('');
}

/** The unit rule for every time: below 10^11 seconds, otherwise milliseconds. @returns milliseconds */
export function timeMs(value: unknown): number | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) return null;
  return Math.abs(value) < 1e11 ? value * 1000 : value;
}
