import { DomainError } from '../errors/domain-error.js';
import { RequestErrors } from '../errors/request-errors.js';
import { isDatabaseDown } from './database-failure.js';

/** True when nothing was decided about the request: the same may succeed in a moment. */
export const isStorageAway = (error: unknown): boolean =>
  isDatabaseDown(error) || (error instanceof DomainError && error.is(RequestErrors.unavailable));
