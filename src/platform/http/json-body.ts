import { DomainError } from '../errors/domain-error.js';
import { RequestErrors } from '../errors/request-errors.js';
import { decodeUtf8 } from './utf8.js';

const MAX_DEPTH = 32;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Parses a body. @throws request.invalid-json for anything that is not JSON, poisons a prototype, or nests too deep */
export const parseJson = (raw: Buffer): unknown => parseText(textOf(raw));

/** The same for the Users API, whose samples leave a comma before `}` or `]` (U-5). */
export const parseLenientJson = (raw: Buffer): unknown =>
  parseText(withoutTrailingCommas(textOf(raw)));

/** The same, with every integer of more digits than a number can hold as text of these digits. */
export const parseJsonWithLongIntegers = (text: string): unknown =>
  parseText(
    text.replaceAll(LONG_INTEGERS, (found) => (found.startsWith('"') ? found : `"${found}"`)),
  );

function textOf(raw: Buffer): string {
  const text = decodeUtf8(raw);
  if (text === undefined) throw unreadable('The body is not UTF-8');
  return text;
}

function parseText(text: string): unknown {
  if (depthOf(text) > MAX_DEPTH) throw unreadable(`The body nests deeper than ${MAX_DEPTH} levels`);
  if (PROTOTYPE.test(text)) throw unreadable('__proto__ is not a field');
  return parse(text);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new DomainError(RequestErrors.invalidJson, {}, { cause });
  }
}

const unreadable = (detail: string) => new DomainError(RequestErrors.invalidJson, { detail });

/**
 * The key `__proto__`, its characters plain or escaped. A quote outside a string has no backslash before it. A reviver
 * would find it too, at many times the cost of the parse.
 */
const PROTOTYPE =
  /(?<!\\)"(?:_|\\u005[fF]){2}(?:p|\\u0070)(?:r|\\u0072)(?:o|\\u006[fF])(?:t|\\u0074)(?:o|\\u006[fF])(?:_|\\u005[fF]){2}"\s*:/;

/** Deepest nesting of brackets outside strings; costs less than the parse it protects. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at);
    if (inString) {
      if (letter === BACKSLASH) at += 1;
      else if (letter === QUOTE) inString = false;
    } else if (letter === QUOTE) inString = true;
    else if (letter === 0x5b || letter === 0x7b) deepest = Math.max(deepest, (depth += 1));
    else if (letter === 0x5d || letter === 0x7d) depth -= 1;
  }
  return deepest;
}

/** A string of JSON as one match, so that commas inside it are skipped; an unterminated one goes to the end. */
const STRING = /"[^"\\]*(?:\\[^][^"\\]*)*"?/;
/** Starts with the comma: with the look-behind first, long runs of blanks would take minutes. */
const TRAILING_COMMA = /,(?<=[^\s[{,:]\s*,)(?=\s*[}\]])/;
const SNIFFED_BYTES = new RegExp(`${STRING.source}|${TRAILING_COMMA.source}`, 'g');

const LONG_INTEGERS = new RegExp(`${STRING.source}|-?\\b\\d{16,}(?![\\d.eE])`, 'g');

/** The same JSON without the one comma that may stand before `}` or `]`. */
export const withoutTrailingCommas = (text: string): string =>
  text.replaceAll(SNIFFED_BYTES, (found) => (found === ',' ? '' : found));

/** What PHP makes of an object without fields. */
export const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

/** True for a JSON object: not null, not a list. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
