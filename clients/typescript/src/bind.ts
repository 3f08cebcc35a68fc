import type { Connection } from './connection.js';
import type { CallOptions, RequestOptions, Value } from './options.js';

/** Verb, path and kind of an operation, or operations by name. */
export interface Table {
  readonly [name: string]: string | Table;
}

type Method = (...args: unknown[]) => unknown;
export interface Methods {
  [name: string]: Method | Methods;
}

/** The methods of a table, which send by this connection. */
export function bind(connection: Connection, table: Table): Methods {
  return Object.fromEntries(
    Object.entries(table).map(([name, entry]) => [
      name,
      typeof entry === 'string' ? methodOf(connection, entry) : bind(connection, entry),
    ]),
  );
}

const NAMES = /\{(\w+)\}/g;

/** Arguments are the values of the path but the partner, the body or else the query, and options. */
function methodOf(connection: Connection, entry: string): Method {
  const [verb = '', path = '', kind = ''] = entry.split(' ');
  const names = [...path.matchAll(NAMES)].flatMap(([, name = '']) =>
    name === 'partnerId' ? [] : [name],
  );
  return (...args) => {
    const values = Object.fromEntries(names.map((name, no) => [name, args[no] as Value]));
    const [input, options] = /[bfq]/.test(kind)
      ? args.slice(names.length)
      : [undefined, args[names.length]];
    const request: RequestOptions = {
      ...(options as CallOptions | undefined),
      path: values,
      ...inputAs(kind, input),
    };
    if (kind.includes('p')) return connection.list(path, request);
    if (kind.includes('s')) return connection.slices(path, request);
    return connection.request(verb, path, request);
  };
}

function inputAs(kind: string, input: unknown): RequestOptions {
  if (input === undefined) return {};
  if (kind.includes('q')) return { query: input as object };
  if (kind.includes('f')) return { body: new URLSearchParams(input as Record<string, string>) };
  return { body: input };
}
