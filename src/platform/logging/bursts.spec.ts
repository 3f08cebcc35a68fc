import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Bursts } from './bursts.js';

describe('lines that repeat', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  const write = (bursts: Bursts, kind: string, times: number) =>
    Array.from({ length: times }, () => bursts.admits(kind)).filter(Boolean).length;

  it('K-45 are written ten times a minute and kind, and then counted', () => {
    const told: [string, number][] = [];
    const bursts = new Bursts((kind, count) => void told.push([kind, count]));
    expect([write(bursts, 'a', 30), write(bursts, 'b', 5)]).toEqual([10, 5]);
    jest.advanceTimersByTime(60_000);
    expect(told).toEqual([['a', 20]]);
    expect(write(bursts, 'a', 3)).toBe(3);
    jest.advanceTimersByTime(60_000);
    expect(told).toHaveLength(1);
  });

  it('take no more memory however many kinds there are', () => {
    const bursts = new Bursts(() => undefined);
    for (let n = 0; n < 1_500; n += 1) bursts.admits(`kind ${n}`);
    expect(bursts.admits('one more')).toBe(false);
    expect(bursts.admits('kind 7')).toBe(true);
  });
});
