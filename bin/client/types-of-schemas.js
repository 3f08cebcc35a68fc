// TypeScript of JSON Schema, as far as our document uses it. Unknown words of a schema are an error: nothing is left out in silence.
const KNOWN = new Set(
  `type properties required items enum const oneOf anyOf allOf $ref additionalProperties description format
  minimum maximum exclusiveMinimum exclusiveMaximum minLength maxLength minItems maxItems uniqueItems pattern
  default example examples title nullable deprecated discriminator propertyNames minProperties maxProperties
  contentMediaType contentEncoding multipleOf not readOnly writeOnly prefixItems`
    .split(/\s+/)
    .filter(Boolean),
);
const SCALARS = {
  string: 'string',
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  null: 'null',
};
const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

export const isBinary = ({ type, format }) => type === 'string' && format === 'binary';

/** A type, in one line or with its fields in lines of their own. @param nameOf gives a `$ref` its name */
export function typeOf(schema, nameOf) {
  const strange = Object.keys(schema).filter((word) => !KNOWN.has(word) && !word.startsWith('x-'));
  if (strange.length > 0)
    throw new Error(`the generator does not know ${strange} of ${JSON.stringify(schema)}`);
  if (schema.$ref) return nameOf(schema.$ref);
  if ('const' in schema) return JSON.stringify(schema.const);
  if (schema.enum)
    return union(
      schema.enum.map((value) => JSON.stringify(value)),
      schema,
    );
  for (const several of ['oneOf', 'anyOf'])
    if (schema[several])
      return union(
        schema[several].map((one) => typeOf(one, nameOf)),
        schema,
      );
  if (schema.allOf) return schema.allOf.map((one) => `(${typeOf(one, nameOf)})`).join(' & ');
  if (isBinary(schema)) return 'Blob';
  const types = [schema.type ?? 'any'].flat().filter((type) => type !== 'null');
  return union(
    types.map((type) => ofType(type, schema, nameOf)),
    schema,
  );
}

function union(types, { type, nullable }) {
  const isNullable = nullable === true || [type].flat().includes('null');
  return [...new Set([...types, ...(isNullable ? ['null'] : [])])].filter(Boolean).join(' | ');
}

function ofType(type, schema, nameOf) {
  if (type === 'array')
    return schema.items
      ? `readonly ${wrapped(typeOf(schema.items, nameOf))}[]`
      : 'readonly unknown[]';
  if (type === 'object') return objectOf(schema, nameOf);
  return SCALARS[type] ?? 'unknown';
}

const wrapped = (type) => (/^[\w.]+$/.test(type) ? type : `(${type})`);

function objectOf({ properties, required = [], additionalProperties }, nameOf) {
  if (properties)
    return `{\n${Object.entries(properties)
      .map(([name, schema]) =>
        fieldOf({ name, schema, isRequired: required.includes(name) }, nameOf),
      )
      .join('')}}`;
  const values =
    typeof additionalProperties === 'object' ? typeOf(additionalProperties, nameOf) : 'unknown';
  return `{ readonly [name: string]: ${values} }`;
}

/** @param isBare without `readonly`: what a caller makes */
export const fieldOf = ({ name, schema, isRequired, description = schema.description }, nameOf) =>
  `${comment(description)}readonly ${IDENTIFIER.test(name) ? name : JSON.stringify(name)}${
    isRequired ? '' : '?'
  }: ${typeOf(schema, nameOf)}${isRequired ? '' : ' | undefined'};\n`;

/** JSDoc of one or several paragraphs; nothing for nothing. */
export function comment(...paragraphs) {
  const lines = paragraphs
    .filter(Boolean)
    .flatMap((text, no) => [
      ...(no > 0 ? [''] : []),
      ...text.replaceAll('*/', '*\\/').trim().split('\n'),
    ]);
  if (lines.length === 0) return '';
  return lines.length === 1
    ? `/** ${lines[0]} */\n`
    : `/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join('\n')}\n */\n`;
}
