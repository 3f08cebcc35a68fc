import { describe, expect, it } from '@jest/globals';
import type { Booking } from './booking.js';
import { credentialsStatusOf, judge, secondsUntilRetry } from './patch-rule.js';

const booking = (attempts: number, state: Booking['state'] = 'REQUESTED') =>
  ({ attempts, state }) as Booking;
const refused = { kind: 'refused', status: 409 } as const;

describe('an answer about a booking', () => {
  it('W-63 refused at the first try, rejects the booking', () => {
    expect(judge(refused, booking(1))).toBe('turned-down');
  });

  it('W-63 refused at a repeat, leaves it to a human', () => {
    expect(judge(refused, booking(2))).toBe('stuck-refused');
    expect(judge(refused, booking(1, 'RESERVED'))).toBe('stuck-refused');
  });

  it('W-48 says whether Wellhub took the credentials', () => {
    const of = (status: number) => credentialsStatusOf({ kind: 'again', status }).credentials;
    expect([401, 403, 429, 503].map(of)).toEqual(['refused', 'refused', 'unknown', 'unknown']);
    expect(credentialsStatusOf({ kind: 'done', status: 204 })).toEqual({ credentials: 'good' });
    expect(credentialsStatusOf(refused)).toEqual({ credentials: 'good' });
    expect(credentialsStatusOf({ kind: 'not-sent' })).toEqual({ credentials: 'unknown' });
  });

  it('W-63 asks again ever later, and not before Wellhub wants it', () => {
    const answer = { kind: 'again', status: 503 } as const;
    expect([1, 2, 3, 4, 5, 6, 99].map((n) => secondsUntilRetry(answer, n, 0.5))).toEqual([
      2, 5, 10, 20, 40, 60, 60,
    ]);
    expect(secondsUntilRetry({ ...answer, retryAfterSeconds: 30 }, 1, 0.5)).toBe(30);
  });
});
