import type { ErrorSpec } from '../platform/errors/domain-error.js';

/** A failure as the clients of one surface see it. */
export interface ToldError {
  readonly surface: string;
  readonly status: number;
  readonly code: string;
}

/** Statuses are known to one place only, and no room asks it: whoever puts the house together passes this in. */
export abstract class ErrorWords {
  abstract of(spec: ErrorSpec): readonly ToldError[];
}
