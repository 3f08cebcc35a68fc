import { describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { asDatabaseFailure } from '../platform/database/database-failure.js';
import { OutOfTime } from '../platform/deadline/within.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { RequestErrors } from '../platform/errors/request-errors.js';
import { isFault } from './error-filter.js';

Logger.overrideLogger(false);

describe('a failure in the log', () => {
  it('is a fault when something of ours is broken', () => {
    const cause = new Error('it cannot be decrypted');
    expect(isFault(new DomainError(RequestErrors.unavailable, {}, { cause }))).toBe(true);
    expect(isFault(new DomainError(RequestErrors.internal))).toBe(true);
  });

  it('is none when we refuse by intent: a full queue, an open breaker', () => {
    expect(isFault(new DomainError(RequestErrors.unavailable))).toBe(false);
  });

  it('K-44 is none when the database is away, which is logged by itself', () => {
    expect(isFault(asDatabaseFailure(new OutOfTime('not done in time')) as DomainError)).toBe(
      false,
    );
  });

  it('is none when the caller was wrong', () => {
    expect(isFault(new DomainError(RequestErrors.notFound))).toBe(false);
  });
});
