import { describe, expect, it } from '@jest/globals';
import { isEndOfMonth } from './lag-rule.js';

describe('the end of a month', () => {
  it.each([
    ['2026-11-03', '2026-10-31', true],
    ['2026-11-03', '2026-09-30', true],
    ['2026-11-28', '2026-10-01', true],
    ['2027-01-03', '2026-12-31', true],
    ['2026-11-02', '2026-10-31', false],
    ['2026-11-03', '2026-11-01', false],
    ['2026-11-03', null, false],
  ])('W-66 is alerted on %s for unsent usage of %s: %s', (today, oldestDay, isAlerted) => {
    expect(isEndOfMonth({ today, oldestDay, waitsOverAnHour: false })).toBe(isAlerted);
  });
});
