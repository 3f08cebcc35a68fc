import { STATUS } from './status.js';
import { json, type ErrorRenderer } from './rendered-error.js';

const NAMES: Record<string, string> = {
  'auth.key-missing': 'Unauthorized',
  'auth.key-invalid': 'Unauthorized',
  'auth.token-invalid': 'Unauthorized',
  'auth.scope-missing': 'AccessDenied',
  'auth.wrong-mode': 'AccessDenied',
  'request.invalid': 'InvalidParameters',
  'request.invalid-json': 'InvalidParameters',
  'request.unsupported-media-type': 'InvalidParameters',
  'request.unavailable': 'ServiceUnavailable',
  'request.internal': 'InternalError',
  'request.too-large': 'RequestTooLarge',
  'request.not-found': 'NotFound',
  'request.method-not-allowed': 'MethodNotAllowed',
};

/** Failures of the token endpoint carry RFC 6749's error code in the same body. */
const TOKEN_ERRORS: Record<string, readonly [code: string, error: string]> = {
  'users-api.invalid-grant': ['InvalidUserNameOrPassword', 'invalid_grant'],
  'users-api.unsupported-grant-type': ['InvalidParameters', 'unsupported_grant_type'],
  'users-api.invalid-request': ['InvalidParameters', 'invalid_request'],
};

/** The statuses that this API knows besides 400; a missing object is a wrong parameter to it, not a 404. */
const OWN_STATUSES: Record<string, number> = {
  Unauthorized: 401,
  AccessDenied: 401,
  NotFound: STATUS['not-found'],
  MethodNotAllowed: STATUS['method-not-allowed'],
  RequestTooLarge: STATUS['too-large'],
  InternalError: STATUS.internal,
  ServiceUnavailable: STATUS.unavailable,
};

/** Codes whose `message` is filled. */
const EXPLAINED = new Set(['InvalidParameters', 'InvalidPassword']);

/** `users-api.md` section 1: every failure is a list of three strings, and a logical one is 400. */
export const renderUsersApiError: ErrorRenderer = (error) => {
  const { name, tokenError } = namesOf(error.spec.code);
  const { violations: [first] = [], allow, detail = '' } = error.facts;
  const status = OWN_STATUSES[name] ?? 400;
  const message = EXPLAINED.has(name) ? (first?.detail ?? detail) : '';
  const errors = [{ code: name, property: first?.path ?? '', message }];
  return json(
    status,
    { ...(tokenError && { error: tokenError }), errors },
    {
      'Cache-Control': 'no-cache, no-store',
      ...(allow && { Allow: allow.join(', ') }),
      ...retryAfter(error.facts),
      ...(status === 401 && { 'WWW-Authenticate': 'Bearer' }),
    },
  );
};

const retryAfter = ({ retryAfterSeconds }: { retryAfterSeconds?: number }) =>
  retryAfterSeconds === undefined ? undefined : { 'Retry-After': String(retryAfterSeconds) };

function namesOf(code: string): { name: string; tokenError?: string } {
  const [name, tokenError] = TOKEN_ERRORS[code] ?? [];
  if (name !== undefined && tokenError !== undefined) return { name, tokenError };
  return { name: NAMES[code] ?? pascal(code.split('.').at(-1) ?? code) };
}

const pascal = (words: string) =>
  words.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
