import { DomainError } from '../../platform/errors/domain-error.js';
import { invalid } from '../../platform/errors/request-errors.js';
import { readDto } from '../../platform/http/read-dto.js';
import { CustomerBodyDto } from '../administration/customer.dto.js';
import type { CustomerValues } from '../people/customer.js';

export const BATCH_RESULTS = ['CREATED', 'UPDATED', 'UNCHANGED', 'FAILED'] as const;
export type BatchResult = (typeof BATCH_RESULTS)[number];

/** What became of one item. */
export interface JudgedItem {
  readonly result: BatchResult;
  readonly id?: number | undefined;
  readonly error?: DomainError | undefined;
}

/** What an item wants, or why it can want nothing. */
export type ReadItem = CustomerValues | DomainError;

/** By the rules of a single customer's body. */
export function readItem(fields: Record<string, unknown>): ReadItem {
  const { dto, violations } = readDto(CustomerBodyDto, fields);
  return violations.length > 0 ? invalid(...violations) : orFailure(() => dto.toCommand());
}

/** What the work makes, or the failure that it refuses with. */
export function orFailure<T>(work: () => T): T | DomainError {
  try {
    return work();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}
