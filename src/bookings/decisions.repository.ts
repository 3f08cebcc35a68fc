import { Injectable } from '@nestjs/common';
import { Database, type Queries } from '../platform/database/database.js';
import { bookingColumns, type Booking, type BookingState } from './booking.js';

export interface BookingDecision {
  readonly status: 'RESERVED' | 'REJECTED';
  readonly reasonCategory: string | null;
  readonly reason: string | null;
  /** The partner gave the number of the slot with it, so the place is counted already. */
  readonly isCounted: boolean;
}

export interface Undecided {
  readonly partnerId: string;
  readonly id: number;
  readonly gymId: number;
}

const SELF = bookingColumns('b');

/** Once; again only after Wellhub refused it or does not know the booking. */
const DECIDE = {
  name: 'booking-decisions.decide',
  text: `update bookings b set decision = $3, reason_category = $4, reason = $5, decided_at = clock_timestamp(),
      holds_seat = b.holds_seat or $6, next_attempt_at = clock_timestamp(), updated_at = clock_timestamp()
    where b.partner_id = $1 and b.id = $2 and b.state = 'REQUESTED' and b.decide_before > clock_timestamp()
      and (b.decision is null or b.next_attempt_at is null)
    returning ${SELF}`,
};

const CANCEL = {
  name: 'booking-decisions.cancel',
  text: `update bookings b set decision = 'CANCELLED_BY_GYM', reason_category = null, reason = null,
      decided_at = clock_timestamp(), next_attempt_at = clock_timestamp(), updated_at = clock_timestamp(),
      send_until = clock_timestamp() + interval '1 day'
    where b.partner_id = $1 and b.id = $2 and b.state = 'RESERVED'
      and (b.decision <> 'CANCELLED_BY_GYM' or b.next_attempt_at is null)
    returning ${SELF}`,
};

/** Three minutes are left for the tries (W-61). */
const UNDECIDED = {
  name: 'booking-decisions.undecided',
  text: `select partner_id as "partnerId", id, gym_id as "gymId" from bookings
    where state = 'REQUESTED' and decision is null and decide_before > statement_timestamp()
      and decide_before <= statement_timestamp() + interval '3 minutes'
    order by decide_before limit $1`,
};

/** A call in flight may bring the confirmation, so the end of its lease is awaited. */
const LATE = {
  name: 'booking-decisions.late',
  text: `select ${SELF} from bookings b where b.state = 'REQUESTED' and b.decide_before <= statement_timestamp()
      and (b.sending_until is null or b.sending_until <= clock_timestamp())
    order by b.decide_before limit $1 for update skip locked`,
};

const oldest = (condition: string, since: string): string =>
  `select ${since} from bookings where state = 'REQUESTED' and ${condition} order by decide_before limit 1`;

/** Since when the oldest booking should have been decided, by default or by its end. */
export const UNDECIDED_SINCE_SQL = `select least(
      (${oldest("decision is null and decide_before <= statement_timestamp() + interval '3 minutes'", "decide_before - interval '3 minutes'")}),
      (${oldest('decide_before <= statement_timestamp() and (sending_until is null or sending_until <= clock_timestamp())', 'decide_before')}))`;

const AUTO_REJECT = {
  name: 'booking-decisions.auto-reject',
  text: `update bookings b set state = 'AUTO_REJECTED', holds_seat = false, next_attempt_at = null,
      updated_at = clock_timestamp()
    where b.partner_id = $1 and b.id = $2`,
};

/** A decision that Wellhub no longer needs is not sent; the booking ended long ago, so nothing else changes. */
const ABANDON = {
  name: 'booking-decisions.give-up',
  text: `update bookings b set next_attempt_at = null
    where b.next_attempt_at <= clock_timestamp() and b.state <> 'REQUESTED' and b.send_until <= clock_timestamp()
      and (b.sending_until is null or b.sending_until <= clock_timestamp())
    returning ${SELF}`,
};

/** Decisions as they are made: by the partner, by the gym's setting, by time. */
@Injectable()
export class BookingDecisionsRepository {
  constructor(private readonly db: Database) {}

  /** @returns undefined when there is nothing to decide */
  async decide(
    queries: Queries,
    partnerId: string,
    id: number,
    { status, reasonCategory, reason, isCounted }: BookingDecision,
  ): Promise<Booking | undefined> {
    const holdsSeat = isCounted && status === 'RESERVED';
    const values = [partnerId, id, status, reasonCategory, reason, holdsSeat];
    return (await queries.query<Booking>(DECIDE, values))[0];
  }

  async cancel(partnerId: string, id: number): Promise<Booking | undefined> {
    return (await this.db.query<Booking>(CANCEL, [partnerId, id]))[0];
  }

  undecided(limit: number): Promise<Undecided[]> {
    return this.db.query<Undecided>(UNDECIDED, [limit]);
  }

  /** Locked for the caller's transaction. */
  late(queries: Queries, limit: number): Promise<Booking[]> {
    return queries.query<Booking>(LATE, [limit]);
  }

  async autoReject(queries: Queries, { partnerId, id }: Booking): Promise<void> {
    await queries.query(AUTO_REJECT, [partnerId, id]);
  }

  abandon(): Promise<Booking[]> {
    return this.db.query<Booking>(ABANDON, []);
  }
}

/** What a booking is once Wellhub has confirmed the decision. */
export const CONFIRMED: Readonly<Record<NonNullable<Booking['decision']>, BookingState>> = {
  RESERVED: 'RESERVED',
  REJECTED: 'REJECTED',
  CANCELLED_BY_GYM: 'CANCELED_BY_GYM',
};
