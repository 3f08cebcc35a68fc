import { DomainError, defineErrors, type Violation } from './domain-error.js';

/** Failures that any request can meet. */
export const RequestErrors = defineErrors('request', {
  invalid: { kind: 'invalid', title: 'The request is not valid' },
  invalidJson: { kind: 'invalid', title: 'The body is not readable JSON' },
  partnerRequired: { kind: 'invalid', title: 'Name the partner in the header X-Partner-Id' },
  notFound: { kind: 'not-found', title: 'There is nothing at this address' },
  methodNotAllowed: { kind: 'method-not-allowed', title: 'This address does not know that method' },
  tooLarge: {
    kind: 'too-large',
    title: 'The body is larger than 64 KiB, a report or batch than 1 MiB, a file than 5 MiB',
  },
  unsupportedMediaType: { kind: 'unsupported', title: 'The body must be application/json' },
  rateLimited: { kind: 'rate-limited', title: 'Too many requests' },
  unavailable: { kind: 'unavailable', title: 'The service cannot answer right now; try again' },
  proofRequired: {
    kind: 'forbidden',
    title: 'Confirm who you are at /console/confirm, and try again within 10 minutes',
  },
  internal: { kind: 'internal', title: 'Something went wrong on our side' },
});

/** Shorthand for bad input: one violation, or several. */
export function invalid(...violations: Violation[]): DomainError {
  const first = violations[0];
  return new DomainError(RequestErrors.invalid, {
    violations: firstOf(violations),
    ...(first && { detail: describe(first) }),
  });
}

/** Of a body or an address as a whole there is no name to begin with. */
const describe = ({ path, detail }: Violation) => (path === '' ? detail : `${path}: ${detail}`);

const MOST_NAMED = 20;

/** An answer is no echo: of many faults the first are named and the others counted. */
function firstOf(violations: Violation[]): Violation[] {
  const more = violations.length - MOST_NAMED;
  if (more <= 0) return violations;
  return [...violations.slice(0, MOST_NAMED), { path: '', detail: `and ${more} more` }];
}
