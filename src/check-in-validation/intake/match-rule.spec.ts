import { describe, expect, it } from '@jest/globals';
import { matchExisting } from './match-rule.js';

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 21, 12, minutes));
const open = (id: string, bookingNumber: string | null = null) =>
  ({ id, state: 'PENDING', bookingNumber, validatedAt: null }) as const;
const validated = (id: string, minutes: number, bookingNumber: string | null = null) =>
  ({ id, state: 'VALIDATED', bookingNumber, validatedAt: at(minutes) }) as const;
const event = (minutes: number, bookingNumber: string | null = null) => ({
  bookingNumber,
  eventAt: at(minutes),
});

describe('which check-in an event joins', () => {
  it('W-39 joins the open one, whether or not either has a booking number', () => {
    expect(matchExisting([open('a')], event(5))?.id).toBe('a');
    expect(matchExisting([open('a')], event(5, 'BK_1'))?.id).toBe('a');
    expect(matchExisting([open('a', 'BK_1')], event(5))?.id).toBe('a');
  });

  it('W-39 keeps two booked classes of one day apart, also when the first is validated', () => {
    expect(matchExisting([open('a', 'BK_1')], event(5, 'BK_2'))).toBeUndefined();
    expect(matchExisting([validated('a', 30, 'BK_1')], event(5, 'BK_2'))).toBeUndefined();
  });

  it('W-39 joins the one with the same number, at any time and before any other', () => {
    const known = [open('b'), validated('a', 10, 'BK_1')];
    expect(matchExisting(known, event(50, 'BK_1'))?.id).toBe('a');
  });

  it('joins the one validated today unless the event is later than that validation', () => {
    expect(matchExisting([validated('a', 10)], event(5))?.id).toBe('a');
    expect(matchExisting([validated('a', 10)], event(10))?.id).toBe('a');
    expect(matchExisting([validated('a', 10)], event(11))).toBeUndefined();
  });

  it('makes a new one when there is nothing', () => {
    expect(matchExisting([], event(5, 'BK_1'))).toBeUndefined();
  });
});
