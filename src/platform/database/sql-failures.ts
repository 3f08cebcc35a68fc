import { isDatabaseDown } from './database-failure.js';

/** Two characters of SQLSTATE that say what went wrong, in words; the rest is `other`. */
const CLASSES = {
  '08': 'connection',
  '22': 'data',
  '23': 'constraint',
  '25': 'transaction-state',
  '26': 'prepared-statement',
  '28': 'authorization',
  '40': 'rollback',
  '42': 'statement',
  '53': 'resources',
  '54': 'limits',
  '55': 'lock',
  '57': 'canceled',
  '58': 'system',
  XX: 'internal',
} as const;

/** `connection` also stands for a network that fails or a database that does not answer in time. */
export const SQL_FAILURES = [...Object.values(CLASSES), 'other'] as const;
export type SqlFailure = (typeof SQL_FAILURES)[number];

const SQLSTATE = /^[0-9A-Z]{5}$/;

/** @returns undefined for an error that is none of the database */
export function sqlFailureOf(error: unknown): SqlFailure | undefined {
  const code = (error as { code?: unknown } | undefined)?.code;
  if (
    typeof code === 'string' &&
    SQLSTATE.test(code) &&
    error instanceof Error &&
    'severity' in error
  )
    return CLASSES[code.slice(0, 2) as keyof typeof CLASSES] ?? 'other';
  return isDatabaseDown(error) ? 'connection' : undefined;
}
