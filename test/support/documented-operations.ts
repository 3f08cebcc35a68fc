/** What the OpenAPI document says of one route, as far as a request needs it. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  /** With its parameters in braces. */
  readonly path: string;
  readonly query: readonly string[];
  readonly headers: readonly string[];
  /** A body with every field that there is, made anew for each request. */
  readonly body: (() => unknown) | undefined;
}

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly examples?: readonly unknown[];
  readonly minimum?: number;
  readonly items?: Schema;
  readonly properties?: Record<string, Schema>;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

interface Parameter {
  readonly in: string;
  readonly name: string;
}

interface Documented {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Record<string, Content> };
}

interface Content {
  readonly schema?: Schema;
  readonly examples?: Record<string, { readonly value: unknown }>;
}

export interface Document {
  readonly paths: Record<string, Record<string, Documented>>;
  readonly components: { readonly schemas: Record<string, Schema> };
}

/** Values of the fields whose schema does not say enough, by their names. */
export type ValueOf = (name: string, path: string) => unknown;

/** Every operation of the document; bodies that are files have none here. */
export function operationsOf(document: Document, valueOf: ValueOf): Operation[] {
  return Object.entries(document.paths).flatMap(([path, verbs]) =>
    Object.entries(verbs).map(([method, { operationId, parameters = [], requestBody }]) => {
      const named = (where: string) =>
        parameters.filter((one) => one.in === where).map(({ name }) => name);
      const content = requestBody && readable(requestBody.content);
      const sampler = new Sampler(document, (name) => valueOf(name, path));
      const body = content && (() => sampler.body(content));
      return {
        id: operationId,
        method: method.toUpperCase(),
        path,
        query: named('query'),
        headers: named('header'),
        body,
      };
    }),
  );
}

const readable = (content: Record<string, Content>): Content | undefined =>
  content['application/json'] ?? content['application/x-www-form-urlencoded'];

class Sampler {
  constructor(
    private readonly document: Document,
    private readonly known: (name: string) => unknown,
  ) {}

  body({ schema = {}, examples = {} }: Content): unknown {
    const [example] = Object.values(examples);
    return example ? structuredClone(example.value) : this.of(schema, '');
  }

  private of(given: Schema, name: string): unknown {
    const known = this.known(name);
    if (known !== undefined) return known;
    const schema = this.resolved(given);
    if (schema.examples) return schema.examples[0];
    if (schema.enum) return schema.enum[0];
    if (schema.properties)
      return Object.fromEntries(
        Object.entries(schema.properties).map(([field, one]) => [field, this.of(one, field)]),
      );
    return this.plain(schema, name);
  }

  private plain({ type: types, format, minimum = 0, items }: Schema, name: string): unknown {
    const [type] = [types ?? []].flat();
    if (type === 'array') return items ? [this.of(items, name)] : [];
    if (type === 'boolean') return false;
    if (type === 'integer' || type === 'number') return minimum;
    if (format === 'date') return '2026-11-21';
    if (format === 'date-time') return '2026-11-21T17:04:10Z';
    if (format === 'email') return 'ana@example.com';
    return /url$|^website$/i.test(name) ? 'https://example.com/' : 'x';
  }

  private resolved(schema: Schema): Schema {
    const [inner] = schema.oneOf ?? schema.anyOf ?? schema.allOf ?? [];
    if (inner) return this.resolved(inner);
    const name = schema.$ref?.split('/').at(-1);
    return name === undefined
      ? schema
      : this.resolved(this.document.components.schemas[name] ?? {});
  }
}

/** A place in a body, and the body with something else there. */
export interface Place {
  readonly path: string;
  readonly value: unknown;
  readonly put: (other: unknown) => unknown;
}

/** Every text, number and list inside a body, however deep. */
export function* placesIn(
  value: unknown,
  put: (other: unknown) => unknown = (other) => other,
  path = '',
): Generator<Place> {
  if (path !== '') yield { path, value, put };
  if (typeof value !== 'object' || value === null) return;
  for (const [name, part] of Object.entries(value)) {
    const replaced = (other: unknown) =>
      Array.isArray(value) ? value.with(Number(name), other) : { ...value, [name]: other };
    yield* placesIn(part, (other) => put(replaced(other)), `${path}/${name}`);
  }
}
