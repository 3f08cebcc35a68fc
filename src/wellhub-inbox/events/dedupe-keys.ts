import { sha256 } from '../../platform/crypto/hashing.js';
import type { WellhubCheckIn, WellhubEvent } from '../../wellhub/index.js';

const hash = (...parts: (string | null)[]): Buffer => sha256(JSON.stringify(parts));

/** What makes two deliveries the same event (`wellhub.md` 4.5). An event is new when none of its keys is known. */
export function dedupeKeys(event: WellhubEvent, rawBody: Buffer): Buffer[] {
  const keys = namedKeys(event).filter((key) => key !== undefined);
  return keys.length > 0 ? keys : [rawKey(rawBody)];
}

function namedKeys(event: WellhubEvent): (Buffer | undefined)[] {
  switch (event.kind) {
    case 'check-in':
      return [event.type === 'checkin' ? checkInKey(event) : bookingKey(event)];
    case 'booking':
      return [eventIdKey(event), bookingKey(event)];
    default:
      return [eventIdKey(event)];
  }
}

/** For bodies of which nothing more is known. */
export const rawKey = (rawBody: Buffer): Buffer => hash('raw', sha256(rawBody).toString('hex'));

function checkInKey(event: WellhubCheckIn): Buffer | undefined {
  const { type, wellhubGymId, wellhubId, product, timestamp } = event;
  if (timestamp === null) return undefined;
  return hash(type, wellhubGymId, wellhubId, product.id, String(Math.floor(timestamp / 1000)));
}

type Keyed<Name extends string> = { readonly type: string } & Readonly<Record<Name, string | null>>;

const bookingKey = ({ type, bookingNumber }: Keyed<'bookingNumber'>): Buffer | undefined =>
  bookingNumber === null ? undefined : hash(type, 'booking', bookingNumber);

const eventIdKey = ({ type, eventId }: Keyed<'eventId'>): Buffer | undefined =>
  eventId === null ? undefined : hash(type, 'event', eventId);
