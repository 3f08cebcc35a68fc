import { DomainError } from '../errors/domain-error.js';
import { RequestErrors } from '../errors/request-errors.js';

const MAX_DEPTH = 32;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Parses a body. @throws request.invalid-json for anything that is not JSON, poisons a prototype, or nests too deep */
export function parseJson(raw: Buffer): unknown {
  if (raw.length > 0 && depthOf(raw) > MAX_DEPTH)
    throw new DomainError(RequestErrors.invalidJson, {
      detail: `The body nests deeper than ${MAX_DEPTH} levels`,
    });
  try {
    const text = raw.toString('utf8');
    // A reviver doubles the cost of parsing; without these signs no key can be the one it looks for.
    const suspicious = text.includes('__proto__') || text.includes(String.raw`\u`);
    return (suspicious ? JSON.parse(text, refusePrototype) : JSON.parse(text)) as unknown;
  } catch (cause) {
    throw new DomainError(RequestErrors.invalidJson, {}, { cause });
  }
}

function refusePrototype(key: string, value: unknown): unknown {
  if (key === '__proto__') throw new SyntaxError('__proto__ is not a field');
  return value;
}

/** Deepest nesting of brackets outside strings; counts bytes, so it costs less than the parse it protects. */
function depthOf(raw: Buffer): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < raw.length; at += 1) {
    const byte = raw[at];
    if (inString) {
      if (byte === BACKSLASH) at += 1;
      else if (byte === QUOTE) inString = false;
    } else if (byte === QUOTE) inString = true;
    else if (byte === 0x5b || byte === 0x7b) deepest = Math.max(deepest, (depth += 1));
    else if (byte === 0x5d || byte === 0x7d) depth -= 1;
  }
  return deepest;
}

/** A string of JSON as one match, so that no comma inside it is looked at; unended, it goes to the end. */
const STRING = /"[^"\\]*(?:\\[^][^"\\]*)*"?/;
/** The comma first: whoever looks around at every character pays for long blanks with minutes. */
const TRAILING_COMMA = /,(?<=[^\s[{,:]\s*,)(?=\s*[}\]])/;
const LOOKED_AT = new RegExp(`${STRING.source}|${TRAILING_COMMA.source}`, 'g');

/** The same JSON without the one comma that may stand before `}` or `]`, as in the samples of the Users API (U-5). */
export const withoutTrailingCommas = (raw: Buffer): Buffer =>
  Buffer.from(raw.toString('utf8').replaceAll(LOOKED_AT, (found) => (found === ',' ? '' : found)));

/** True for a JSON object: not null, not a list. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
