import { isJsonObject, type JsonObject } from '../device-answers/json-shape.js';
import { InvalidInput } from '../http/input.js';
import type { StoredObject } from './device-memory.js';

type Test = (stored: number | string, wanted: number | string) => boolean;

const OPERATORS: Readonly<Record<string, Test>> = {
  '=': (stored, wanted) => stored === wanted,
  '!=': (stored, wanted) => stored !== wanted,
  '>': (stored, wanted) => stored > wanted,
  '>=': (stored, wanted) => stored >= wanted,
  '<': (stored, wanted) => stored < wanted,
  '<=': (stored, wanted) => stored <= wanted,
};

/** The `where` of the device's API: `{"access_logs":{"id":{">":12}}}`, a plain value, or a list of values. */
export function filterOf(object: string, where: unknown): (stored: StoredObject) => boolean {
  if (where === undefined) return () => true;
  const fields = isJsonObject(where) ? where[object] : undefined;
  if (!isJsonObject(fields)) throw new InvalidInput(`'where' must have an object '${object}'`);
  return (stored) =>
    Object.entries(fields).every(([field, wanted]) => matches(stored[field] ?? '', wanted));
}

function matches(stored: string, wanted: unknown): boolean {
  if (Array.isArray(wanted)) return wanted.some((one) => matches(stored, one));
  if (!isJsonObject(wanted)) return comparable(stored) === comparable(wanted);
  return Object.entries(wanted).every(([sign, value]) =>
    operatorOf(sign, wanted)(comparable(stored), comparable(value)),
  );
}

function operatorOf(sign: string, wanted: JsonObject): Test {
  const operator = Object.hasOwn(OPERATORS, sign) ? OPERATORS[sign] : undefined;
  if (operator === undefined)
    throw new InvalidInput(`Unknown operator in ${JSON.stringify(wanted)}`);
  return operator;
}

const comparable = (value: unknown): number | string => {
  const text = String(value);
  return /^-?\d{1,15}$/.test(text) ? Number(text) : text;
};
