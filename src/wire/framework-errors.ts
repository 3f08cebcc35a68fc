import { HttpException } from '@nestjs/common';
import { DecryptionError } from '../platform/crypto/secret-box.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { RequestErrors } from '../platform/errors/request-errors.js';
import { asDatabaseFailure } from '../platform/database/database-failure.js';

const STATUS_SPECS = new Map([
  [400, RequestErrors.invalid],
  [404, RequestErrors.notFound],
  [405, RequestErrors.methodNotAllowed],
  [413, RequestErrors.tooLarge],
  [414, RequestErrors.notFound],
  [415, RequestErrors.unsupportedMediaType],
  [429, RequestErrors.rateLimited],
]);

/** Converts whatever was thrown, by us, Nest, Fastify or the driver, into a failure of the catalogue. */
export function asDomainError(thrown: unknown): DomainError {
  if (thrown instanceof DomainError) return thrown;
  if (thrown instanceof DecryptionError) return unreadable(thrown);
  const failure = asDatabaseFailure(
    thrown instanceof Error && isWrapped(thrown) ? thrown.driverError : thrown,
  );
  if (failure instanceof DomainError) return failure;
  const spec = STATUS_SPECS.get(statusOf(thrown));
  if (spec === RequestErrors.invalid)
    return new DomainError(spec, { detail: 'The request is malformed' }, { cause: thrown });
  return new DomainError(spec ?? RequestErrors.internal, {}, { cause: thrown });
}

/** The operator must correct it, by `SECRETS_KEY` or by setting the value again; the caller may retry. */
const unreadable = (cause: DecryptionError) =>
  new DomainError(
    RequestErrors.unavailable,
    { detail: 'A stored value cannot be decrypted' },
    { cause },
  );

const isWrapped = (error: Error): error is Error & { driverError: unknown } =>
  'driverError' in error;

function statusOf(thrown: unknown): number {
  if (thrown instanceof HttpException) return thrown.getStatus();
  if (typeof thrown === 'object' && thrown !== null && 'statusCode' in thrown)
    return Number(thrown.statusCode);
  return thrown instanceof URIError ? 400 : 500;
}
