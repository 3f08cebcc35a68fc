import { describe, expect, it } from '@jest/globals';
import { isRetryPlan, waitAfter, type RetryPlan } from './retry-plan.js';

const waits = (plan: RetryPlan, random: number): number[] => {
  const found: number[] = [];
  let age = 0;
  for (let attempts = 1; ; attempts += 1) {
    const wait = waitAfter({ plan, attempts, age }, () => random);
    if (wait === undefined) return found;
    found.push(Math.round(wait));
    age += wait;
  }
};

describe('the retry plan', () => {
  it('O-47 waits exactly 10 s first and makes 11 attempts within 24 h', () => {
    expect(waits('default', 0.999999)).toEqual([
      10, 30, 120, 600, 1800, 3600, 7200, 14400, 28800, 28800,
    ]);
  });

  it('shortens every wait after the first by up to a fifth', () => {
    expect(waits('default', 0)).toEqual([10, 24, 96, 480, 1440, 2880, 5760, 11520, 23040, 23040]);
  });

  it('O-48 tries three times more at 10, 20 and 30 minutes with the preset magicline', () => {
    expect(waits('magicline', 0)).toEqual([600, 600, 600]);
  });

  it('takes an own list as it is, and an empty one as "never again"', () => {
    expect(waits([1, 5], 0)).toEqual([1, 5]);
    expect(waits([], 0)).toEqual([]);
  });

  it('O-48 honours a longer Retry-After, and not a shorter one', () => {
    const failure = { plan: 'default', attempts: 1, age: 0 } as const;
    expect(waitAfter({ ...failure, retryAfter: 3600 })).toBe(3600);
    expect(waitAfter({ ...failure, retryAfter: 3 })).toBe(10);
  });

  it('honours Retry-After up to the 24 h end only, and plans nothing beyond it', () => {
    const late = { plan: 'default', attempts: 3 } as const;
    expect(waitAfter({ ...late, age: 80_000, retryAfter: 1e9 })).toBe(6_390);
    expect(waitAfter({ ...late, age: 86_399 })).toBeUndefined();
  });
});

describe('isRetryPlan', () => {
  it.each(['default', 'magicline', [], [1], [600, 85_800], Array<number>(20).fill(60)])(
    'takes %j',
    (plan) => expect(isRetryPlan(plan)).toBe(true),
  );
  it.each(['never', null, 10, [0], [-1], [1.5], ['10'], [86_401], Array<number>(21).fill(1)])(
    'refuses %j',
    (plan) => expect(isRetryPlan(plan)).toBe(false),
  );
});
