import { describe, expect, it } from '@jest/globals';
import { secondsUntilValidation, type RetryFacts } from './retry-schedule.js';

const facts = (more: Partial<RetryFacts>): RetryFacts => ({
  reason: 'unreachable',
  attempts: 1,
  notFoundTries: 0,
  secondsPastDeadline: -600,
  ...more,
});
const MIDDLE = 0.5;

describe('the retry plan', () => {
  it.each([
    [1, 2],
    [2, 5],
    [3, 10],
    [4, 20],
    [5, 40],
    [6, 60],
    [7, 60],
    [500, 60],
  ])('W-45 waits after call %d for %d s, give or take a fifth', (attempts, seconds) => {
    expect(secondsUntilValidation(facts({ attempts }), MIDDLE)).toBeCloseTo(seconds);
    expect(secondsUntilValidation(facts({ attempts }), 0)).toBeCloseTo(seconds * 0.8);
    expect(secondsUntilValidation(facts({ attempts }), 1)).toBeCloseTo(seconds * 1.2);
  });

  it('W-48 never calls before Retry-After, and never earlier than the schedule', () => {
    expect(secondsUntilValidation(facts({ retryAfterSeconds: 7 }), 0)).toBe(7);
    expect(
      secondsUntilValidation(facts({ attempts: 5, retryAfterSeconds: 7 }), MIDDLE),
    ).toBeCloseTo(40);
  });

  it('W-48 calls once a minute while the credentials are refused', () => {
    expect(secondsUntilValidation(facts({ reason: 'credentials-refused', attempts: 9 }), 0)).toBe(
      60,
    );
  });

  it.each([
    [1, 1],
    [2, 3],
    [3, 6],
  ])('W-47 makes retry %d of a young 404 after %d s', (notFoundTries, seconds) => {
    const young = facts({ reason: 'young-not-found', notFoundTries, attempts: 9 });
    expect(secondsUntilValidation(young, 1)).toBe(seconds);
  });

  it.each([
    [1, 60],
    [1_800, 60],
    [1_801, 900],
    [50_000, 900],
  ])('W-49 calls %d s after the deadline every %d s', (secondsPastDeadline, seconds) => {
    const overdue = facts({ secondsPastDeadline, attempts: 2 });
    expect(secondsUntilValidation(overdue, MIDDLE)).toBeCloseTo(seconds);
  });
});
