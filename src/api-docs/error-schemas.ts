import type { OpenAPIObject } from '@nestjs/swagger';
import { surfaceOf, type Surface } from '../platform/http/surfaces.js';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

const text = { type: 'string' };
const object = (properties: object, required = Object.keys(properties)) =>
  ({ type: 'object', properties, required }) as Schemas[string];
const listOf = (items: object) => ({ type: 'array', items });

/** The error format of each surface; all codes are in `/docs/errors`. */
export const ERROR_SCHEMAS: Schemas = {
  Problem: object(
    {
      type: { type: 'string', format: 'uri', description: 'link to the error in /docs/errors' },
      title: text,
      status: { type: 'integer' },
      detail: text,
      instance: text,
      code: { type: 'string', example: 'customer.not-found' },
      traceId: text,
      errors: listOf(object({ pointer: text, detail: text })),
    },
    ['type', 'title', 'status', 'detail', 'instance', 'code', 'traceId'],
  ),
  OpenApiError: object({ errorMessage: text, errorCode: text, traceId: text, reference: text }, [
    'errorMessage',
    'errorCode',
    'traceId',
  ]),
  UsersApiErrors: object({ errors: listOf(object({ code: text, property: text, message: text })) }),
  WellhubError: object({ message: text, code: text, request_id: text }),
};

const BY_SURFACE: Partial<Record<Surface, readonly [schema: string, mediaType: string]>> = {
  wellhub: ['WellhubError', 'application/json'],
  'wellhub-registration': ['WellhubError', 'application/json'],
  'open-api': ['OpenApiError', 'application/json'],
  'users-api': ['UsersApiErrors', 'application/json'],
  admin: ['Problem', 'application/problem+json'],
  system: ['Problem', 'application/problem+json'],
};

/** The answer to any failure at this path. */
export function failureAt(path: string): object | undefined {
  const found = BY_SURFACE[surfaceOf(path).surface];
  if (!found) return undefined;
  const [schema, mediaType] = found;
  const content = { [mediaType]: { schema: { $ref: `#/components/schemas/${schema}` } } };
  return { description: 'Any failure; see /docs/errors', content };
}
