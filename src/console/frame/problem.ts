import type { FastifyRequest } from 'fastify';
import { AuthErrors, CONFIRM_PAGE, interruptedAt, LOG_IN_PAGE } from '../../partner-auth/index.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { IdempotencyErrors } from '../../platform/http/idempotency.errors.js';
import { RequestErrors } from '../../platform/errors/request-errors.js';

/** What the administration API answers when it refuses: `application/problem+json`. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[];
}

export type AdminAnswer<T> =
  | {
      readonly ok: true;
      readonly status: number;
      readonly body: T;
      /** Its `ETag`; empty where it has none. */
      readonly tag: string;
      /** That the API sets, for the browser. */
      readonly cookies: readonly string[];
    }
  | { readonly ok: false; readonly problem: Problem };

/** The same form was sent before, and that call is not answered yet. */
export const isFirstRunning = (answer: AdminAnswer<unknown>): boolean =>
  !answer.ok && answer.problem.code === IdempotencyErrors.stillRunning.code;

/** The person must log in or prove who they are first: after that they are back on their page. */
export function interruption({ code }: Problem, request: FastifyRequest): DomainError | undefined {
  const page = {
    [RequestErrors.proofRequired.code]: CONFIRM_PAGE,
    [AuthErrors.sessionEnded.code]: LOG_IN_PAGE,
  }[code];
  return page === undefined
    ? undefined
    : new DomainError(AuthErrors.sessionEnded, { continueAt: interruptedAt(page, request) });
}

/** The page that stands for a problem about which a screen can do nothing. */
export function pageErrorOf({ status }: Problem): DomainError {
  if (status === 403) return new DomainError(AuthErrors.scopeMissing);
  if (status === 429) return new DomainError(RequestErrors.rateLimited);
  return new DomainError(status >= 500 ? RequestErrors.unavailable : RequestErrors.notFound);
}
