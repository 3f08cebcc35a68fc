interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly items?: Schema;
  readonly properties?: Record<string, Schema>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

interface Media {
  readonly content?: Record<string, { readonly schema?: Schema }>;
}

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema?: Schema;
  }[];
  readonly requestBody?: Media;
  readonly responses: Record<string, Media>;
}

export interface Described {
  readonly paths: Record<string, Record<string, Operation>>;
  readonly webhooks?: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: Record<string, Schema> };
}

const SHORT: Record<string, string> = { query: '?', header: '^', path: '/' };

/** The document in few lines: what clients depend on, so that a breaking change is a difference that people see. */
export const outlineOf = ({ paths, webhooks = {}, components }: Described): string =>
  [
    ...Object.entries(paths).flatMap(([path, verbs]) =>
      Object.entries(verbs).flatMap(([verb, operation]) =>
        linesOf(`${verb.toUpperCase()} ${path}  ${operation.operationId}`, operation),
      ),
    ),
    ...Object.entries(webhooks).flatMap(([name, { post }]) =>
      post ? linesOf(`webhook ${name}`, post) : [],
    ),
    ...Object.entries(components.schemas)
      .toSorted(([a], [b]) => a.localeCompare(b, 'en'))
      .flatMap(([name, schema]) => [`${name}:`, ...fieldsOf(schema)]),
  ].join('\n');

function linesOf(title: string, { parameters = [], requestBody, responses }: Operation): string[] {
  const shown = parameters.map(
    ({ name, in: place, required, schema }) =>
      `${SHORT[place]}${name}${required ? '' : '?'}: ${typeOf(schema)}`,
  );
  return [
    title,
    ...(shown.length > 0 ? [`  ${shown.join(', ')}`] : []),
    ...mediaLines('  <-', requestBody),
    ...Object.entries(responses)
      .filter(([status]) => /^[23]/.test(status))
      .flatMap(([status, media]) => mediaLines(`  ${status}`, media)),
  ];
}

const mediaLines = (begin: string, media: Media | undefined): string[] => {
  if (!media) return [];
  const kinds = Object.entries(media.content ?? {});
  if (kinds.length === 0) return [begin];
  return kinds.map(([type, { schema }]) =>
    type === 'application/json' ? `${begin} ${typeOf(schema)}` : `${begin} ${type}`,
  );
};

const fieldsOf = (schema: Schema): string[] =>
  Object.entries(schema.properties ?? {}).map(
    ([name, field]) => `  ${name}${schema.required?.includes(name) ? '' : '?'}: ${typeOf(field)}`,
  );

function typeOf(schema: Schema | undefined): string {
  if (!schema) return 'any';
  const { $ref, type, format, enum: values, items, properties, anyOf, oneOf, allOf } = schema;
  if ($ref) return $ref.split('/').at(-1) ?? '';
  const choice = anyOf ?? oneOf ?? allOf;
  if (choice) return choice.map(typeOf).join(allOf ? ' & ' : ' | ');
  if (values) return values.map(String).join(' | ');
  const types = [type ?? 'any'].flat();
  return types
    .map((one) => {
      if (one === 'array') return `${typeOf(items)}[]`;
      if (one === 'object' && properties)
        return `{ ${fieldsOf(schema)
          .map((line) => line.trim())
          .join('; ')} }`;
      return format && one !== 'null' ? `${one} ${format}` : one;
    })
    .join(' | ');
}
