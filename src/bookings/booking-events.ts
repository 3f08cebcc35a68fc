import type { NewEvent } from '../event-webhooks/index.js';
import type { Booking } from './booking.js';

type BookingEventKind = 'REQUESTED' | 'CANCELED' | 'LATE_CANCELED';

/** A booking as it is published (`open-api.md` 7.2): ids and times only. */
export const bookingEvent = (kind: BookingEventKind, booking: Booking): NewEvent => ({
  partnerId: booking.partnerId,
  type: `WELLHUB_BOOKING_${kind}`,
  entityId: booking.id,
  gymId: booking.gymId,
  content: {
    studioId: booking.gymId,
    customerId: booking.customerId,
    aggregatorId: booking.wellhubId,
    bookingNumber: booking.bookingNumber,
    slotId: booking.slotId,
    classId: booking.classId,
    ...(kind === 'REQUESTED' && { decideBefore: booking.decideBefore?.toISOString() }),
  },
});
