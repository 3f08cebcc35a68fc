import { invalid } from '../errors/request-errors.js';

/** PostgreSQL stores no NUL, and half a surrogate pair is no character: neither text nor `jsonb` can hold them. */
export const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\0');

export const UNSTORABLE = 'must not hold a NUL character or half of a character pair';

/** Dotted path of the first text, or name of a field, that cannot be stored. */
export function unstorablePath(value: unknown, path = ''): string | undefined {
  if (typeof value === 'string') return isStorable(value) ? undefined : path;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, part] of Object.entries(value)) {
    // A name that cannot be stored cannot be shown either.
    if (!isStorable(name)) return path;
    const found = unstorablePath(part, path === '' ? name : `${path}.${name}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** @throws request.invalid naming the text that cannot be stored */
export function storable<T>(value: T): T {
  const path = unstorablePath(value);
  if (path !== undefined) throw invalid({ path, detail: UNSTORABLE });
  return value;
}
