/** An entry of the timeline, as the administration API shows it. */
export interface TimelineEntry {
  readonly id: string;
  readonly at: string;
  readonly kind: string;
  readonly gymId: number | null;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly links: Readonly<Record<string, string>>;
}

export interface TimelinePage {
  readonly items: readonly TimelineEntry[];
  readonly nextCursor: string | null;
}

export const KINDS: readonly string[] = [
  'check-in',
  'scan',
  'visit-begin',
  'visit-end',
  'access-code',
  'webhook',
  'booking',
  'registration',
  'join',
  'customer',
  'account',
  'consent',
  'wellhub-id-claim',
  'event',
  'delivery',
  'usage',
  'reconciliation',
];

/** A field of an entry as text; empty where it is missing. */
export const textIn = ({ detail }: TimelineEntry, name: string): string => {
  const value = detail[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

/** The screen with the record behind an entry. */
export const recordPath = (customerId: number | string, entryId: string, rest = ''): string =>
  `/console/members/${customerId}/timeline/${encodeURIComponent(entryId)}${rest}`;
