const DAY_MS = 86_400_000;

/** A value that the schema of the OpenAPI document allows, mostly. */
export function fromSchema(random, schema, document, depth = 0) {
  const real = resolve(schema, document);
  if (!real || depth > 6) return 'x';
  if (real.const !== undefined) return real.const;
  if (real.enum) return random.pick(real.enum);
  const choices = real.oneOf ?? real.anyOf;
  if (choices) return fromSchema(random, random.pick(choices), document, depth + 1);
  if (real.allOf)
    return Object.assign(
      {},
      ...real.allOf.map((part) => fromSchema(random, part, document, depth + 1)),
    );
  const type = Array.isArray(real.type) ? random.pick(real.type) : real.type;
  return valueOf(random, { ...real, type }, document, depth);
}

function valueOf(random, schema, document, depth) {
  switch (schema.type) {
    case 'object':
      return objectOf(random, schema, document, depth);
    case 'array':
      return Array.from({ length: random.below(3) }, () =>
        fromSchema(random, schema.items, document, depth + 1),
      );
    case 'integer':
    case 'number':
      return numberOf(random, schema);
    case 'boolean':
      return random.chance(0.5);
    case 'null':
      return null;
    default:
      return schema.properties ? objectOf(random, schema, document, depth) : textOf(random, schema);
  }
}

function objectOf(random, { properties = {}, required = [] }, document, depth) {
  const entries = Object.entries(properties)
    .filter(([name]) => required.includes(name) || random.chance(0.5))
    .map(([name, schema]) => [name, fromSchema(random, schema, document, depth + 1)]);
  return Object.fromEntries(entries);
}

function numberOf(random, { minimum = 0, maximum = 1_000 }) {
  return random.chance(0.2)
    ? random.pick([minimum, maximum])
    : minimum + random.below(Math.min(maximum - minimum, 1_000) + 1);
}

function textOf(random, { format, maxLength = 40, minLength = 1 }) {
  const at = new Date(1_790_000_000_000 + random.below(400) * DAY_MS);
  switch (format) {
    case 'date':
      return at.toISOString().slice(0, 10);
    case 'date-time':
      return at.toISOString();
    case 'uuid':
      return random.uuid();
    case 'email':
      return `p${random.digits(6)}@example.com`;
    case 'uri':
      return `https://example.com/${random.hex(6)}`;
    default:
      return random
        .pick(['Ana', 'Fit Centro', random.digits(13), 'x', 'ü é', `gpw-${random.uuid()}`])
        .slice(0, maxLength)
        .padEnd(minLength, 'x');
  }
}

function resolve(schema, document) {
  if (!schema?.$ref) return schema;
  return schema.$ref
    .slice(2)
    .split('/')
    .reduce((node, key) => node?.[key], document);
}
