import { Injectable } from '@nestjs/common';
import type { GymTime } from '../check-in-validation/index.js';
import { Database, type Queries } from '../platform/database/database.js';
import { bookingColumns, type Booking, type BookingState } from './booking.js';
import type { BookingPayload } from './booking-payload.js';

const SELF = bookingColumns('b');

const RECENT_BOOKERS = {
  name: 'bookings.recent-bookers',
  text: `select distinct customer_id as id from bookings
    where partner_id = $1 and gym_id = $2 and state = 'RESERVED'
      and requested_at between $3::timestamptz - interval '24 hours' and $4
    limit 500`,
};

const LOCK_NUMBER = {
  name: 'bookings.lock-number',
  text: `select pg_advisory_xact_lock(hashtextextended($1 || '/' || $2, 16))::text`,
};

const LOCK = {
  name: 'bookings.lock',
  text: `select ${SELF} from bookings b where b.partner_id = $1 and b.booking_number = $2 for update`,
};

/** Requested or, when its cancellation came first, ended from the start. */
const INSERT = {
  name: 'bookings.insert',
  text: `insert into bookings as b (partner_id, booking_number, gym_id, customer_id, wellhub_id, class_id, slot_id,
      state, requested_at, decide_before)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9::timestamptz + interval '15 minutes')
    returning ${SELF}`,
};

/** The request of a booking that was canceled before: remembered, nothing more (W-40). */
const NOTE_REQUEST = {
  name: 'bookings.note-request',
  text: `update bookings set requested_at = $3, class_id = coalesce(class_id, $4), slot_id = coalesce(slot_id, $5),
      updated_at = clock_timestamp()
    where partner_id = $1 and id = $2 and requested_at is null`,
};

/** Wellhub repeats its request: the same decision is sent again (W-62). */
const REPEAT = {
  name: 'bookings.repeat',
  text: `update bookings set next_attempt_at = clock_timestamp(), updated_at = clock_timestamp(),
      send_until = clock_timestamp() + interval '15 minutes'
    where partner_id = $1 and id = $2 and state in ('RESERVED', 'REJECTED') and next_attempt_at is null`,
};

const CHANGE_STATE = {
  name: 'bookings.change-state',
  text: `update bookings b set state = $3, holds_seat = $4, next_attempt_at = null, updated_at = clock_timestamp()
    where b.partner_id = $1 and b.id = $2 returning ${SELF}`,
};

const FIND = {
  name: 'bookings.find',
  text: `select ${SELF} from bookings b where b.partner_id = $1 and b.id = $2`,
};

const LIST = {
  name: 'bookings.list',
  text: `select ${SELF} from bookings b
    where b.partner_id = $1 and b.gym_id = $2 and ($3::text is null or b.state = $3) and ($4::bigint is null or b.id < $4)
    order by b.id desc limit $5`,
};

const WELLHUB_IDS = {
  name: 'bookings.wellhub-ids',
  text: `select distinct wellhub_id as "wellhubId" from bookings where partner_id = $1 and customer_id = $2 and wellhub_id ~ '^\\d+$'`,
};

/** States stay; the id and the texts about a person are deleted. */
const ERASE = {
  name: 'bookings.erase',
  text: `update bookings set wellhub_id = 'erased-' || id, reason = null, updated_at = clock_timestamp()
    where partner_id = $1 and customer_id = $2`,
};

export interface BookingFilter {
  readonly gymId: number;
  readonly state: string | null;
  /** The last id of the page before. */
  readonly before: number | null;
  readonly limit: number;
}

/** The rows of bookings. Writing methods take the caller's transaction. */
@Injectable()
export class BookingsRepository {
  constructor(private readonly db: Database) {}

  /** The customers with a place that was requested in the day before. */
  async recentBookers({ partnerId, gymId, from, to }: GymTime): Promise<number[]> {
    const values = [partnerId, gymId, from, to];
    return (await this.db.query<{ id: number }>(RECENT_BOOKERS, values)).map(({ id }) => id);
  }

  /** Makes the events of one booking serial, also before its row is there. */
  async lock(queries: Queries, partnerId: string, number: string): Promise<Booking | undefined> {
    await queries.query(LOCK_NUMBER, [partnerId, number]);
    return (await queries.query<Booking>(LOCK, [partnerId, number]))[0];
  }

  async insert(
    queries: Queries,
    { partnerId, gymId, customerId }: Pick<Booking, 'partnerId' | 'gymId' | 'customerId'>,
    payload: BookingPayload,
    state: BookingState,
  ): Promise<Booking> {
    const { bookingNumber, wellhubId, classId, slotId, occurredAt } = payload;
    const requestedAt = state === 'REQUESTED' ? occurredAt : null;
    const values = [partnerId, bookingNumber, gymId, customerId, wellhubId, classId, slotId];
    return one(await queries.query<Booking>(INSERT, [...values, state, requestedAt]));
  }

  async noteRequest(
    queries: Queries,
    { partnerId, id }: Booking,
    { occurredAt, classId, slotId }: BookingPayload,
  ): Promise<void> {
    await queries.query(NOTE_REQUEST, [partnerId, id, occurredAt, classId, slotId]);
  }

  async repeat(queries: Queries, { partnerId, id }: Booking): Promise<void> {
    await queries.query(REPEAT, [partnerId, id]);
  }

  /** Nothing is left to send afterwards. */
  async changeState(
    queries: Queries,
    { partnerId, id }: Booking,
    state: BookingState,
    holdsSeat: boolean,
  ): Promise<Booking> {
    return one(await queries.query<Booking>(CHANGE_STATE, [partnerId, id, state, holdsSeat]));
  }

  async find(partnerId: string, id: number, queries: Queries = this.db) {
    return (await queries.query<Booking>(FIND, [partnerId, id]))[0];
  }

  list(partnerId: string, { gymId, state, before, limit }: BookingFilter): Promise<Booking[]> {
    return this.db.query<Booking>(LIST, [partnerId, gymId, state, before, limit]);
  }

  async wellhubIds(queries: Queries, partnerId: string, customerId: number): Promise<string[]> {
    const rows = await queries.query<{ wellhubId: string }>(WELLHUB_IDS, [partnerId, customerId]);
    return rows.map(({ wellhubId }) => wellhubId);
  }

  async erase(queries: Queries, partnerId: string, customerId: number): Promise<void> {
    await queries.query(ERASE, [partnerId, customerId]);
  }
}

function one(rows: readonly Booking[]): Booking {
  const [row] = rows;
  if (!row) throw new Error('a booking was not stored');
  return row;
}
