import { Injectable } from '@nestjs/common';
import { Database, type Queries } from '../platform/database/database.js';
import { CALL_LEASE_SECONDS, type Leased } from '../wellhub/index.js';
import { bookingColumns, type Booking } from './booking.js';

export interface PatchResult {
  readonly state: Booking['state'];
  readonly holdsSeat: boolean;
  /** Null: nothing is left to send. */
  readonly retrySeconds: number | null;
  readonly status: number | null;
  readonly key: string | null;
}

const SELF = bookingColumns('b');

const OLDEST_DUE = `from bookings
      where next_attempt_at <= statement_timestamp() and (sending_until is null or sending_until <= clock_timestamp())
        and case when state = 'REQUESTED' then decide_before else send_until end > clock_timestamp()
      order by next_attempt_at`;

/** Since when the oldest decision waits to be sent. */
export const DECISION_DUE_SINCE_SQL = `select next_attempt_at ${OLDEST_DUE} limit 1`;

/** Committed before the call, so that no two replicas call for one booking (W-62). */
const LEASE = {
  name: 'booking-patches.lease',
  text: `with due as (
      select partner_id, id ${OLDEST_DUE} limit $1 for update skip locked)
    update bookings b set sending_from = clock_timestamp(), attempts = b.attempts + 1,
      sending_until = clock_timestamp() + interval '${CALL_LEASE_SECONDS} seconds',
      next_attempt_at = clock_timestamp() + interval '${CALL_LEASE_SECONDS} seconds'
    from due d where b.partner_id = d.partner_id and b.id = d.id
    returning ${SELF}, b.sending_from::text as fence`,
};

const LOCK = {
  name: 'booking-patches.lock',
  text: `select ${SELF} from bookings b
    where b.partner_id = $1 and b.id = $2 and b.sending_from = $3::text::timestamptz and b.sending_until is not null
    for update`,
};

/** The booking changed during the call: the new decision is sent as scheduled. */
const RELEASE = {
  name: 'booking-patches.release',
  text: `update bookings set sending_until = null where partner_id = $1 and id = $2`,
};

const RECORD = {
  name: 'booking-patches.record',
  text: `update bookings set sending_until = null, state = $3, holds_seat = $4,
      next_attempt_at = clock_timestamp() + make_interval(secs => $5::float8), last_status = $6, last_key = $7,
      updated_at = clock_timestamp()
    where partner_id = $1 and id = $2`,
};

/** The call was not made, so no attempt is counted; a decision that changed meanwhile is sent as scheduled. */
const POSTPONE = {
  name: 'booking-patches.postpone',
  text: `update bookings set sending_until = null, attempts = attempts - 1,
      next_attempt_at = case when next_attempt_at is not null
        then clock_timestamp() + make_interval(secs => $4::float8) end
    where partner_id = $1 and id = $2 and sending_from = $3::text::timestamptz and sending_until is not null`,
};

/** Leases bookings for calls to Wellhub, and records the outcome. */
@Injectable()
export class PatchesRepository {
  constructor(private readonly db: Database) {}

  /** Decisions that may be sent now. */
  lease(limit: number): Promise<Leased<Booking>[]> {
    return this.db.query<Leased<Booking>>(LEASE, [limit]);
  }

  /** @returns undefined when this call was taken over */
  async lock(
    queries: Queries,
    { partnerId, id, fence }: Leased<Booking>,
  ): Promise<Booking | undefined> {
    return (await queries.query<Booking>(LOCK, [partnerId, id, fence]))[0];
  }

  async release(queries: Queries, { partnerId, id }: Booking): Promise<void> {
    await queries.query(RELEASE, [partnerId, id]);
  }

  async postpone({ partnerId, id, fence }: Leased<Booking>, seconds: number): Promise<void> {
    await this.db.query(POSTPONE, [partnerId, id, fence, seconds]);
  }

  async record(queries: Queries, { partnerId, id }: Booking, result: PatchResult): Promise<void> {
    const { state, holdsSeat, retrySeconds, status, key } = result;
    await queries.query(RECORD, [partnerId, id, state, holdsSeat, retrySeconds, status, key]);
  }
}
