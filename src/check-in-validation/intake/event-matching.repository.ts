import { Injectable } from '@nestjs/common';
import type { Queries } from '../../platform/database/database.js';
import { checkInColumns, type CheckIn } from '../check-ins/check-in.js';
import type { CheckInPayload } from './check-in-payload.js';
import { firstMark, markAt } from '../check-ins/deadline-schedule.js';

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

/**
 * The later deadline wins; a probe takes the event's own time, for it is known now. A validated one keeps its times:
 * the caller passes none. The keys come as arrays too, so that a table without statistics is not read as a whole.
 */
const JOIN = {
  name: 'check-ins.join',
  text: `update check_ins c set
      booking_number = coalesce(c.booking_number, n."bookingNumber"),
      product_id = coalesce(c.product_id, n."productId"),
      product_description = coalesce(c.product_description, n."productDescription"),
      event_at = case when c.probe then coalesce(n."eventAt", c.event_at) else c.event_at end,
      local_day = case when c.probe then coalesce((n."eventAt" at time zone n."timeZone")::date, c.local_day)
        else c.local_day end,
      expires_at = greatest(c.expires_at, n."expiresAt"), deadline_step = coalesce(n.step, c.deadline_step),
      deadline_at = coalesce(n.at, c.deadline_at),
      webhook_at = coalesce(c.webhook_at, n."receivedAt"), probe = false,
      traceparent = coalesce(c.traceparent, n.traceparent),
      overdue = c.overdue and c.expires_at >= coalesce(n."expiresAt", c.expires_at),
      asked_at = case when n."validateNow" then coalesce(c.asked_at, clock_timestamp()) else c.asked_at end,
      next_attempt_at = case when n."validateNow" then coalesce(c.next_attempt_at, clock_timestamp())
        else c.next_attempt_at end,
      updated_at = clock_timestamp()
    from json_to_recordset($1::json) as n ("partnerId" uuid, id uuid, "bookingNumber" text, "productId" text,
      "productDescription" text, "receivedAt" timestamptz, "timeZone" text, "eventAt" timestamptz,
      "expiresAt" timestamptz, step int, at timestamptz, "validateNow" boolean, traceparent text)
    where c.partner_id = n."partnerId" and c.id = n.id
      and c.partner_id = any($2::uuid[]) and c.id = any($3::uuid[])
    returning ${checkInColumns('c')}`,
};

/** The person and the gym whose check-ins an event may belong to. */
interface MatchScope {
  readonly partnerId: string;
  readonly customerId: number;
  readonly gymId: number;
  readonly gym: { readonly timeZone: string };
}

type Place = Pick<CheckIn, 'partnerId' | 'customerId' | 'gymId'>;
export const placeOf = ({ partnerId, customerId, gymId }: Place): string =>
  `${partnerId}/${customerId}/${gymId}`;

/** A further event, and the check-in that it is matched to. */
export interface EventMatch {
  readonly known: CheckIn;
  readonly payload: CheckInPayload;
  readonly receivedAt: Date;
  readonly timeZone: string;
  /** Mode AUTOMATIC: the worker calls at once, unless a call is in flight or a retry is scheduled. */
  readonly validateNow: boolean;
  readonly traceparent: string | null;
}

/** Matches further events to existing check-ins. */
@Injectable()
export class EventMatchingRepository {
  /** The candidates for further events, by the index of the event. */
  async findCandidates(
    queries: Queries,
    visitors: readonly MatchScope[],
  ): Promise<ReadonlyMap<string, readonly CheckIn[]>> {
    if (visitors.length === 0) return new Map();
    const byPlace = new Map<string, CheckIn[]>();
    for (const row of await queries.query<CheckIn>(SEE, valuesOf(visitors)))
      byPlace.set(placeOf(row), [...(byPlace.get(placeOf(row)) ?? []), row]);
    return byPlace;
  }

  /** The candidates for a further event, locked until the transaction ends. */
  async lockCandidates(queries: Queries, visitor: MatchScope): Promise<CheckIn[]> {
    return queries.query<CheckIn>(LOCK, valuesOf([visitor]));
  }

  /** Locks the free candidates. @returns those whose state is unchanged, as they are now, by id */
  async lockAvailable(
    queries: Queries,
    seen: readonly CheckIn[],
  ): Promise<ReadonlyMap<string, CheckIn>> {
    if (seen.length === 0) return new Map();
    const states = new Map(seen.map(({ id, state }) => [id, state]));
    const rows = await queries.query<CheckIn>(HOLD, keysOf(seen));
    const same = rows.filter(({ id, state }) => states.get(id) === state);
    return new Map(same.map((row) => [row.id, row]));
  }

  /** Many at once, each of another check-in; the caller has locked them. @returns them as they are then */
  async join(queries: Queries, all: readonly EventMatch[]): Promise<CheckIn[]> {
    if (all.length === 0) return [];
    const keys = keysOf(all.map(({ known }) => known));
    return queries.query<CheckIn>(JOIN, [JSON.stringify(all.map(rowOf)), ...keys]);
  }
}

/** Partners and ids, each partner once. */
const keysOf = (checkIns: readonly CheckIn[]): unknown[] => [
  [...new Set(checkIns.map(({ partnerId }) => partnerId))],
  checkIns.map(({ id }) => id),
];

const valuesOf = (visitors: readonly MatchScope[]): unknown[] => [
  [...new Set(visitors.map(({ partnerId }) => partnerId))],
  visitors.map(({ customerId }) => customerId),
  [...new Set(visitors.map(({ gymId }) => gymId))],
  JSON.stringify(Object.fromEntries(visitors.map(({ gymId, gym }) => [gymId, gym.timeZone]))),
];

function rowOf(join: EventMatch) {
  const { known, payload, receivedAt, timeZone, traceparent } = join;
  const { bookingNumber, productId, productDescription } = payload;
  const product = { productId, productDescription };
  const about = { bookingNumber, ...product, receivedAt, timeZone, traceparent };
  const isOpen = known.state === 'PENDING';
  return { partnerId: known.partnerId, id: known.id, ...about, ...(isOpen && openValues(join)) };
}

function openValues({ known, payload, receivedAt, validateNow }: EventMatch) {
  const { eventAt } = payload;
  const expiresAt = later(payload.expiresAt, known.expiresAt);
  const mark = markAfterJoin(known, { eventAt, expiresAt, receivedAt });
  return { eventAt, expiresAt, validateNow, ...mark };
}

/** A milestone that raised its alert does not raise it again; a deadline that was extended is scheduled again. */
function markAfterJoin(
  known: CheckIn,
  to: { readonly eventAt: Date; readonly expiresAt: Date; readonly receivedAt: Date },
) {
  const eventAt = known.probe ? to.eventAt : known.eventAt;
  const isSame = !known.probe && to.expiresAt.getTime() === known.expiresAt.getTime();
  if (isSame) return { step: known.deadlineStep, at: null };
  const mark = firstMark(eventAt, to.expiresAt, { now: to.receivedAt, isProbe: false });
  const done = known.probe || known.deadlineStep < mark.step;
  if (done) return mark;
  const step = known.deadlineStep === 0 ? 0 : known.deadlineStep === 1 ? 1 : 2;
  return { step, at: markAt(eventAt, to.expiresAt, step) };
}

const later = (a: Date, b: Date): Date => (a > b ? a : b);
