import type { OpenAPIObject } from '@nestjs/swagger';

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
  UsersApiErrors: object(
    {
      errors: listOf(object({ code: text, property: text, message: text })),
      error: { type: 'string', description: 'Of the token endpoint only: RFC 6749, section 5.2' },
    },
    ['errors'],
  ),
  WellhubError: object({ message: text, code: text, request_id: text }),
};
