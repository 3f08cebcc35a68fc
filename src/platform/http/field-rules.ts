import type { Violation } from '../errors/domain-error.js';
import { oneOf, type Rule } from '../values/rule.js';

/** Every sentence that a field of a body or a query may be answered with. Names and numbers vary, patterns are never shown. */

export interface Shape {
  readonly pattern: RegExp;
  /** What the pattern demands: `must be 13 digits`. */
  readonly message: string;
}

interface TextLimits {
  readonly min: number;
  readonly max: number;
  readonly shape?: Shape | undefined;
}

// Control characters have no place in a name, and PostgreSQL refuses NUL.
// oxlint-disable-next-line no-control-regex
const PRINTABLE = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/;

/** Something that people see. */
const VISIBLE = /[^\s\p{C}\p{Z}]/u;

export const textRule =
  ({ min, max, shape }: TextLimits): Rule =>
  (value) => {
    if (typeof value !== 'string') return 'must be a text';
    const length = value.length <= max ? value.length : [...value].length;
    if (length === 0 && min > 0) return 'must not be empty';
    if (min > 0 && !VISIBLE.test(value)) return 'must not be blank';
    if (length > max) return `must have at most ${max} ${characters(max)}`;
    if (length < min) return `must have at least ${min} ${characters(min)}`;
    if (!PRINTABLE.test(value)) return 'must not hold control characters';
    return shape && !shape.pattern.test(value) ? shape.message : undefined;
  };

const characters = (count: number) => (count === 1 ? 'character' : 'characters');

export const flagRule: Rule = (value) =>
  typeof value === 'boolean' ? undefined : 'must be true or false';

export const wholeRule =
  (min: number, max: number): Rule =>
  (value) =>
    isWithin(value, min, max) && Number.isInteger(value)
      ? undefined
      : `must be a whole number from ${min} to ${max}`;

export const decimalRule =
  (min: number, max: number, places = 20): Rule =>
  (value) => {
    if (!isWithin(value, min, max)) return `must be a number from ${min} to ${max}`;
    return placesOf(value) > places ? `must have at most ${places} decimal places` : undefined;
  };

const isWithin = (value: unknown, min: number, max: number): value is number =>
  typeof value === 'number' && value >= min && value <= max;

/** Of the number as it is written; `1e-7` has seven. */
function placesOf(value: number): number {
  const [, fraction = '', exponent = '0'] =
    /^-?\d+(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(`${value}`) ?? [];
  return Math.max(0, fraction.length - Number(exponent));
}

export const oneOfRule =
  (values: readonly string[]): Rule =>
  (value) =>
    values.some((known) => known === value) ? undefined : `must be ${oneOf(values)}`;

export interface ListOptions {
  readonly min?: number;
  readonly max?: number;
  readonly unique?: boolean;
  /** The handler refuses what is none of them, at its place in the list (`strayEntries`). */
  readonly placed?: boolean;
}

interface ListLimits {
  readonly min?: number | undefined;
  readonly max: number;
  readonly unique?: boolean | undefined;
  /** Of one entry. */
  readonly entry: Rule;
}

export const listRule =
  ({ min = 0, max, unique = false, entry }: ListLimits): Rule =>
  (value) => {
    if (!Array.isArray(value)) return 'must be a list';
    if (value.length < min) return 'must not be empty';
    if (value.length > max) return `must have at most ${max} entries`;
    if (unique && new Set(value).size < value.length) return 'must not name anything twice';
    const fault = value.map((one: unknown) => entry(one)).find(Boolean);
    return fault === undefined ? undefined : `has an entry that ${fault}`;
  };

/** A list of these, or of short texts. */
export function someRule(
  values: readonly string[] | undefined,
  { min, max = 100, unique, placed }: ListOptions,
): Rule {
  const known = values ? oneOfRule(values) : textRule({ min: 1, max: 100 });
  return listRule({ min, max, unique, entry: placed ? () => undefined : known });
}

/** One violation for each entry that is none of these: `when.days.0`. */
export const strayEntries = (
  path: string,
  entries: readonly unknown[] | undefined,
  values: readonly string[],
): Violation[] =>
  (entries ?? []).flatMap((entry, no) => {
    const detail = oneOfRule(values)(entry);
    return detail === undefined ? [] : [{ path: `${path}.${no}`, detail }];
  });

export const objectRule: Rule = (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? undefined
    : 'must be an object';

interface Presence {
  readonly optional?: boolean;
  readonly nullable?: boolean;
}

/** The rule of a value that may be absent, or null, or neither. */
export const withPresence =
  ({ optional, nullable }: Presence, rule: Rule): Rule =>
  (value) => {
    if (value === undefined) return optional ? undefined : 'is required';
    if (value === null && nullable) return undefined;
    if (value === null) return optional ? 'must not be null' : 'is required';
    return rule(value);
  };
