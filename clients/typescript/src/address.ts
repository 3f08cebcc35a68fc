import type { Value } from './options.js';

const NAME = /\{(\w+)\}/g;

/** Where the service is, without a slash at its end. @throws TypeError for anything but a web address */
export function readBaseUrl(text: string): string {
  const url = parse(text);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.search || url.hash)
    throw new TypeError(
      'baseUrl must be a web address as https://gate.example.com, without user name, query and fragment',
    );
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}

function parse(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

/** A path with the values of its `{names}`. @throws TypeError for a name without a value */
export function fillPath(
  path: string,
  values: Readonly<Record<string, Value | undefined>>,
): string {
  return path.replaceAll(NAME, (_, name: string) => {
    const value = values[name];
    if (value === undefined || value === '')
      throw new TypeError(
        name === 'partnerId'
          ? `${path} needs a partnerId: give it to the client or with the request`
          : `${path} needs a value for ${name}`,
      );
    // As a part of a path these lead upward, escaped or not.
    if (value === '.' || value === '..') throw new TypeError(`${name} cannot be ${value}`);
    return encodeURIComponent(value);
  });
}

export function queryString(query: object = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query) as [string, unknown][])
    if (value !== undefined && value !== null) search.append(name, textOf(value));
  const text = search.toString();
  return text && `?${text}`;
}

const textOf = (value: unknown): string => {
  if (value instanceof Date) return value.toISOString();
  return Array.isArray(value) ? value.map(textOf).join(',') : String(value);
};
