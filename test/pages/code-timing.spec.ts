import { describe, expect, it } from '@jest/globals';
import {
  isOver,
  retryDelay,
  secondsLeft,
  fractionLeft,
  timeCode,
  type CodeLife,
} from '../../web/code-timing.js';

const answer = (seconds: number): CodeLife => ({
  serverNow: '2026-11-21T10:00:00.000Z',
  expiresAt: new Date(Date.parse('2026-11-21T10:00:00Z') + seconds * 1_000).toISOString(),
});

describe('the time of a code on a phone', () => {
  it.each([
    [15, 10],
    [60, 54],
    [300, 270],
  ])(
    'renews a code of %i s after %i s: 5 s or a tenth of its life before the end',
    (life, after) => {
      const { endsAt, renewAt } = timeCode(answer(life), 1_000);
      expect([endsAt, renewAt]).toEqual([1_000 + life * 1_000, 1_000 + after * 1_000]);
    },
  );

  it('never fetches too often, whatever lifetime the server sends', () => {
    for (const life of [-600, 0, 1, 6])
      expect(timeCode(answer(life), 0).renewAt).toBeGreaterThanOrEqual(3_500);
  });

  it('counts from the start of the request, so a slow answer shortens the life of the code', () => {
    const code = timeCode(answer(60), 1_000);
    expect(isOver(code, 60_999)).toBe(false);
    expect(isOver(code, 61_000)).toBe(true);
  });

  it('ends a code when the clock of the phone was set back', () => {
    expect(isOver(timeCode(answer(60), 1_000_000), 400_000)).toBe(true);
  });

  it('reports the time left in whole seconds and as a share, never below zero', () => {
    const code = timeCode(answer(15), 0);
    expect(secondsLeft(code.renewAt, 1)).toBe(10);
    expect(secondsLeft(code.renewAt, 20_000)).toBe(0);
    expect([fractionLeft(code, 0), fractionLeft(code, 5_000), fractionLeft(code, 20_000)]).toEqual([
      1, 0.5, 0,
    ]);
  });

  it('waits longer after each failure, 15 s at most', () => {
    expect([1, 2, 3, 4, 5, 50].map(retryDelay)).toEqual([
      1_000, 2_000, 4_000, 8_000, 15_000, 15_000,
    ]);
  });
});
