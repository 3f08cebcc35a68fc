import { DomainError } from '../errors/domain-error.js';
import { RequestErrors } from '../errors/request-errors.js';

/** Fields that never reach a log line, at any of the first levels. */
export const REDACTED = [
  'authorization',
  'cookie',
  'set-cookie',
  'x-api-key',
  'x-gympass-signature',
  'webhook-signature',
  'password',
  'secret',
  'token',
  'accessToken',
  'access_token',
  'apiKey',
  'key',
  'code',
  'signature',
  'email',
  'firstName',
  'lastName',
  'first_name',
  'last_name',
  'name',
  'phone',
  'phoneNumber',
  'phone_number',
];

export const REDACTED_PATHS = REDACTED.filter(
  (field) => field !== 'name' && field !== 'code',
).flatMap((field) => [`["${field}"]`, `*["${field}"]`, `*.*["${field}"]`]);

const EMAIL = /[^\s"'<>@]+@[^\s"'<>@]+\.[^\s"'<>@]+/g;
const SECRETISH = /\b(ghk_\w+|whsec_\S+|eyJ[\w-]+\.[\w-]+\.[\w-]+|\d{13,})\b/g;

export const scrub = (text: string): string =>
  text.replaceAll(EMAIL, '[email]').replaceAll(SECRETISH, '[removed]');

/** Several processes write to one pipe, which keeps lines whole up to 4 KiB. */
const LONGEST_STACK = 1_200;
const MOST_CAUSES = 2;

/** Driver errors carry rows and values in `detail`, `where` and `parameters`: only what names the fault is kept. */
export function serializeError(error: unknown, causes = 0): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: 'a value that is no error was thrown' };
  const { message, stack = '' } = error;
  const type = error.constructor.name;
  const code = 'code' in error ? String(error.code) : undefined;
  const scrubbed = {
    type,
    message: shown(message),
    code,
    ...(!isOfOutage(error) && { stack: shown(stack) }),
  };
  return error.cause instanceof Error && causes < MOST_CAUSES
    ? { ...scrubbed, cause: serializeError(error.cause, causes + 1) }
    : scrubbed;
}

/** Where it came up says nothing: what is away has lines of its own. */
export const isOfOutage = (error: unknown): boolean =>
  error instanceof DomainError && error.is(RequestErrors.unavailable);

/** Scrubbed first: a secret that is cut in two is not recognised. */
const shown = (text: string): string => scrub(text).slice(0, LONGEST_STACK);
