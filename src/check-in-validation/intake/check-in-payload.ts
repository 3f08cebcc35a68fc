import {
  BOOKING_NUMBER,
  idText,
  part,
  timeMs,
  words,
  type Fields,
} from '../../wellhub-inbox/index.js';
import { WELLHUB_ID } from '../../wellhub/index.js';

/** What a check-in event says, read once: 4.4 for the fields, 5.1 for the times. */
export interface CheckInPayload {
  readonly wellhubId: string;
  readonly bookingNumber: string | null;
  readonly productId: string | null;
  readonly productDescription: string | null;
  readonly eventAt: Date;
  /** The event's own time could not be used, so that of receipt stands for it. */
  readonly hasOddTime: boolean;
  readonly expiresAt: Date;
  readonly person: NoticedPerson;
}

export interface NoticedPerson {
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly email: string | null;
  readonly phoneNumber: string | null;
}

const MINUTE = 60_000;
const AHEAD = 5 * MINUTE;
const OLD = 24 * 60 * MINUTE;
const EARLIEST = Date.UTC(2000, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);
const PRODUCT_ID = /^[!-~]{1,40}$/;

/** @returns undefined when the event names nobody; the inbox refuses those, so only an old row can */
export function parseCheckIn(
  body: Fields,
  receivedAt: Date,
  windowMinutes: number,
): CheckInPayload | undefined {
  const data = part(body, 'event_data');
  const user = part(data, 'user');
  const product = part(part(data, 'gym'), 'product');
  const wellhubId = idText(user['unique_token'], WELLHUB_ID);
  if (wellhubId === undefined) return undefined;
  const eventAt = usableTime(data['timestamp'], receivedAt);
  const start = eventAt ?? receivedAt;
  return {
    wellhubId,
    bookingNumber: idText(part(data, 'booking')['booking_number'], BOOKING_NUMBER) ?? null,
    productId: idText(product['id'], PRODUCT_ID) ?? null,
    productDescription: words(product['description'], 200) ?? null,
    eventAt: start,
    hasOddTime: eventAt === undefined,
    expiresAt: readExpiry(data['expires_at']) ?? new Date(start.getTime() + windowMinutes * MINUTE),
    person: readPerson(user),
  };
}

function readPerson(user: Fields): NoticedPerson {
  return {
    firstName: words(user['first_name'], 100) ?? null,
    lastName: words(user['last_name'], 100) ?? null,
    email: words(user['email'], 254) ?? null,
    phoneNumber: words(user['phone_number'], 50) ?? null,
  };
}

/** Not a number, over 5 min ahead or over 24 h old is no time to go by (W-33). */
function usableTime(value: unknown, receivedAt: Date): Date | undefined {
  const ms = timeMs(value);
  if (ms === undefined) return undefined;
  const age = receivedAt.getTime() - ms;
  return age < -AHEAD || age > OLD ? undefined : new Date(ms);
}

function readExpiry(value: unknown): Date | undefined {
  const ms = timeMs(value);
  return ms !== undefined && ms > EARLIEST && ms < LATEST ? new Date(ms) : undefined;
}
