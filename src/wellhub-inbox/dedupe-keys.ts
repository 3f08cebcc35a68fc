import { sha256 } from '../platform/crypto/hashing.js';
import { BOOKING_NUMBER, idText, looseId, part, timeMs, type Fields } from './event-fields.js';
import type { RoutedEvent } from './event-routing.js';

const hash = (...parts: (string | null)[]): Buffer => sha256(JSON.stringify(parts));

/** What makes two deliveries the same event (`wellhub.md` 4.5). An event is new when none of its keys is known. */
export function dedupeKeys(event: RoutedEvent, body: Fields, rawBody: Buffer): Buffer[] {
  const keys = namedKeys(event, body).filter((key) => key !== undefined);
  return keys.length > 0 ? keys : [rawKey(rawBody)];
}

function namedKeys(event: RoutedEvent, body: Fields): (Buffer | undefined)[] {
  const { type } = event;
  const data = part(body, 'event_data');
  switch (type) {
    case 'checkin':
      return [checkInKey(event, data)];
    case 'checkin-booking-occurred':
      return [bookingKey(type, part(data, 'booking'))];
    case 'user-cancel':
    case 'user-change':
      return [eventIdKey(type, body)];
    case 'booking-requested':
    case 'booking-canceled':
    case 'booking-late-canceled':
      return [eventIdKey(type, data), bookingKey(type, part(data, 'slot'))];
    default:
      return [eventIdKey(type, data)];
  }
}

/** For bodies of which nothing more is known. */
export const rawKey = (rawBody: Buffer): Buffer => hash('raw', sha256(rawBody).toString('hex'));

function checkInKey({ type, wellhubGymId, person }: RoutedEvent, data: Fields): Buffer | undefined {
  const ms = timeMs(data['timestamp']);
  if (ms === undefined) return undefined;
  const product = looseId(part(part(data, 'gym'), 'product')['id']) ?? null;
  return hash(type, wellhubGymId, person, product, String(Math.floor(ms / 1000)));
}

function bookingKey(type: string, holder: Fields): Buffer | undefined {
  const number = idText(holder['booking_number'], BOOKING_NUMBER);
  return number === undefined ? undefined : hash(type, 'booking', number);
}

function eventIdKey(type: string, holder: Fields): Buffer | undefined {
  const id = looseId(holder['event_id']);
  return id === undefined ? undefined : hash(type, 'event', id);
}
