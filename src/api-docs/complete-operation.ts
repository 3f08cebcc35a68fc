import type { OpenAPIObject } from '@nestjs/swagger';
import type { Access, CredentialKind } from '../platform/http/declarations.js';
import { surfaceOf } from '../platform/http/surfaces.js';
import { failureAt } from './error-schemas.js';
import { tagOf } from './tags.js';
import { bodyAt } from './wellhub-bodies.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Parameter = Extract<NonNullable<Operation['parameters']>[number], { name: string }>;

export interface Route {
  readonly path: string;
  readonly method: string;
  readonly operation: Operation;
  readonly access: Access | 'public' | undefined;
}

const SECURITY: Record<CredentialKind, readonly string[]> = {
  'key-or-token': ['X-Api-Key', 'bearer'],
  key: ['X-Api-Key'],
  'registration-token': ['bearer'],
  'users-api-token': ['bearer'],
  // Pages: they are no part of the document.
  'console-session': [],
};

/** Writes into an operation what the scanner cannot see: the path's own parameters, who may call, how it fails. */
export function completeOperation({ path, method, operation, access }: Route): void {
  const isAdmin = surfaceOf(path).surface === 'admin';
  operation.tags = operation.tags?.length ? operation.tags : [tagOf(path)];
  const declared = (operation.parameters ?? []) as Parameter[];
  operation.parameters = [
    ...inPath(path, declared),
    ...declared.filter(({ in: place }) => place !== 'path'),
    ...(isAdmin ? headersOf(path, method, access) : []),
  ];
  if (access !== undefined && access !== 'public') {
    operation.security = SECURITY[access.credential].map((scheme) => ({ [scheme]: [] }));
    if (access.scope)
      operation.description = joined(operation.description, `Scope \`${access.scope}\`.`);
  }
  if (isPaged(declared)) operation.responses = { ...operation.responses, 200: PAGE as never };
  const body = bodyAt(path, method);
  if (body) operation.requestBody = body as never;
  const failure = failureAt(path);
  if (failure) operation.responses = { ...operation.responses, default: failure as never };
}

const UUIDS = /^(partnerId|id)$/;

/** Path parameters that a handler reads otherwise than by `@Param` are documented too. */
const inPath = (path: string, declared: readonly Parameter[]): Parameter[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => {
    const known = declared.find((one) => one.in === 'path' && one.name === name);
    const schema = { type: 'string', ...(UUIDS.test(name) && { format: 'uuid' }) };
    return known ?? { name, in: 'path', required: true, schema };
  });

const IDEMPOTENCY_KEY: Parameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'The same key and body within 24 hours: the first answer again, with Idempotency-Replayed: true. Of a change only with If-Match',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};
const PARTNER: Parameter = {
  name: 'X-Partner-Id',
  in: 'header',
  required: false,
  description: 'Only operator keys: which partner',
  schema: { type: 'string', format: 'uuid' },
};

const KEYED = new Set(['post', 'patch', 'put']);

function headersOf(path: string, method: string, access: Route['access']): Parameter[] {
  if (access === 'public' || path === '/admin/v1/token') return [];
  const namesPartner = path.startsWith('/admin/v1/partners');
  return [...(namesPartner ? [] : [PARTNER]), ...(KEYED.has(method) ? [IDEMPOTENCY_KEY] : [])];
}

const isPaged = (parameters: readonly Parameter[]) =>
  ['limit', 'cursor'].every((name) => parameters.some((parameter) => parameter.name === name));

const PAGE = {
  description: 'A page; `nextCursor` is null on the last one',
  content: {
    'application/json': {
      schema: {
        type: 'object',
        required: ['items', 'nextCursor'],
        properties: {
          items: { type: 'array', items: { type: 'object' } },
          nextCursor: { type: 'string', nullable: true },
        },
      },
    },
  },
};

const joined = (...parts: (string | undefined)[]) => parts.filter(Boolean).join('\n\n');
