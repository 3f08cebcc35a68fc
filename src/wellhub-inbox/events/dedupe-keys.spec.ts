import { describe, expect, it } from '@jest/globals';
import { parseWellhubEvent } from '../../wellhub/index.js';
import { dedupeKeys } from './dedupe-keys.js';

const keysOf = (body: Record<string, unknown>, raw = JSON.stringify(body)) =>
  dedupeKeys(parseWellhubEvent(body), Buffer.from(raw)).map((key) => key.toString('hex'));
const checkIn = (data: object) => ({
  event_type: 'checkin',
  event_data: { user: { unique_token: '001' }, gym: { id: 7 }, timestamp: 1_795_280_400, ...data },
});

describe('the dedupe key of an event', () => {
  it('W-35 W-38 is the same however ids, time and spacing are written', () => {
    const key = keysOf(checkIn({}));
    expect(keysOf(checkIn({ timestamp: 1_795_280_400_000 }))).toEqual(key);
    expect(keysOf(checkIn({ gym: { id: '7', title: 'Fit' }, extra: 1 }))).toEqual(key);
    expect(keysOf({ ...checkIn({}), event_type: 'Check-In' })).toEqual(key);
    expect(keysOf(checkIn({}), 'other bytes')).toEqual(key);
  });

  it.each([
    { timestamp: 1_795_280_401 },
    { gym: { id: 8 } },
    { gym: { id: 7, product: { id: 1 } } },
    { user: { unique_token: '1' } },
  ])('differs with %j', (data) => {
    expect(keysOf(checkIn(data))).not.toEqual(keysOf(checkIn({})));
  });

  it.each([undefined, 'soon', null])('W-33 is over the raw body for the time %p', (timestamp) => {
    const body = checkIn({ timestamp });
    expect(keysOf(body, 'a')).toEqual(keysOf(body, 'a'));
    expect(keysOf(body, 'a')).not.toEqual(keysOf(body, 'b'));
  });

  it('of a booked check-in is its booking number; of a booking also its event_id', () => {
    const booked = (data: object) => ({ ...checkIn(data), event_type: 'checkin-booking-occurred' });
    const booking = { booking: { booking_number: 'BK_1' } };
    expect(keysOf(booked({ ...booking, timestamp: 1 }))).toEqual(keysOf(booked(booking)));
    expect(keysOf(booked(booking))).not.toEqual(keysOf(checkIn(booking)));
    const slot = { gym_id: 7, booking_number: 'BK_1' };
    const user = { unique_token: '1' };
    const request = { event_type: 'booking-requested', event_data: { user, slot, event_id: 'e' } };
    expect(keysOf(request)).toHaveLength(2);
  });
});
