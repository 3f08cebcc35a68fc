import type { ServiceErrorCode } from './generated/error-codes.js';

/** What the client itself finds: the service said nothing of it. */
export type ClientErrorCode =
  'client.connection-lost' | 'client.timed-out' | 'client.unexpected-answer';

/** Known codes are completed by editors; a newer service may know more. */
export type ErrorCode = ServiceErrorCode | ClientErrorCode | (string & {});

/** One field that was refused. */
export interface FieldError {
  /** JSON pointer into the body, or the name of a field. */
  readonly pointer: string;
  readonly detail: string;
}

export interface ErrorFacts {
  readonly code: ErrorCode;
  readonly detail: string;
  readonly method: string;
  /** Without the query, in which people may be named. */
  readonly path: string;
  readonly status?: number | undefined;
  readonly traceId?: string | undefined;
  readonly errors?: readonly FieldError[];
  readonly retryAfterSeconds?: number | undefined;
  readonly body?: unknown;
  readonly cause?: unknown;
}

/** A request that failed, whatever the surface: `code` says why, and never changes once published. */
export class GatehouseError extends Error {
  override readonly name = 'GatehouseError';
  readonly code: ErrorCode;
  readonly detail: string;
  /** Of the answer; undefined when none came. */
  readonly status: number | undefined;
  /** Finds the request in the service's logs. */
  readonly traceId: string | undefined;
  readonly errors: readonly FieldError[];
  /** How long the service asks to wait. */
  readonly retryAfterSeconds: number | undefined;
  readonly body: unknown;

  constructor(facts: ErrorFacts) {
    const { code, detail, method, path, status } = facts;
    const fields = (facts.errors ?? []).map((field) => `${field.pointer} ${field.detail}`.trim());
    const what = [detail, ...fields].join('; ');
    const answer = status === undefined ? '' : `${status} `;
    super(`${what} (${answer}${code}, ${method} ${path})`, { cause: facts.cause });
    this.code = code;
    this.detail = detail;
    this.status = status;
    this.traceId = facts.traceId;
    this.errors = facts.errors ?? [];
    this.retryAfterSeconds = facts.retryAfterSeconds;
    this.body = facts.body;
  }
}

/** True for a GatehouseError with one of these codes; without codes, for any. */
export function isGatehouseError(error: unknown, ...codes: ErrorCode[]): error is GatehouseError {
  return error instanceof GatehouseError && (codes.length === 0 || codes.includes(error.code));
}
