import type { HistoryKind } from '../../member-history/index.js';

/** An entry of the timeline, as the administration API shows it. */
export interface TimelineEntry {
  readonly id: string;
  readonly at: string;
  readonly kind: HistoryKind;
  readonly gymId: number | null;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly links: Readonly<Record<string, string>>;
}

export interface TimelinePage {
  readonly items: readonly TimelineEntry[];
  readonly nextCursor: string | null;
}

/** A field of an entry as text; empty where it is missing. */
export const textIn = ({ detail }: TimelineEntry, name: string): string => {
  const value = detail[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

/** The screen with the record behind an entry. */
export const recordPath = (customerId: number | string, entryId: string, rest = ''): string =>
  `/console/members/${customerId}/timeline/${encodeURIComponent(entryId)}${rest}`;
