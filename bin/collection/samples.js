// A body to begin with: the example of the document, else what is required.

/** @param resolve gives a `$ref` its schema */
export function sampleOf({ schema = {}, example, examples }, resolve) {
  const [first] = Object.values(examples ?? {});
  return example ?? first?.value ?? valueOf(schema, resolve, 'text');
}

/** @param name of the field, which stands for a text that nothing else is known of */
function valueOf(reference, resolve, name) {
  const schema = resolve(reference);
  const { examples: [example] = [], oneOf, anyOf, allOf } = schema;
  if (schema.example !== undefined || example !== undefined) return schema.example ?? example;
  if (schema.default !== undefined) return schema.default;
  if (schema.enum) return schema.enum[0];
  const [inner] = oneOf ?? anyOf ?? allOf ?? [];
  return inner ? valueOf(inner, resolve, name) : plain(schema, resolve, name);
}

function plain(schema, resolve, name) {
  const { type, format, minimum = 0, properties = {}, required = [] } = schema;
  const [kind] = [type].flat();
  if (kind === 'array') return [];
  if (kind === 'boolean') return false;
  if (kind === 'integer' || kind === 'number') return minimum;
  if (kind === 'string') return TEXTS[format] ?? name;
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([field]) => required.includes(field))
      .map(([field, one]) => [field, valueOf(one, resolve, field)]),
  );
}

const TEXTS = {
  date: '2026-11-21',
  'date-time': '2026-11-21T17:04:10Z',
  email: 'ana@example.com',
  uri: 'https://example.com/',
};
