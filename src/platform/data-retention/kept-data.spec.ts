import { describe, expect, it } from '@jest/globals';
import { isoDuration } from './kept-data.js';

describe('a duration', () => {
  it.each([
    ['400 days', 'P400D'],
    ['1 day', 'P1D'],
    ['2 years', 'P2Y'],
    ['24 hours', 'PT24H'],
    ['0 seconds', 'PT0S'],
  ])('of %s is %s', (interval, duration) => {
    expect(isoDuration(interval)).toBe(duration);
  });

  it.each(['', 'days', '2 moons', 'P1D'])('%j is none', (interval) => {
    expect(() => isoDuration(interval)).toThrow('no duration');
  });
});
