type Node = Record<string, unknown>;

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What people gave as an example may look like anything. */
const OPAQUE = new Set(['example', 'examples', 'enum', 'default', 'const']);
const KEYED_BY_NAME = new Set(['properties', 'schemas', 'patternProperties', '$defs']);

/**
 * The scanner writes null as OpenAPI 3.1 has it, but the rest as 3.0: there a description needs `allOf` to stand beside
 * a `$ref`, and a schema has one `example`.
 */
export function asOpenApi31<T>(value: T): T {
  if (Array.isArray(value)) return value.map(asOpenApi31) as T;
  if (!isNode(value)) return value;
  const parts = Object.entries(value).map(([name, part]) => [name, partOf(name, part)]);
  const node = Object.fromEntries(parts) as Node;
  return (isSchema(node) ? withExamples(unwrapped(node)) : node) as T;
}

function partOf(name: string, part: unknown): unknown {
  if (KEYED_BY_NAME.has(name) && isNode(part))
    return Object.fromEntries(
      Object.entries(part).map(([key, schema]) => [key, asOpenApi31(schema)]),
    );
  return OPAQUE.has(name) ? part : asOpenApi31(part);
}

const SCHEMA_WORDS = ['type', 'allOf', 'anyOf', '$ref', 'enum'];

const isSchema = (node: Node): boolean =>
  !('in' in node) && SCHEMA_WORDS.some((word) => word in node);

function unwrapped(node: Node): Node {
  const { allOf, ...rest } = node;
  return Array.isArray(allOf) && allOf.length === 1 && isNode(allOf[0])
    ? { ...allOf[0], ...rest }
    : node;
}

function withExamples(node: Node): Node {
  const { example, ...rest } = node;
  return example === undefined ? node : { ...rest, examples: [example] };
}
