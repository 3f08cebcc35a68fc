import { describe, expect, it } from '@jest/globals';
import { secondsUntilRetry } from './retry-schedule.js';

const MIDDLE = 0.5;

describe('the wait before a call is made again', () => {
  it.each([
    [1, 2],
    [2, 5],
    [3, 10],
    [4, 20],
    [5, 40],
    [6, 60],
    [7, 60],
    [500, 60],
  ])('W-45 W-63 W-65 is after call %d about %d s, give or take a fifth', (attempts, seconds) => {
    expect(secondsUntilRetry({ attempts }, MIDDLE)).toBeCloseTo(seconds);
    expect(secondsUntilRetry({ attempts }, 0)).toBeCloseTo(seconds * 0.8);
    expect(secondsUntilRetry({ attempts }, 1)).toBeCloseTo(seconds * 1.2);
  });

  it('W-48 W-63 W-65 is never shorter than Retry-After, and never shorter than planned', () => {
    expect(secondsUntilRetry({ attempts: 1, retryAfterSeconds: 7 }, 0)).toBe(7);
    expect(secondsUntilRetry({ attempts: 5, retryAfterSeconds: 7 }, MIDDLE)).toBeCloseTo(40);
  });
});
