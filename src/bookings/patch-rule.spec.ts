import { describe, expect, it } from '@jest/globals';
import type { Booking } from './booking.js';
import { judgePatch } from './patch-rule.js';

const booking = (attempts: number, state: Booking['state'] = 'REQUESTED') =>
  ({ attempts, state }) as Booking;
const refused = { kind: 'refused', status: 409 } as const;

describe('an answer about a booking', () => {
  it('W-63 refused at the first try, rejects the booking', () => {
    expect(judgePatch(refused, booking(1))).toBe('turned-down');
  });

  it('W-63 refused at a repeat, leaves it to a person', () => {
    expect(judgePatch(refused, booking(2))).toBe('stuck-refused');
    expect(judgePatch(refused, booking(1, 'RESERVED'))).toBe('stuck-refused');
  });

  it('W-63 that decides nothing, is followed by another call', () => {
    const refusedCredentials = { kind: 'credentials-refused', status: 401 } as const;
    const silence = { kind: 'unreachable', cause: 'timeout' } as const;
    expect(judgePatch(refusedCredentials, booking(1))).toBe('again');
    expect(judgePatch(silence, booking(1))).toBe('again');
  });
});
