import type { Violation } from '../errors/domain-error.js';
import { isObject } from './json-body.js';

export const UNKNOWN_FIELD = 'is not a known field';

/** What every object seems to have: the validator would take these names for known ones and lose their values. */
const INHERITED = new Set(Object.getOwnPropertyNames(Object.prototype));

interface Split {
  readonly plain: Record<string, unknown>;
  /** One violation for each field, at any depth, that is called like something all objects inherit. */
  readonly strange: readonly Violation[];
}

/** Fields with the names of what every object inherits, and the rest without them. None of ours is called so. */
export function withoutStrangeFields(fields: Record<string, unknown>): Split {
  const strange: Violation[] = [];
  const plain = copied(fields, '', strange) as Record<string, unknown>;
  return strange.length === 0 ? { plain: fields, strange } : { plain, strange };
}

function copied(value: unknown, path: string, strange: Violation[]): unknown {
  const at = (name: string | number) => (path === '' ? `${name}` : `${path}.${name}`);
  if (Array.isArray(value)) return value.map((one, index) => copied(one, at(index), strange));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).filter(([name]) => {
    if (INHERITED.has(name)) strange.push({ path: at(name), detail: UNKNOWN_FIELD });
    return !INHERITED.has(name);
  });
  return Object.fromEntries(entries.map(([name, part]) => [name, copied(part, at(name), strange)]));
}

/** Both kinds of violations, without what lies inside a field that is refused as a whole. */
export function allViolations(
  found: readonly Violation[],
  strange: readonly Violation[],
): Violation[] {
  const isInside = (path: string) => found.some((other) => path.startsWith(`${other.path}.`));
  return [...found, ...strange.filter(({ path }) => !isInside(path))];
}
