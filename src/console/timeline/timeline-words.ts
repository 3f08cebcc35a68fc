import type { EntryLinkName, HistoryKind } from '../../member-history/index.js';
import type { InLanguages } from '../frame/languages.js';
import { de } from './timeline-words.de.js';
import { en } from './timeline-words.en.js';
import { es } from './timeline-words.es.js';
import { pt } from './timeline-words.pt.js';

/** Entries that a name tells already. */
export type NamedKind = Extract<
  HistoryKind,
  | 'customer'
  | 'registration'
  | 'join'
  | 'account'
  | 'visit-begin'
  | 'visit-end'
  | 'wellhub-id-claim'
>;

/** The story of a member, in sentences. Keys of the tables are the API's own values. */
export interface TimelineWords {
  readonly title: string;
  readonly lead: string;
  readonly kind: string;
  /** In the order of the choice. */
  readonly kinds: Readonly<Record<HistoryKind, string>>;
  readonly empty: string;
  readonly record: string;
  readonly recordLead: string;
  readonly body: string;
  readonly bodyLead: string;
  /** From a record to the screens of what it is about. */
  readonly links: Readonly<Record<Exclude<EntryLinkName, 'gym' | 'booking' | 'body'>, string>>;
  readonly checkIns: Readonly<Record<string, string>>;
  readonly webhooks: Readonly<Record<string, string>>;
  readonly webhookStates: Readonly<Record<string, string>>;
  readonly bookings: Readonly<Record<string, string>>;
  readonly claims: Readonly<Record<string, string>>;
  readonly deliveries: Readonly<Record<string, string>>;
  readonly usages: Readonly<Record<string, string>>;
  readonly documents: Readonly<Record<string, string>>;
  readonly refused: (code: string) => string;
  readonly admitted: string;
  readonly dryRun: string;
  readonly provisional: string;
  readonly calls: (count: string) => string;
  readonly answer: (status: string, key: string) => string;
  readonly code: (until: string) => string;
  readonly consent: (document: string, version: string) => string;
  readonly event: (type: string) => string;
  readonly delivery: (type: string, state: string) => string;
  readonly reconciliation: (month: string) => string;
  readonly simple: Readonly<Record<NamedKind, string>>;
}

export const TIMELINE_WORDS: InLanguages<TimelineWords> = { pt, en, es, de };
