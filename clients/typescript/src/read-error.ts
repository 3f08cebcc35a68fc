import { GatehouseError, type FieldError } from './errors.js';
import { readRetryAfter } from './retry-after.js';

interface Failure {
  readonly method: string;
  readonly path: string;
  readonly response: Response;
  readonly body: unknown;
}

interface Said {
  readonly code?: string;
  readonly detail?: string;
  readonly traceId?: string;
  readonly errors?: readonly FieldError[];
}

/** The error that an answer is, in the form of any surface. */
export function readError({ method, path, response, body }: Failure): GatehouseError {
  const { status, headers } = response;
  const said = isObject(body) ? saidBy(body) : {};
  return new GatehouseError({
    code: said.code ?? 'client.unexpected-answer',
    detail: said.detail || `The service answered ${status}`,
    method,
    path,
    status,
    traceId: said.traceId ?? headers.get('x-request-id') ?? undefined,
    errors: said.errors ?? [],
    retryAfterSeconds: readRetryAfter(headers.get('retry-after')),
    body,
  });
}

type Fields = Record<string, unknown>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const text = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

function saidBy(body: Fields): Said {
  if ('errorCode' in body) return ofOpenApi(body);
  if ('code' in body) return ofProblem(body);
  return Array.isArray(body['errors']) ? ofUsersApi(body['errors']) : {};
}

/** `{ errorMessage, errorCode, traceId, reference? }` */
function ofOpenApi(body: Fields): Said {
  const reference = text(body['reference']);
  const detail = text(body['errorMessage']) ?? '';
  return {
    code: text(body['errorCode']) ?? '',
    detail,
    traceId: text(body['traceId']) ?? '',
    errors: reference === undefined ? [] : [{ pointer: reference, detail: '' }],
  };
}

/** Problem details of the administration (RFC 9457), and `{ message, code, request_id }` of the Wellhub surface. */
function ofProblem(body: Fields): Said {
  const traceId = text(body['traceId']) ?? text(body['request_id']);
  return {
    code: text(body['code']) ?? '',
    detail: text(body['detail']) ?? text(body['title']) ?? text(body['message']) ?? '',
    ...(traceId !== undefined && { traceId }),
    errors: Array.isArray(body['errors']) ? body['errors'].filter(isObject).map(fieldOf) : [],
  };
}

const fieldOf = (field: Fields): FieldError => ({
  pointer: text(field['pointer']) ?? '',
  detail: text(field['detail']) ?? '',
});

/** `{ errors: [{ code, property, message }] }`; the first one gives the code. */
function ofUsersApi(errors: readonly unknown[]): Said {
  const found = errors.filter(isObject);
  const [first = {}] = found;
  return {
    code: text(first['code']) ?? '',
    detail: text(first['message']) || text(first['code']) || '',
    errors: found
      .filter((field) => text(field['property']))
      .map((field) => ({
        pointer: text(field['property']) ?? '',
        detail: text(field['message']) ?? '',
      })),
  };
}
