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

const OTHER_SPELLINGS: ReadonlyMap<string, WellhubEventType> = new Map([
  ['check-in', 'checkin'],
  ['checkin-booking-occured', 'checkin-booking-occurred'],
  ['booking-cancelled', 'booking-canceled'],
  ['booking-cancelation', 'booking-canceled'],
  ['booking-late-cancelled', 'booking-late-canceled'],
  ['booking-latecancelation', 'booking-late-canceled'],
]);

/** The normal form of an `event_type` as received; case does not matter, `.` and `_` read as `-` (W-34). */
export function normalEventType(received: unknown): WellhubEventType | 'unknown' {
  if (typeof received !== 'string') return 'unknown';
  const name = received.toLowerCase().replaceAll(/[._]/g, '-');
  return (
    WELLHUB_EVENT_TYPES.find((type) => type === name) ?? OTHER_SPELLINGS.get(name) ?? 'unknown'
  );
}
