import { DomainError } from '../errors/domain-error.js';
import { RequestErrors } from '../errors/request-errors.js';

/** Fields that never reach a log line. */
const SECRETS: ReadonlySet<string> = new Set([
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
  'signature',
  'email',
  'firstName',
  'lastName',
  'first_name',
  'last_name',
  'phone',
  'phoneNumber',
  'phone_number',
]);
const REMOVED = '[removed]';
const DEEPEST = 4;

type Fields = Record<string, unknown>;

/** The fields of a line without secrets, at any of the first levels. Redaction by our library takes 100 µs a line. */
export function redact(fields: Fields, level = 1): Fields {
  const shown: Fields = {};
  for (const [name, value] of Object.entries(fields))
    shown[name] = SECRETS.has(name) ? REMOVED : redactValue(value, level);
  return shown;
}

function redactValue(value: unknown, level: number): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Error) return value;
  if ('toJSON' in value) return value;
  if (level === DEEPEST) return REMOVED;
  if (Array.isArray(value)) return value.map((item) => redactValue(item, level + 1));
  return redact(value as Fields, level + 1);
}

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
