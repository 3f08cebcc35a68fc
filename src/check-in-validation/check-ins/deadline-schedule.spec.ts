import { describe, expect, it } from '@jest/globals';
import { firstMark } from './deadline-schedule.js';

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 21, 12, minutes));

describe('the marks of a deadline', () => {
  it.each([
    [0, 0, 10],
    [9, 0, 10],
    [10, 1, 16],
    [16, 2, 20],
    [25, 2, 20],
  ])('W-49 lead at minute %d to step %d at minute %d', (now, step, minute) => {
    const mark = firstMark(at(0), at(20), { now: at(now), isProbe: false });
    expect(mark).toEqual({ step, at: at(minute) });
  });

  it('W-59 has no alerts for a probe', () => {
    expect(firstMark(at(0), at(20), { now: at(0), isProbe: true })).toEqual({
      step: 2,
      at: at(20),
    });
  });
});
