import { describe, expect, it } from '@jest/globals';
import { normalEventType } from './event-types.js';

describe('the type of an event', () => {
  it.each([
    ['checkin', 'checkin'],
    ['check-in', 'checkin'],
    ['Checkin', 'checkin'],
    ['CHECK_IN', 'checkin'],
    ['checkin-booking-occurred', 'checkin-booking-occurred'],
    ['checkin-booking-occured', 'checkin-booking-occurred'],
    ['booking-requested', 'booking-requested'],
    ['booking.requested', 'booking-requested'],
    ['booking.Requested', 'booking-requested'],
    ['booking-canceled', 'booking-canceled'],
    ['booking-cancelled', 'booking-canceled'],
    ['booking.cancelation', 'booking-canceled'],
    ['booking-late-canceled', 'booking-late-canceled'],
    ['booking-late-cancelled', 'booking-late-canceled'],
    ['booking.LateCancelation', 'booking-late-canceled'],
    ['system-integration-requested', 'system-integration-requested'],
    ['SYSTEM_INTEGRATION_REQUESTED', 'system-integration-requested'],
    [' checkin\r\n', 'checkin'],
    ['\uFEFFcheck in\u00A0', 'checkin'],
    ['\u200Bcheckin', 'checkin'],
    ['checkin.occurred', 'checkin'],
    ['check-in.Occured', 'checkin'],
    ['checkin . booking . occurred', 'checkin-booking-occurred'],
    ['CheckinBookingOccurred', 'checkin-booking-occurred'],
    ['check-in-booking-occurred\t', 'checkin-booking-occurred'],
    [' booking requested ', 'booking-requested'],
    ['BookingRequested', 'booking-requested'],
    ['booking.Cancellation', 'booking-canceled'],
    ['booking.late_cancellation ', 'booking-late-canceled'],
    ['BOOKING_LATE_CANCELLED', 'booking-late-canceled'],
    ['system integration requested', 'system-integration-requested'],
  ])('W-34 reads %s as %s', (received, normal) => {
    expect(normalEventType(received)).toBe(normal);
  });

  it.each([
    'something-new',
    'checkin-requested',
    'checkin-canceled',
    'booking',
    ' ',
    '-',
    '',
    'constructor',
    undefined,
    null,
    7,
    {},
    ['checkin'],
  ])('W-33 does not know %p', (received) => {
    expect(normalEventType(received)).toBe('unknown');
  });
});
