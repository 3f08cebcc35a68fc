import { Injectable } from '@nestjs/common';
import { Database, type Queries } from '../platform/database/database.js';
import { CALL_LEASE_SECONDS } from '../wellhub/index.js';
import type { SlotKey } from './booking.js';

export interface Slot extends SlotKey {
  readonly totalBooked: number;
  readonly totalCapacity: number | null;
  readonly countedAt: Date;
}

export interface Totals {
  readonly totalBooked: number;
  readonly totalCapacity: number | null;
}

/** A slot whose number is being sent: the only call for it until the lease ends. */
export interface DueSlot extends Slot {
  readonly version: number;
  readonly attempts: number;
}

/** A slot that the partner counted, or that Wellhub's users asked for. */
export interface ListedSlot {
  readonly gymId: number;
  readonly classId: string;
  readonly slotId: string;
  /** Null while the partner gave no number. */
  readonly totalBooked: number | null;
  readonly totalCapacity: number | null;
  readonly countedAt: Date | null;
  /** Wellhub has the number; null while there is none. */
  readonly isSent: boolean | null;
  /** Places that wait for a decision, and that are taken, by what Wellhub's users asked for. */
  readonly requested: number;
  readonly reserved: number;
  readonly changedAt: Date;
  readonly micros: number;
}

export interface SlotPage {
  /** The last slot of the page before. */
  readonly before: { micros: number; classId: string; slotId: string } | null;
  readonly limit: number;
}

const SELF = `s.partner_id as "partnerId", s.gym_id as "gymId", s.class_id as "classId", s.slot_id as "slotId",
  s.total_booked as "totalBooked", s.total_capacity as "totalCapacity", s.counted_at as "countedAt"`;
const KEY = 'partner_id = $1 and gym_id = $2 and class_id = $3 and slot_id = $4';

/** The partner's own number. Sent at once, or with the answer about the booking it came with. */
const COUNT = {
  name: 'booking-slots.count',
  text: `insert into booking_slots as s (partner_id, gym_id, class_id, slot_id, total_booked, total_capacity,
      version, next_attempt_at)
    values ($1, $2, $3, $4, $5, $6, case when $7 then 1 else 0 end, case when $7 then clock_timestamp() end)
    on conflict (partner_id, gym_id, class_id, slot_id) do update set total_booked = excluded.total_booked,
      total_capacity = coalesce(excluded.total_capacity, s.total_capacity), counted_at = clock_timestamp(),
      changed_at = clock_timestamp(), version = s.version + excluded.version, attempts = 0,
      next_attempt_at = coalesce(excluded.next_attempt_at, s.next_attempt_at)
    returning ${SELF}`,
};

/** Nothing is counted or sent without a number from the partner. It includes what was decided before it came ($6). */
const ADJUST_BOOKED = {
  name: 'booking-slots.adjust-booked',
  text: `update booking_slots set version = version + 1, next_attempt_at = clock_timestamp(), attempts = 0,
      changed_at = clock_timestamp(),
      total_booked = case when $6::timestamptz is null or counted_at < $6
        then greatest(total_booked + $5, 0) else total_booked end
    where ${KEY}`,
};

const OLDEST_DUE = `from booking_slots
      where next_attempt_at <= statement_timestamp() and (sending_until is null or sending_until <= clock_timestamp())
      order by next_attempt_at`;

/** Since when the oldest number of a slot waits to be sent. */
export const SLOT_DUE_SINCE_SQL = `select next_attempt_at ${OLDEST_DUE} limit 1`;

const LEASE = {
  name: 'booking-slots.lease',
  text: `with due as (
      select partner_id, gym_id, class_id, slot_id ${OLDEST_DUE} limit $1 for update skip locked)
    update booking_slots s set sending_until = clock_timestamp() + interval '${CALL_LEASE_SECONDS} seconds', attempts = s.attempts + 1,
      next_attempt_at = clock_timestamp() + interval '${CALL_LEASE_SECONDS} seconds'
    from due d where (s.partner_id, s.gym_id, s.class_id, s.slot_id) = (d.partner_id, d.gym_id, d.class_id, d.slot_id)
    returning ${SELF}, s.version, s.attempts`,
};

/**
 * $6 null: notified, or not to be notified. A newer version waits for its own call; after a day the old one is
 * obsolete.
 */
const RECORD = {
  name: 'booking-slots.record',
  text: `update booking_slots set sending_until = null, last_status = $7,
      sent_version = case when $8 then $5 else sent_version end,
      next_attempt_at = case when version > $5 then clock_timestamp()
        when changed_at < clock_timestamp() - interval '1 day' then null
        else clock_timestamp() + make_interval(secs => $6::float8) end
    where ${KEY}`,
};

/** The call was not made, so no attempt is counted. */
const POSTPONE = {
  name: 'booking-slots.postpone',
  text: `update booking_slots set sending_until = null, attempts = greatest(attempts - 1, 0),
      next_attempt_at = clock_timestamp() + make_interval(secs => $5::float8)
    where ${KEY}`,
};

const MICROS = `(extract(epoch from changed_at) * 1000000)::bigint`;

const LIST = {
  name: 'booking-slot-list.list',
  text: `with asked as (
      select b.class_id, b.slot_id, max(b.created_at) as at,
        (count(*) filter (where b.state = 'REQUESTED'))::int as requested,
        (count(*) filter (where b.state = 'RESERVED'))::int as reserved
      from bookings b where b.partner_id = $1 and b.gym_id = $2 and b.class_id is not null and b.slot_id is not null
        and b.created_at > clock_timestamp() - interval '30 days'
      group by 1, 2),
    found as (
      select coalesce(s.class_id, a.class_id) as class_id, coalesce(s.slot_id, a.slot_id) as slot_id, s.total_booked,
        s.total_capacity, s.counted_at, s.sent_version = s.version as is_sent, coalesce(a.requested, 0) as requested,
        coalesce(a.reserved, 0) as reserved, greatest(s.changed_at, a.at) as changed_at
      from (select * from booking_slots where partner_id = $1 and gym_id = $2
          and changed_at > clock_timestamp() - interval '30 days') s
        full join asked a on a.class_id = s.class_id and a.slot_id = s.slot_id)
    select $2::bigint as "gymId", class_id as "classId", slot_id as "slotId", total_booked as "totalBooked",
      total_capacity as "totalCapacity", counted_at as "countedAt", is_sent as "isSent", requested, reserved,
      changed_at as "changedAt", ${MICROS} as micros
    from found
    where $3::bigint is null or (${MICROS}, class_id, slot_id) < ($3, $4::text, $5::text)
    order by ${MICROS} desc, class_id desc, slot_id desc limit $6`,
};

/** How many places are taken, as sent to Wellhub. */
@Injectable()
export class SlotsRepository {
  constructor(private readonly db: Database) {}

  async count(queries: Queries, slot: SlotKey, totals: Totals, notifyNow: boolean): Promise<Slot> {
    const values = [...keyOf(slot), totals.totalBooked, totals.totalCapacity, notifyNow];
    const [row] = await queries.query<Slot>(COUNT, values);
    if (!row) throw new Error('a slot was not stored');
    return row;
  }

  /** @param decidedAt null: counted in any case */
  async adjustBooked(queries: Queries, slot: SlotKey, delta: -1 | 0 | 1, decidedAt: Date | null) {
    await queries.query(ADJUST_BOOKED, [...keyOf(slot), delta, decidedAt]);
  }

  /** The last change first. */
  list(
    { partnerId, gymId }: { readonly partnerId: string; readonly gymId: number },
    { before, limit }: SlotPage,
  ): Promise<ListedSlot[]> {
    const place = [before?.micros ?? null, before?.classId ?? null, before?.slotId ?? null];
    return this.db.query<ListedSlot & object>(LIST, [partnerId, gymId, ...place, limit]);
  }

  lease(limit: number): Promise<DueSlot[]> {
    return this.db.query<DueSlot>(LEASE, [limit]);
  }

  async postpone(slot: DueSlot, seconds: number): Promise<void> {
    await this.db.query(POSTPONE, [...keyOf(slot), seconds]);
  }

  async record(
    slot: DueSlot,
    result: { retrySeconds: number | null; status: number | null; isDone: boolean },
  ): Promise<void> {
    const { retrySeconds, status, isDone } = result;
    await this.db.query(RECORD, [...keyOf(slot), slot.version, retrySeconds, status, isDone]);
  }
}

const keyOf = ({ partnerId, gymId, classId, slotId }: SlotKey) => [
  partnerId,
  gymId,
  classId,
  slotId,
];
