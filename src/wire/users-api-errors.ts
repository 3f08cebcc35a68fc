import { STATUS } from './status.js';
import { json, type ErrorRenderer } from './rendered-error.js';

const NAMES: Record<string, string> = {
  'auth.key-missing': 'Unauthorized',
  'auth.key-invalid': 'Unauthorized',
  'auth.token-invalid': 'Unauthorized',
  'auth.scope-missing': 'AccessDenied',
  'request.invalid': 'InvalidParameters',
  'request.invalid-json': 'InvalidParameters',
  'request.unsupported-media-type': 'InvalidParameters',
  'request.unavailable': 'ServiceUnavailable',
  'request.internal': 'InternalError',
  'request.too-large': 'RequestTooLarge',
  'request.not-found': 'NotFound',
  'request.method-not-allowed': 'MethodNotAllowed',
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
  const { code } = error.spec;
  const { violations = [], allow } = error.facts;
  const name = NAMES[code] ?? pascal(code.split('.').at(-1) ?? code);
  const status = OWN_STATUSES[name] ?? 400;
  const message = EXPLAINED.has(name) ? (violations[0]?.detail ?? '') : '';
  const errors = [{ code: name, property: violations[0]?.path ?? '', message }];
  return json(
    status,
    { errors },
    {
      ...(allow && { Allow: allow.join(', ') }),
      ...(status === 401 && { 'WWW-Authenticate': 'Bearer' }),
    },
  );
};

const pascal = (words: string) =>
  words.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
