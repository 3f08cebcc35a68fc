import { lossReasonSql, type LossReason } from './loss-reason.sql.js';

export const CHECK_IN_STATES = [
  'PENDING',
  'VALIDATED',
  'EXPIRED',
  'CANCELED',
  'NOT_FOUND',
  'REJECTED',
] as const;
export type CheckInState = (typeof CHECK_IN_STATES)[number];

/** Why a check-in changed its state, or was validated (`wellhub.md` 5.1). */
export const CAUSES = ['WEBHOOK', 'SCAN', 'DESK', 'AGGREGATOR', 'RETRY', 'DEADLINE'] as const;
export type Cause = (typeof CAUSES)[number];

/** Wellhub's permission that waits to be validated. */
export interface CheckIn {
  readonly partnerId: string;
  readonly id: string;
  readonly gymId: number;
  readonly customerId: number;
  readonly wellhubId: string;
  readonly bookingNumber: string | null;
  readonly productId: string | null;
  readonly productDescription: string | null;
  readonly state: CheckInState;
  readonly eventAt: Date;
  /** Calendar day of the event at its gym. */
  readonly localDay: string;
  readonly receivedAt: Date;
  readonly expiresAt: Date;
  readonly validatedAt: Date | null;
  readonly cause: Cause;
  readonly probe: boolean;
  readonly overdue: boolean;
  readonly alreadyValidated: boolean;
  readonly provisional: boolean;
  readonly validationRequestedAt: Date | null;
  /** An earlier call may have reached Wellhub although its answer never reached us. */
  readonly unanswered: boolean;
  readonly attempts: number;
  readonly notFoundTries: number;
  readonly deadlineStep: number;
  readonly lastStatus: number | null;
  readonly lastKey: string | null;
  /** Of what made it; null when that was not traced. */
  readonly traceparent: string | null;
  /** Null unless it was lost. */
  readonly lostBecause: LossReason | null;
  /** Is a call running, was one left behind, or neither? */
  readonly lease: 'held' | 'lapsed' | 'none';
}

const COLUMNS = {
  partnerId: 'partner_id',
  id: 'id',
  gymId: 'gym_id',
  customerId: 'customer_id',
  wellhubId: 'wellhub_id',
  bookingNumber: 'booking_number',
  productId: 'product_id',
  productDescription: 'product_description',
  state: 'state',
  eventAt: 'event_at',
  localDay: 'local_day',
  receivedAt: 'received_at',
  expiresAt: 'expires_at',
  validatedAt: 'validated_at',
  cause: 'cause',
  probe: 'probe',
  overdue: 'overdue',
  alreadyValidated: 'already_validated',
  provisional: 'provisional',
  validationRequestedAt: 'asked_at',
  unanswered: 'unanswered',
  attempts: 'attempts',
  notFoundTries: 'not_found_tries',
  deadlineStep: 'deadline_step',
  lastStatus: 'last_status',
  lastKey: 'last_key',
  traceparent: 'traceparent',
} as const;

/** The select list of a `CheckIn`; `alias` names the table check_ins. */
export const checkInColumns = (alias: string): string =>
  [
    ...Object.entries(COLUMNS).map(([field, column]) => `${alias}.${column} as "${field}"`),
    `case when ${alias}.validating_until is null then 'none'
      when ${alias}.validating_until > clock_timestamp() then 'held' else 'lapsed' end as lease`,
    `${lossReasonSql(alias)} as "lostBecause"`,
  ].join(', ');
