import type { WellhubBooking } from '../wellhub/index.js';

/** A booking event as it counts for us. */
export interface BookingPayload {
  readonly bookingNumber: string;
  readonly wellhubId: string;
  readonly classId: string | null;
  readonly slotId: string | null;
  /** Since when Wellhub waits. */
  readonly occurredAt: Date;
  readonly name: string | null;
  readonly email: string | null;
  readonly phoneNumber: string | null;
}

const DAY = 24 * 60 * 60_000;

/** @returns undefined when it names no booking or no person */
export function bookingPayload(
  event: WellhubBooking,
  receivedAt: Date,
): BookingPayload | undefined {
  const { bookingNumber, wellhubId, classId, slotId, user, timestamp } = event;
  if (bookingNumber === null || wellhubId === null) return undefined;
  const occurredAt = usableTime(timestamp, receivedAt);
  return { bookingNumber, wellhubId, classId, slotId, occurredAt, ...user };
}

/** Wellhub's 15 minutes run from the event's own time; an implausible one is replaced by the time of receipt. */
function usableTime(ms: number | null, receivedAt: Date): Date {
  const age = ms === null ? -1 : receivedAt.getTime() - ms;
  return age > 0 && age < DAY ? new Date(receivedAt.getTime() - age) : receivedAt;
}
