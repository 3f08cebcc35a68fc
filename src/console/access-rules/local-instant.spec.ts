import { describe, expect, it } from '@jest/globals';
import { instantOf } from './local-instant.js';

describe('the moment of a time by the clock of a gym', () => {
  it.each([
    ['2027-01-04T09:00', 'America/Sao_Paulo', '2027-01-04T12:00:00.000Z'],
    ['2027-01-04T09:00', 'Europe/Berlin', '2027-01-04T08:00:00.000Z'],
    ['2027-07-04T23:30', 'Europe/Berlin', '2027-07-04T21:30:00.000Z'],
    ['2027-03-28T03:30', 'Europe/Berlin', '2027-03-28T01:30:00.000Z'],
    ['2027-03-28T02:30', 'Europe/Berlin', '2027-03-28T01:30:00.000Z'],
    ['2027-03-27T23:00', 'Europe/Berlin', '2027-03-27T22:00:00.000Z'],
    ['2027-01-04T00:15', 'Pacific/Auckland', '2027-01-03T11:15:00.000Z'],
  ])('is found: %s in %s', (local, zone, moment) => {
    expect(instantOf(local, zone)).toBe(moment);
  });

  it('passes on what is no time', () => {
    expect(instantOf('tomorrow', 'UTC')).toBe('tomorrow');
    expect(instantOf('2027-13-04T09:00', 'UTC')).toBe('2027-13-04T09:00');
  });
});
