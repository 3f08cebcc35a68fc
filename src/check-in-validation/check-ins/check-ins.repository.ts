import { Injectable } from '@nestjs/common';
import { currentSpan } from '../../platform/deadline/request-context.js';
import { uuidv7 } from '../../platform/crypto/uuid.js';
import { Database, type Queries } from '../../platform/database/database.js';
import { checkInColumns, type Cause, type CheckIn } from './check-in.js';
import { firstMark } from './deadline-schedule.js';
import { personKey, type WellhubPerson } from './wellhub-person.js';

/** A check-in about to be stored. */
export interface NewCheckIn {
  readonly partnerId: string;
  readonly gymId: number;
  readonly timeZone: string;
  readonly customerId: number;
  readonly wellhubId: string;
  readonly bookingNumber: string | null;
  readonly productId: string | null;
  readonly productDescription: string | null;
  readonly eventAt: Date;
  readonly expiresAt: Date;
  /** Null when no webhook came. */
  readonly webhookAt: Date | null;
  readonly cause: Cause;
  readonly probe: boolean;
  /** Seconds until the worker calls Wellhub; null = validation has not been requested. */
  readonly callAfterSeconds: number | null;
  /** Of the webhook it comes from; absent for one that is made by the request under way. */
  readonly traceparent?: string | null;
}

const SELF = checkInColumns('c');

const LOCK_PERSON = {
  name: 'check-ins.lock-person',
  text: `select pg_advisory_xact_lock(hashtextextended($1, 5))::text`,
};

const LOCK_FREE_PEOPLE = {
  name: 'check-ins.lock-free-people',
  text: `select person from unnest($1::text[]) as person
    where pg_try_advisory_xact_lock(hashtextextended(person, 5))`,
};

const NOW = { name: 'check-ins.now', text: 'select clock_timestamp() as now' };

/** Each with its first audit row; one that is open already is left out. */
const INSERT = {
  name: 'check-ins.insert',
  text: `with made as (
      insert into check_ins as c (partner_id, id, gym_id, customer_id, wellhub_id, booking_number, product_id,
        product_description, event_at, expires_at, webhook_at, cause, probe, local_day, asked_at, next_attempt_at,
        deadline_step, deadline_at, traceparent)
      select n."partnerId", n.id, n."gymId", n."customerId", n."wellhubId", n."bookingNumber", n."productId",
        n."productDescription", n."eventAt", n."expiresAt", n."webhookAt", n.cause, n.probe,
        (n."eventAt" at time zone n."timeZone")::date,
        case when n."callAfterSeconds" is not null then clock_timestamp() end,
        clock_timestamp() + make_interval(secs => n."callAfterSeconds"), n.step, n.at, n.traceparent
      from json_to_recordset($1::json) as n (id uuid, "partnerId" uuid, "gymId" bigint, "timeZone" text,
        "customerId" bigint, "wellhubId" text, "bookingNumber" text, "productId" text, "productDescription" text,
        "eventAt" timestamptz, "expiresAt" timestamptz, "webhookAt" timestamptz, cause text, probe boolean,
        "callAfterSeconds" float8, step int, at timestamptz, traceparent text)
      on conflict do nothing
      returning c.*),
    audited as (
      insert into check_in_transitions (partner_id, check_in_id, no, to_state, cause, attempts)
      select partner_id, id, 1, state, cause, attempts from made)
    select ${SELF} from made c`,
};

const TRANSITION = {
  name: 'check-ins.transition',
  text: `insert into check_in_transitions
      (partner_id, check_in_id, no, from_state, to_state, cause, attempts, wellhub_status, wellhub_key)
    select $1::uuid, $2::uuid, coalesce(max(no), 0) + 1, $3::text, $4::text, $5::text, $6::int, $7::int, $8::text
    from check_in_transitions where partner_id = $1 and check_in_id = $2`,
};

const GET = {
  name: 'check-ins.get',
  text: `select ${SELF} from check_ins c where c.partner_id = $1 and c.id = $2`,
};

const WELLHUB_IDS = {
  name: 'check-ins.wellhub-ids',
  text: `select distinct wellhub_id as "wellhubId" from check_ins where partner_id = $1 and customer_id = $2`,
};

/** States stay; the id that points to a person is deleted, and the check-in is not validated any more. */
const ERASE = {
  name: 'check-ins.erase',
  text: `update check_ins set wellhub_id = 'erased-' || id, next_attempt_at = null, updated_at = clock_timestamp()
    where partner_id = $1 and customer_id = $2`,
};

/** The rows of check-ins and their audit trail. Writing methods take the caller's transaction. */
@Injectable()
export class CheckInsRepository {
  constructor(private readonly db: Database) {}

  /** Makes everything about one person's check-ins serial, until the transaction ends. */
  async lockPerson(queries: Queries, partnerId: string, wellhubId: string): Promise<void> {
    await queries.query(LOCK_PERSON, [personKey({ partnerId, wellhubId })]);
  }

  /** The same for many, without waiting. @returns those that no other transaction holds */
  async lockFree<T extends WellhubPerson>(queries: Queries, people: readonly T[]): Promise<T[]> {
    const rows = await queries.query<{ person: string }>(LOCK_FREE_PEOPLE, [people.map(personKey)]);
    const free = new Set(rows.map(({ person }) => person));
    return people.filter((one) => free.has(personKey(one)));
  }

  /** The database's time, like every time that is stored: for check-ins that a scan or the desk creates. */
  async now(queries: Queries): Promise<Date> {
    const [row] = await queries.query<{ now: Date }>(NOW, []);
    if (!row) throw new Error('the database knows no time');
    return row.now;
  }

  /** Each with its first audit row. @returns without those of which an equal one is open already */
  async insert(queries: Queries, all: readonly NewCheckIn[]): Promise<CheckIn[]> {
    if (all.length === 0) return [];
    const traceparent = currentSpan()?.traceparent;
    const rows = all.map((values) => ({
      traceparent,
      ...values,
      id: uuidv7(),
      ...firstMarkOf(values),
    }));
    return queries.query<CheckIn>(INSERT, [JSON.stringify(rows)]);
  }

  /** The audit row of the state that `after` has now (W-56). */
  async addTransition(
    queries: Queries,
    after: CheckIn,
    from: CheckIn['state'] | null,
  ): Promise<void> {
    const { partnerId, id, state, cause, attempts, lastStatus, lastKey } = after;
    const values = [partnerId, id, from, state, cause, attempts, lastStatus, lastKey];
    await queries.query(TRANSITION, values);
  }

  async find(partnerId: string, id: string, queries: Queries = this.db) {
    return (await queries.query<CheckIn>(GET, [partnerId, id]))[0];
  }

  async wellhubIds(queries: Queries, partnerId: string, customerId: number): Promise<string[]> {
    const rows = await queries.query<{ wellhubId: string }>(WELLHUB_IDS, [partnerId, customerId]);
    return rows.map(({ wellhubId }) => wellhubId);
  }

  async erase(queries: Queries, partnerId: string, customerId: number): Promise<void> {
    await queries.query(ERASE, [partnerId, customerId]);
  }
}

/** Without a webhook a check-in begins when it is made. */
const firstMarkOf = ({ eventAt, expiresAt, webhookAt, probe }: NewCheckIn) =>
  firstMark(eventAt, expiresAt, { now: webhookAt ?? eventAt, isProbe: probe });
