import type { LoggerService } from '@nestjs/common';
import { pino, type Logger as Pino } from 'pino';

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

const paths = REDACTED.filter((field) => field !== 'name' && field !== 'code').flatMap((field) => [
  `["${field}"]`,
  `*["${field}"]`,
  `*.*["${field}"]`,
]);

/** Driver errors carry rows and values in `detail`, `where` and `parameters`: only what names the fault is kept. */
function serializeError(error: Error): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: 'a value that is no error was thrown' };
  const { message, stack = '' } = error;
  const type = error.constructor.name;
  const code = 'code' in error ? String(error.code) : undefined;
  const scrubbed = { type, message: scrub(message), stack: scrub(stack), code };
  return error.cause instanceof Error
    ? { ...scrubbed, cause: serializeError(error.cause) }
    : scrubbed;
}

const EMAIL = /[^\s"'<>@]+@[^\s"'<>@]+\.[^\s"'<>@]+/g;
const SECRETISH = /\b(ghk_\w+|whsec_\S+|eyJ[\w-]+\.[\w-]+\.[\w-]+|\d{13,})\b/g;
export const scrub = (text: string): string =>
  text.replaceAll(EMAIL, '[email]').replaceAll(SECRETISH, '[removed]');

export const makePino = (level: string): Pino =>
  pino({
    level,
    base: null,
    redact: { paths, censor: '[removed]' },
    serializers: { err: serializeError },
  });

const STARTING_UP = new Set([
  'NestFactory',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestApplication',
]);

/** Nest's own lines and ours, as JSON lines with the context as `room`. */
export class JsonLogger implements LoggerService {
  constructor(private readonly pino: Pino) {}

  log = (message: unknown, ...rest: unknown[]) => this.write('info', message, rest);
  error = (message: unknown, ...rest: unknown[]) => this.write('error', message, rest);
  warn = (message: unknown, ...rest: unknown[]) => this.write('warn', message, rest);
  debug = (message: unknown, ...rest: unknown[]) => this.write('debug', message, rest);
  verbose = (message: unknown, ...rest: unknown[]) => this.write('trace', message, rest);

  private write(
    level: 'info' | 'error' | 'warn' | 'debug' | 'trace',
    message: unknown,
    rest: unknown[],
  ): void {
    const room = rest.findLast((part) => typeof part === 'string');
    if (level === 'info' && STARTING_UP.has(String(room))) level = 'debug';
    if (message instanceof Error) this.pino[level]({ room, err: message }, scrub(message.message));
    else if (typeof message === 'object' && message !== null)
      this.pino[level]({ room, ...message });
    else this.pino[level]({ room }, scrub(String(message)));
  }
}
