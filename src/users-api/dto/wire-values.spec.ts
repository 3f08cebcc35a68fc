import { describe, expect, it } from '@jest/globals';
import { dayEnd, dayStart, localTime, orBlank } from './wire-values.js';

describe('a value on the wire', () => {
  it('is blank only when there is none', () => {
    expect([orBlank(null), orBlank(undefined), orBlank(0), orBlank('x')]).toEqual(['', '', 0, 'x']);
  });

  it('is the beginning or the end of a local day', () => {
    expect([dayStart('2026-11-22'), dayEnd('2026-11-22')]).toEqual([
      '2026-11-22T00:00:00',
      '2026-11-22T23:59:59',
    ]);
    expect([dayStart(null), dayEnd(null)]).toEqual(['', '']);
  });

  it.each([
    ['America/Sao_Paulo', '2026-11-21T14:04:10'],
    ['Europe/Warsaw', '2026-11-21T18:04:10'],
    ['Asia/Kathmandu', '2026-11-21T22:49:10'],
    ['Pacific/Auckland', '2026-11-22T06:04:10'],
  ])('shows what a clock in %s shows', (zone, shown) => {
    expect(localTime(new Date('2026-11-21T17:04:10.987Z'), zone)).toBe(shown);
  });

  it('shows midnight as the first hour, and nothing for no time', () => {
    expect(localTime(new Date('2026-07-01T22:00:00Z'), 'Europe/Berlin')).toBe(
      '2026-07-02T00:00:00',
    );
    expect(localTime(null, 'Europe/Berlin')).toBe('');
  });
});
