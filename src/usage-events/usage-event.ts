export const USAGE_EVENT_STATES = ['QUEUED', 'SENT', 'QUARANTINED', 'UNPAYABLE'] as const;
export type UsageEventState = (typeof USAGE_EVENT_STATES)[number];

/** What is passed on to Wellhub as it came. */
export type UsageDetails = Readonly<Record<string, string | number>>;

/** As the partner sends it. */
export interface NewUsageEvent {
  readonly eventType: string;
  readonly occurredAt: Date;
  readonly gpwId: string;
  readonly details: UsageDetails;
}

export interface UsageEvent {
  /** The order of arrival. */
  readonly no: number;
  readonly id: string;
  /** Null after an erasure. */
  readonly gpwId: string | null;
  readonly customerId: number | null;
  readonly eventType: string;
  readonly occurredAt: Date;
  readonly details: UsageDetails | null;
  readonly source: 'ADMIN' | 'VISIT';
  readonly state: UsageEventState;
  /** What Wellhub answered to a quarantined event. */
  readonly lastStatus: number | null;
  readonly lastKey: string | null;
  readonly sentAt: Date | null;
  readonly createdAt: Date;
}

/** A `UsageEvent` of the table's alias `u`, for every statement that returns one. */
export const USAGE_EVENT_COLUMNS = `u.no, u.id, u.gpw_id as "gpwId", u.customer_id as "customerId",
  u.event_type as "eventType", u.occurred_at as "occurredAt", u.details, u.source, u.state,
  u.last_status as "lastStatus", u.last_key as "lastKey", u.sent_at as "sentAt", u.created_at as "createdAt"`;
