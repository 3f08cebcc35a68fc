/** The event types Gatehouse acts on, in the normal form of the contract (4.3). */
export const WELLHUB_EVENT_TYPES = [
  'checkin',
  'checkin-booking-occurred',
  'booking-requested',
  'booking-canceled',
  'booking-late-canceled',
  'system-integration-requested',
] as const;

export type WellhubEventType = (typeof WELLHUB_EVENT_TYPES)[number];

const MOST_CHARACTERS = 200;
/** Separators between the words of a type, invisible blanks included. */
const SEPARATORS = /[\s._\-\u200B-\u200D\u2060\uFEFF]/g;
const OTHER_WORDS: ReadonlyMap<string, WellhubEventType> = new Map([
  ['checkinoccurred', 'checkin'],
  ['bookinglatecancelation', 'booking-late-canceled'],
  ['bookingcancelation', 'booking-canceled'],
]);
const KNOWN: ReadonlyMap<string, WellhubEventType> = new Map([
  ...WELLHUB_EVENT_TYPES.map((type) => [type.replaceAll('-', ''), type] as const),
  ...OTHER_WORDS,
]);

/**
 * The normal form of an `event_type` as received: separators, letter case and variant spellings do not count (W-34).
 */
export function normalEventType(received: unknown): WellhubEventType | 'unknown' {
  if (typeof received !== 'string' || received.length > MOST_CHARACTERS) return 'unknown';
  return KNOWN.get(normalizedType(received)) ?? 'unknown';
}

/** A type without separators, in lower case and in the spelling of the contract. */
export const normalizedType = (received: string): string =>
  received
    .toLowerCase()
    .replaceAll(SEPARATORS, '')
    .replace('occured', 'occurred')
    .replace('cancell', 'cancel');
