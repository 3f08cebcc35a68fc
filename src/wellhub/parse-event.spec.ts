import { describe, expect, it } from '@jest/globals';
import { parseWellhubEvent } from './parse-event.js';

const odd: unknown[] = [
  undefined,
  null,
  true,
  7,
  -1.5,
  1e300,
  '',
  '  ',
  'a\u0000b\uD800',
  [],
  [[]],
  {},
];

describe('an event of Wellhub', () => {
  it.each([
    ['checkin', 'check-in'],
    ['Check-In_Booking.Occured', 'check-in'],
    ['booking-late-cancelation', 'booking'],
    ['System-Integration-Requested', 'integration-request'],
    ['wellness_user_plan_canceled', 'unknown'],
    [42, 'unknown'],
  ])('W-34 is, by its event_type %j, of the kind %s', (event_type, kind) => {
    expect(parseWellhubEvent({ event_type })).toMatchObject({ kind });
  });

  it('is of the type of its address or of its row, whatever its event_type contains', () => {
    const event = parseWellhubEvent({ event_type: 'checkin', user_id: 'gpw-1' }, 'user-cancel');
    expect(event).toMatchObject({ type: 'user-cancel', action: 'other', gpwId: 'gpw-1' });
    expect(parseWellhubEvent({ event_type: 'checkin' }, 'of-later')).toMatchObject({
      kind: 'unknown',
      receivedType: 'checkin',
    });
  });

  it('W-33 is read whatever stands in any of its parts', () => {
    const names = ['user', 'gym', 'slot', 'booking', 'timestamp', 'expires_at', 'event_id'];
    for (const type of ['checkin', 'booking-requested', 'system-integration-requested'])
      for (const value of odd) {
        const event_data = Object.fromEntries(names.map((name) => [name, value]));
        const gymId = { wellhubGymId: null };
        expect(parseWellhubEvent({ event_data }, type)).toMatchObject(gymId);
        expect(parseWellhubEvent({ event_data: value }, type)).toMatchObject(gymId);
      }
  });

  it('names ids, times and texts alike however they are written', () => {
    const event_data = {
      user: { unique_token: ' 0012 ', name: `${'é'.repeat(250)}` },
      slot: { id: 771, gym_id: '1042', class_id: 55.5, booking_number: 'BK 1' },
      timestamp: 1_795_280_400,
      event_id: 9,
    };
    expect(parseWellhubEvent({ event_data }, 'booking-requested')).toMatchObject({
      wellhubId: '0012',
      wellhubGymId: '1042',
      slotId: '771',
      classId: null,
      bookingNumber: null,
      timestamp: 1_795_280_400_000,
      eventId: '9',
      user: { name: 'é'.repeat(200), email: null },
    });
  });
});
