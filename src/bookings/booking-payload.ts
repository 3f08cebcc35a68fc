import {
  BOOKING_NUMBER,
  idText,
  part,
  timeMs,
  words,
  type Fields,
} from '../wellhub-inbox/index.js';
import { WELLHUB_ID } from '../wellhub/index.js';

/** What a booking event says, read once (4.4). */
export interface BookingPayload {
  readonly bookingNumber: string;
  readonly wellhubId: string;
  readonly classId: string | null;
  readonly slotId: string | null;
  /** Since when Wellhub waits. */
  readonly askedAt: Date;
  readonly name: string | null;
  readonly email: string | null;
  readonly phoneNumber: string | null;
}

const DAY = 24 * 60 * 60_000;

/** @returns undefined when it names no booking or nobody */
export function parseBooking(body: Fields, receivedAt: Date): BookingPayload | undefined {
  const data = part(body, 'event_data');
  const slot = part(data, 'slot');
  const user = part(data, 'user');
  const bookingNumber = idText(slot['booking_number'], BOOKING_NUMBER);
  const wellhubId = idText(user['unique_token'], WELLHUB_ID);
  if (bookingNumber === undefined || wellhubId === undefined) return undefined;
  return {
    bookingNumber,
    wellhubId,
    classId: idText(slot['class_id'], WELLHUB_ID) ?? null,
    slotId: idText(slot['id'], WELLHUB_ID) ?? null,
    askedAt: askedAt(data['timestamp'], receivedAt),
    name: words(user['name'], 200) ?? null,
    email: words(user['email'], 254) ?? null,
    phoneNumber: words(user['phone_number'], 50) ?? null,
  };
}

/** Wellhub's 15 minutes run from its own time; one that cannot be gone by counts as that of receipt. */
function askedAt(value: unknown, receivedAt: Date): Date {
  const ms = timeMs(value);
  const age = ms === undefined ? -1 : receivedAt.getTime() - ms;
  return age > 0 && age < DAY ? new Date(receivedAt.getTime() - age) : receivedAt;
}
