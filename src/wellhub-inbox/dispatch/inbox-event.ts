import type { Gym } from '../../partners/index.js';
import type { Queries } from '../../platform/database/database.js';
import type { WellhubEvent } from '../../wellhub/index.js';
import type { InboxResult } from '../events/event-result.js';

/** One event as its room handles it. */
export interface InboxEvent {
  readonly partnerId: string;
  readonly id: string;
  readonly receivedAt: Date;
  readonly environment: 'production' | 'test';
  /** The gym whose own address it was sent to; null for the partner's address. */
  readonly hookGymId: number | null;
  readonly type: string;
  readonly wellhubGymId: string | null;
  /** The partner's gym of that Wellhub id; null only for types that name no gym. */
  readonly gym: Gym | null;
  readonly body: WellhubEvent;
  readonly traceparent: string | null;
}

export type Handled =
  'PROCESSED' | 'PARKED' | { readonly result: InboxResult } | { readonly dead: string };
export type Handler = (queries: Queries, event: InboxEvent) => Promise<Handled>;

/** An event that was handled with others. */
export interface ProcessedEvent {
  readonly event: InboxEvent;
  readonly result?: InboxResult;
}

/**
 * Handles the plain ones among the events of one batch in one transaction. It must not wait for rows that others lock
 * nor raise alerts: with many people in one transaction both could dead-lock. An id that another transaction is assigning
 * may be waited for, for a quarter of a second. @returns those it has processed; the others are handled alone
 */
export type TogetherHandler = (
  queries: Queries,
  events: readonly InboxEvent[],
) => Promise<readonly ProcessedEvent[]>;
