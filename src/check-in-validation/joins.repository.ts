import { Injectable } from '@nestjs/common';
import type { Queries } from '../platform/database/database.js';
import { checkInColumns, type CheckIn } from './check-in.js';
import type { CheckInNotice } from './check-in-notice.js';
import { firstMark, markAt } from './deadline-marks.js';

/** Open ones and those validated today, newest first. `current_date` only bounds the scan; $4 holds zones by gym. */
const JOINABLE = `select ${checkInColumns('c')} from check_ins c
    where c.partner_id = any($1::uuid[]) and c.customer_id = any($2::bigint[]) and c.gym_id = any($3::bigint[])
      and (c.state = 'PENDING' or c.state = 'VALIDATED' and c.local_day >= current_date - 2
        and c.local_day = (clock_timestamp() at time zone ($4::json ->> c.gym_id::text))::date)
    order by c.event_at desc`;

const SEE = { name: 'check-ins.joinable', text: JOINABLE };
const LOCK = { name: 'check-ins.joinable-locked', text: `${JOINABLE} for update` };

/** Without waiting: what another transaction holds is left out. */
const HOLD = {
  name: 'check-ins.hold',
  text: `select ${checkInColumns('c')} from check_ins c
    where c.partner_id = any($1::uuid[]) and c.id = any($2::uuid[]) for update skip locked`,
};

/** The later deadline wins; a probe takes the event's own time, for it is known now. */
const JOIN_OPEN = {
  name: 'check-ins.join-open',
  text: `update check_ins c set
      booking_number = coalesce(c.booking_number, $3),
      product_id = coalesce(c.product_id, $4), product_description = coalesce(c.product_description, $5),
      event_at = case when c.probe then $6 else c.event_at end,
      local_day = case when c.probe then ($6::timestamptz at time zone $7)::date else c.local_day end,
      expires_at = greatest(c.expires_at, $8), deadline_step = $9,
      deadline_at = coalesce($10, c.deadline_at),
      webhook_at = coalesce(c.webhook_at, $11), probe = false, overdue = c.overdue and c.expires_at >= $8,
      asked_at = case when $12 then coalesce(c.asked_at, clock_timestamp()) else c.asked_at end,
      next_attempt_at = case when $12 then coalesce(c.next_attempt_at, clock_timestamp()) else c.next_attempt_at end,
      updated_at = clock_timestamp()
    where c.partner_id = $1 and c.id = $2
    returning ${checkInColumns('c')}`,
};

const JOIN_VALIDATED = {
  name: 'check-ins.join-validated',
  text: `update check_ins c set
      booking_number = coalesce(c.booking_number, $3),
      product_id = coalesce(c.product_id, $4), product_description = coalesce(c.product_description, $5),
      webhook_at = coalesce(c.webhook_at, $6), probe = false, updated_at = clock_timestamp()
    where c.partner_id = $1 and c.id = $2
    returning ${checkInColumns('c')}`,
};

/** Whose check-ins an event may belong to, where. */
interface Visitor {
  readonly partnerId: string;
  readonly customerId: number;
  readonly gymId: number;
  readonly gym: { readonly timeZone: string };
}

type Place = Pick<CheckIn, 'partnerId' | 'customerId' | 'gymId'>;
export const placeOf = ({ partnerId, customerId, gymId }: Place): string =>
  `${partnerId}/${customerId}/${gymId}`;

export interface Joining {
  readonly notice: CheckInNotice;
  readonly receivedAt: Date;
  readonly timeZone: string;
  /** Mode AUTOMATIC: the worker calls at once, unless a call or a plan is under way. */
  readonly askNow: boolean;
}

/** A further event that belongs to a check-in we have. */
@Injectable()
export class JoinsRepository {
  /** What further events may belong to, by place. */
  async seen(
    queries: Queries,
    visitors: readonly Visitor[],
  ): Promise<ReadonlyMap<string, readonly CheckIn[]>> {
    if (visitors.length === 0) return new Map();
    const byPlace = new Map<string, CheckIn[]>();
    for (const row of await queries.query<CheckIn>(SEE, valuesOf(visitors)))
      byPlace.set(placeOf(row), [...(byPlace.get(placeOf(row)) ?? []), row]);
    return byPlace;
  }

  /** What a further event may belong to, locked until the transaction ends. */
  async locked(queries: Queries, visitor: Visitor): Promise<CheckIn[]> {
    return queries.query<CheckIn>(LOCK, valuesOf([visitor]));
  }

  /** Those of the seen that are free and still in their state: locked, as they are now, by id. */
  async held(queries: Queries, seen: readonly CheckIn[]): Promise<ReadonlyMap<string, CheckIn>> {
    if (seen.length === 0) return new Map();
    const states = new Map(seen.map(({ id, state }) => [id, state]));
    const partners = [...new Set(seen.map(({ partnerId }) => partnerId))];
    const rows = await queries.query<CheckIn>(HOLD, [partners, [...states.keys()]]);
    const same = rows.filter(({ id, state }) => states.get(id) === state);
    return new Map(same.map((row) => [row.id, row]));
  }

  async join(queries: Queries, known: CheckIn, joining: Joining): Promise<CheckIn | undefined> {
    const { notice, receivedAt } = joining;
    const about = [
      known.partnerId,
      known.id,
      notice.bookingNumber,
      notice.productId,
      notice.productDescription,
    ];
    if (known.state !== 'PENDING')
      return (await queries.query<CheckIn>(JOIN_VALIDATED, [...about, receivedAt]))[0];
    return (await queries.query<CheckIn>(JOIN_OPEN, [...about, ...openValues(known, joining)]))[0];
  }
}

const valuesOf = (visitors: readonly Visitor[]): unknown[] => [
  [...new Set(visitors.map(({ partnerId }) => partnerId))],
  visitors.map(({ customerId }) => customerId),
  [...new Set(visitors.map(({ gymId }) => gymId))],
  JSON.stringify(Object.fromEntries(visitors.map(({ gymId, gym }) => [gymId, gym.timeZone]))),
];

function openValues(known: CheckIn, joining: Joining): unknown[] {
  const { notice, receivedAt, timeZone, askNow } = joining;
  const expiresAt = later(notice.expiresAt, known.expiresAt);
  const { step, at } = markAfterJoin(known, { ...joining, expiresAt });
  return [notice.eventAt, timeZone, expiresAt, step, at, receivedAt, askNow];
}

/** What was alerted is not alerted again; a deadline that moved lies ahead once more. */
function markAfterJoin(known: CheckIn, to: Joining & { readonly expiresAt: Date }) {
  const eventAt = known.probe ? to.notice.eventAt : known.eventAt;
  const isSame = !known.probe && to.expiresAt.getTime() === known.expiresAt.getTime();
  if (isSame) return { step: known.deadlineStep, at: null };
  const mark = firstMark(eventAt, to.expiresAt, { now: to.receivedAt, isProbe: false });
  const done = known.probe || known.deadlineStep < mark.step;
  if (done) return mark;
  const step = known.deadlineStep === 0 ? 0 : known.deadlineStep === 1 ? 1 : 2;
  return { step, at: markAt(eventAt, to.expiresAt, step) };
}

const later = (a: Date, b: Date): Date => (a > b ? a : b);
