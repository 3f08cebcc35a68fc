import { DomainError } from '../errors/domain-error.js';
import { RequestErrors } from '../errors/request-errors.js';
import type { Caller } from './declarations.js';

/**
 * Where the body decides whether it matters; a route that always does declares `@NeedsRecentProof`.
 * @throws request.proof-required
 */
export function requireRecentProof({ mustProve }: Caller): void {
  if (mustProve) throw new DomainError(RequestErrors.proofRequired);
}
