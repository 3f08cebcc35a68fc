import { describe, expect, it } from '@jest/globals';
import { DomainError } from '../platform/errors/domain-error.js';
import { RequestErrors } from '../platform/errors/request-errors.js';
import { levelOf } from './error-filter.js';

describe('the level of a refusal in the log', () => {
  const cause = new Error('the database does not answer');

  it('is a warning when we refuse by intent: a full queue, an open breaker', () => {
    expect(levelOf(new DomainError(RequestErrors.unavailable))).toBe('warn');
  });

  it('is an error when something is broken', () => {
    expect(levelOf(new DomainError(RequestErrors.unavailable, {}, { cause }))).toBe('error');
    expect(levelOf(new DomainError(RequestErrors.internal))).toBe('error');
  });

  it('is not logged when the caller was wrong', () => {
    expect(levelOf(new DomainError(RequestErrors.notFound))).toBe('debug');
  });
});
