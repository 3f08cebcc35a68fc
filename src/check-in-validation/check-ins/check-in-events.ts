import type { NewEvent } from '../../event-webhooks/index.js';
import type { CheckIn } from './check-in.js';

type CheckInOccurrence = 'RECEIVED' | 'VALIDATED' | 'FAILED' | 'AT_RISK';

/** A check-in as it is published (`open-api.md` 7.2): ids and states only. */
export const checkInEvent = (occurrence: CheckInOccurrence, checkIn: CheckIn): NewEvent => ({
  partnerId: checkIn.partnerId,
  type: `WELLHUB_CHECKIN_${occurrence}`,
  entityId: checkIn.customerId,
  gymId: checkIn.gymId,
  traceparent: checkIn.traceparent,
  content: {
    wellhubCheckInId: checkIn.id,
    studioId: checkIn.gymId,
    aggregatorId: checkIn.wellhubId,
    state: checkIn.state,
    occurredAt: checkIn.eventAt.toISOString(),
    expiresAt: checkIn.expiresAt.toISOString(),
    ...(checkIn.bookingNumber !== null && { bookingNumber: checkIn.bookingNumber }),
    provisional: checkIn.provisional,
  },
});
