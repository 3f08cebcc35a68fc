import { BrokenCircuitError } from 'cockatiel';
import { DomainError } from '../errors/domain-error.js';
import { RequestErrors } from '../errors/request-errors.js';
import { OutOfTime } from '../deadline/within.js';
import { databaseOutage } from './database-outage.js';

const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOENT',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'EAI_AGAIN',
]);
/**
 * Classes of SQLSTATE that concern the server's state and not the statement. A prepared statement that is missing, or
 * exists already, means that a pooler switched the session: this connection cannot be used.
 */
const SERVER_STATE = /^(08|53|57P|57014|58|25006|26000|42P05)/;
/**
 * Serialization failure and dead-lock; not the rest of class 40, where the outcome of the transaction may be unknown.
 */
const UNDONE = new Set(['40001', '40P01']);
const MESSAGES =
  /timeout exceeded when trying to connect|Query read timeout|Connection terminated|not queryable|connection error/i;

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

/** True when the database could not be reached or did not answer, so that a later try may succeed. */
export function isDatabaseDown(error: unknown): boolean {
  if (error instanceof OutOfTime) return true;
  const code = codeOf(error);
  if (NETWORK.has(code) || SERVER_STATE.test(code)) return true;
  return error instanceof Error && MESSAGES.test(error.message);
}

const CONNECTION_ENDED = new Set(['ECONNRESET', 'EPIPE', '57P01', '57P02']);

/** True when a connection that had been open ended: its server may be there all the same, and a restart ends all at once. */
export const isConnectionEnded = (error: unknown): boolean =>
  CONNECTION_ENDED.has(codeOf(error)) ||
  (error instanceof Error && error.message.startsWith('Connection terminated'));

/** True when a transaction was rolled back in favour of another one: nothing happened, and a retry may succeed. */
export const isUndone = (error: unknown): boolean => UNDONE.has(codeOf(error));

/** The same, also when it was not tried, since it has not answered lately. */
export const isDatabaseAway = (error: unknown): boolean =>
  error instanceof BrokenCircuitError || isDatabaseDown(error);

/** The catalogue's failure for what may succeed later; anything else stays as it is. The log counts an outage by it. */
export function asDatabaseFailure(error: unknown): unknown {
  if (isDatabaseAway(error)) databaseOutage.occurs(() => ({ err: error }));
  else if (!isUndone(error)) return error;
  return new DomainError(RequestErrors.unavailable, { retryAfterSeconds: 1 }, { cause: error });
}

/** True for a violation of that unique constraint or index; repositories translate it where its meaning is known. */
export function violates(error: unknown, constraint: string): boolean {
  const found = constraintOf(error);
  return found === constraint;
}

/** Name of the violated constraint: of a pg error, or of the one that TypeORM wrapped. */
export function constraintOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const inner = 'driverError' in error ? error.driverError : error;
  return typeof inner === 'object' && inner !== null && 'constraint' in inner
    ? String(inner.constraint)
    : undefined;
}
