import type { ErrorSpec } from '../platform/errors/domain-error.js';

/** A failure as the clients of one surface see it. */
export interface ErrorExample {
  readonly surface: string;
  readonly status: number;
  readonly code: string;
}

/** Only `wire/` knows statuses and no room imports it, so the application module passes this in. */
export abstract class ErrorExamples {
  abstract of(spec: ErrorSpec): readonly ErrorExample[];
}
