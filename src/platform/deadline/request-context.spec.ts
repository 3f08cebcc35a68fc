import { describe, expect, it } from '@jest/globals';
import { databaseSettings } from '../config/database-settings.js';
import { readEnvironment } from '../config/environment.js';
import { allowedMs, deadlineIn, remainingMs, runInRequest } from './request-context.js';

const request = (ms: number, deadlineFactor?: number) => {
  const factor = deadlineFactor === undefined ? {} : { deadlineFactor };
  return { requestId: 'test', deadlineAt: deadlineIn(ms, factor), ...factor };
};

describe('DEADLINE_FACTOR', () => {
  it('multiplies what a request and its steps may take', () => {
    runInRequest(request(700, 8), () => {
      expect(allowedMs(500)).toBe(4_000);
      expect(remainingMs(500)).toBe(4_000);
      // What is left of the request: less than eight times as long.
      expect(remainingMs(2_000)).toBeGreaterThan(700);
      expect(remainingMs(2_000)).toBeLessThanOrEqual(5_600);
    });
  });

  it('is 1 for a request that has none, and for work that belongs to no request', () => {
    runInRequest(request(700), () => {
      expect(remainingMs(500)).toBe(500);
      expect(remainingMs(2_000)).toBeLessThanOrEqual(700);
    });
    expect(remainingMs(2_000)).toBe(2_000);
  });

  it('multiplies what connections and statements may take', () => {
    const { connectMs, statementMs } = databaseSettings(readEnvironment({ DEADLINE_FACTOR: '3' }));
    expect([connectMs, statementMs]).toEqual([4_500, 6_000]);
  });
});
