import { describe, expect, it } from '@jest/globals';
import { weekSpans } from './week-spans.js';

describe('the week of a rule', () => {
  it('is every day where nothing is said', () => {
    expect(weekSpans(null)).toHaveLength(7);
    expect(weekSpans({})[6]).toEqual({ day: 6, from: 0, to: 1_440 });
  });

  it('has one span for each day of a window', () => {
    const when = { days: ['MO', 'FR'], from: '09:00', to: '16:00' } as const;
    expect(weekSpans(when)).toEqual([
      { day: 0, from: 540, to: 960 },
      { day: 4, from: 540, to: 960 },
    ]);
  });

  it('runs into the next day over midnight, from Sunday into Monday', () => {
    expect(weekSpans({ days: ['SU'], from: '22:00', to: '04:00' })).toEqual([
      { day: 6, from: 1_320, to: 1_440 },
      { day: 0, from: 0, to: 240 },
    ]);
    expect(weekSpans({ days: ['SA'], from: '22:00', to: '00:00' })).toEqual([
      { day: 5, from: 1_320, to: 1_440 },
    ]);
  });
});
