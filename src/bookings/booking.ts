import type { BookingStatus } from '../wellhub/index.js';

export const BOOKING_STATES = [
  'REQUESTED',
  'RESERVED',
  'REJECTED',
  'AUTO_REJECTED',
  'CANCELED',
  'LATE_CANCELED',
  'CANCELED_BY_GYM',
] as const;
export type BookingState = (typeof BOOKING_STATES)[number];

/** A place in a class that a Wellhub user requested. */
export interface Booking {
  readonly partnerId: string;
  readonly id: number;
  readonly bookingNumber: string;
  readonly gymId: number;
  readonly customerId: number;
  readonly wellhubId: string;
  readonly classId: string | null;
  readonly slotId: string | null;
  readonly state: BookingState;
  readonly requestedAt: Date | null;
  readonly decideBefore: Date | null;
  readonly decision: BookingStatus | null;
  readonly decidedAt: Date | null;
  readonly reasonCategory: string | null;
  readonly reason: string | null;
  readonly holdsSeat: boolean;
  /** Null: there is nothing to send. */
  readonly nextAttemptAt: Date | null;
  readonly attempts: number;
  readonly lastStatus: number | null;
  readonly lastKey: string | null;
  readonly createdAt: Date;
}

/** A `Booking` of the table's alias, for every statement that returns one. */
export const bookingColumns = (alias: string): string =>
  Object.entries({
    partnerId: 'partner_id',
    id: 'id',
    bookingNumber: 'booking_number',
    gymId: 'gym_id',
    customerId: 'customer_id',
    wellhubId: 'wellhub_id',
    classId: 'class_id',
    slotId: 'slot_id',
    state: 'state',
    requestedAt: 'requested_at',
    decideBefore: 'decide_before',
    decision: 'decision',
    decidedAt: 'decided_at',
    reasonCategory: 'reason_category',
    reason: 'reason',
    holdsSeat: 'holds_seat',
    nextAttemptAt: 'next_attempt_at',
    attempts: 'attempts',
    lastStatus: 'last_status',
    lastKey: 'last_key',
    createdAt: 'created_at',
  })
    .map(([name, column]) => `${alias}.${column} as "${name}"`)
    .join(', ');

/** Identifies a slot. A booking has none when Wellhub did not send its class or slot. */
export interface SlotKey {
  readonly partnerId: string;
  readonly gymId: number;
  readonly classId: string;
  readonly slotId: string;
}

export function slotOf({ partnerId, gymId, classId, slotId }: Booking): SlotKey | undefined {
  return classId === null || slotId === null ? undefined : { partnerId, gymId, classId, slotId };
}
