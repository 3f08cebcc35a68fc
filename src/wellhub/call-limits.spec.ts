import { describe, expect, it } from '@jest/globals';
import { Settings } from '../platform/config/settings.js';
import { CallLimits } from './call-limits.js';

const limits = (wellhubCallsPerGym: number, wellhubCallsTotal: number) =>
  new CallLimits(
    Settings.of({ wellhubCallsPerGym, wellhubCallsTotal } as Parameters<typeof Settings.of>[0]),
  );
const taken = (limit: CallLimits, gymId: number, times: number) =>
  Array.from({ length: times }, () => limit.take('p', gymId)).filter((wait) => wait === 0).length;

describe('the limits of calls to Wellhub', () => {
  it('W-58 lets a gym have its calls of a second and tells the others when to come', () => {
    const limit = limits(10, 1_000);
    expect(taken(limit, 1, 30)).toBeLessThanOrEqual(11);
    expect(limit.take('p', 1)).toBeGreaterThan(0);
    expect(limit.take('p', 1)).toBeLessThanOrEqual(0.1);
    expect(limit.take('p', 2)).toBe(0);
  });

  it('W-58 limits all gyms together', () => {
    const limit = limits(1_000, 5);
    expect(taken(limit, 1, 4) + taken(limit, 2, 20)).toBeLessThanOrEqual(6);
  });
});
