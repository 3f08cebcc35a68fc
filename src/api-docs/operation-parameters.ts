import type { OpenAPIObject } from '@nestjs/swagger';
import type { RouteTraits } from './route-traits.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Parameter = Extract<NonNullable<Operation['parameters']>[number], { name: string }>;

/** The parameters of an operation: its path's, those that its handler reads, and headers that follow from what it declares. */
export function parametersOf(
  path: string,
  operation: Operation,
  { traits, method }: { readonly traits: RouteTraits; readonly method: object },
): Parameter[] {
  const declared = (operation.parameters ?? []) as Parameter[];
  return [
    ...inPath(path, declared),
    ...asWritten(
      declared.filter(({ in: place }) => place !== 'path'),
      method,
    ).map(known),
    ...headersOf(traits),
  ];
}

/** Where `@ApiQuery` of Swagger keeps them. */
const DECORATED = 'swagger/apiParameters';

/** Decorators run from the last to the first, so what they name of a handler comes in reverse. */
function asWritten(parameters: readonly Parameter[], method: object): Parameter[] {
  const decorated = (Reflect.getMetadata(DECORATED, method) ?? []) as Parameter[];
  const names = decorated.map(({ name }) => name).toReversed();
  return parameters.toSorted((a, b) => names.indexOf(a.name) - names.indexOf(b.name));
}

const UUIDS = /^(partnerId|id)$/;
/** Without a decorator that tells their type. */
const OURS = /^(customerId|contractId)$/;
const INT64 = { type: 'integer', format: 'int64', minimum: 1 } as const;

/** Path parameters that a handler reads otherwise than by `@Param` are documented too. */
const inPath = (path: string, declared: readonly Parameter[]): Parameter[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => {
    const known = declared.find((one) => one.in === 'path' && one.name === name);
    return { ...known, name, in: 'path', required: true, schema: schemaOf(name, known) };
  });

function schemaOf(name: string, known: Parameter | undefined) {
  const { type } = (known?.schema ?? {}) as { type?: string };
  if (type === 'number' || (known === undefined && OURS.test(name))) return INT64;
  return { type: 'string' as const, ...(UUIDS.test(name) && { format: 'uuid' }) };
}

const STUDIO_ID: Parameter = {
  name: 'studioId',
  in: 'query',
  required: false,
  description:
    'Which studio. Not needed by a key that is narrowed to one, nor where there is only one',
  schema: INT64,
};

/** One parameter of the Open API is the same everywhere. */
const known = (parameter: Parameter): Parameter =>
  parameter.in === 'query' && parameter.name === STUDIO_ID.name ? STUDIO_ID : parameter;

const IDEMPOTENCY_KEY: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'The same key and body within 24 hours: the first answer again, with Idempotency-Replayed: true',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};
const KEY_OF_CHANGE: Parameter = {
  ...IDEMPOTENCY_KEY,
  description: `${IDEMPOTENCY_KEY.description}. Only together with If-Match`,
};
const PARTNER: Parameter = {
  name: 'X-Partner-Id',
  in: 'header',
  required: false,
  description: 'Only operator keys: which partner',
  schema: { type: 'string', format: 'uuid' },
};
const IF_MATCH: Parameter = {
  name: 'If-Match',
  in: 'header',
  required: false,
  description:
    'The `ETag` that you read: if it was changed meanwhile, nothing is done and you get 412',
  schema: { type: 'string' },
};
const SIGNATURE: Parameter = {
  name: 'X-Gympass-Signature',
  in: 'header',
  required: true,
  description: 'HMAC-SHA1 of the bytes of the body under the webhook secret, in hexadecimal digits',
  schema: { type: 'string', minLength: 40, maxLength: 40 },
};

const IF_MATCH_OF_VERSION: Parameter = {
  ...IF_MATCH,
  required: true,
  description: `${IF_MATCH.description}; \`*\`: whatever it is now`,
};

function headersOf(traits: RouteTraits): Parameter[] {
  const { namesPartner, hasBody, hasTags, hasVersions, needsVersion, isKeyed, isSigned } = traits;
  const key = hasTags ? KEY_OF_CHANGE : IDEMPOTENCY_KEY;
  return [
    ...(namesPartner ? [PARTNER] : []),
    ...(needsVersion ? [IF_MATCH_OF_VERSION] : []),
    ...(hasTags && !hasVersions && hasBody ? [IF_MATCH] : []),
    ...(isKeyed ? [key] : []),
    ...(isSigned ? [SIGNATURE] : []),
  ];
}
