import { Injectable } from '@nestjs/common';
import { uuidv7 } from '../platform/crypto/uuid.js';
import { Database, type Queries } from '../platform/database/database.js';
import { checkInColumns, type Cause, type CheckIn } from './check-in.js';
import { firstMark } from './deadline-marks.js';

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
  /** Seconds until the worker calls; null = nobody asked yet. */
  readonly callAfterSeconds: number | null;
}

const SELF = checkInColumns('c');

const LOCK_PERSON = {
  name: 'check-ins.lock-person',
  text: `select pg_advisory_xact_lock(hashtextextended($1 || '/' || $2, 5))::text`,
};

const NOW = { name: 'check-ins.now', text: 'select clock_timestamp() as now' };

const JOINABLE = {
  name: 'check-ins.joinable',
  text: `select ${SELF} from check_ins c
    where c.partner_id = $1 and c.customer_id = $2 and c.gym_id = $3
      and (c.state = 'PENDING'
        or c.state = 'VALIDATED' and c.local_day = (clock_timestamp() at time zone $4)::date)
    order by c.event_at desc for update`,
};

const INSERT = {
  name: 'check-ins.insert',
  text: `insert into check_ins as c (partner_id, id, gym_id, customer_id, wellhub_id, booking_number, product_id,
      product_description, event_at, expires_at, webhook_at, cause, probe, local_day, asked_at, next_attempt_at,
      deadline_step, deadline_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, ($9 at time zone $14)::date,
      case when $15::float8 is not null then clock_timestamp() end,
      clock_timestamp() + make_interval(secs => $15::float8), $16, $17)
    on conflict do nothing
    returning ${SELF}`,
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

const MOVE = {
  name: 'check-ins.move',
  text: `update check_ins set customer_id = $3 where partner_id = $1 and customer_id = $2`,
};

const WELLHUB_IDS = {
  name: 'check-ins.wellhub-ids',
  text: `select distinct wellhub_id from check_ins where partner_id = $1 and customer_id = $2`,
};

/** States stay; the id that points to a person goes, and nobody asks about it any more. */
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
    await queries.query(LOCK_PERSON, [partnerId, wellhubId]);
  }

  /** The moment of what a scan or the desk makes: the database's, like every time that is stored. */
  async now(queries: Queries): Promise<Date> {
    const [row] = await queries.query<{ now: Date }>(NOW, []);
    if (!row) throw new Error('the database knows no time');
    return row.now;
  }

  async joinable(
    queries: Queries,
    partnerId: string,
    customerId: number,
    gym: { id: number; timeZone: string },
  ): Promise<CheckIn[]> {
    return queries.query<CheckIn>(JOINABLE, [partnerId, customerId, gym.id, gym.timeZone]);
  }

  /** With its first audit row. @returns undefined when an equal one is open already */
  async insert(queries: Queries, values: NewCheckIn, now: Date): Promise<CheckIn | undefined> {
    const { eventAt, expiresAt, probe } = values;
    const mark = firstMark(eventAt, expiresAt, { now, isProbe: probe });
    const [row] = await queries.query<CheckIn>(INSERT, [
      values.partnerId,
      uuidv7(),
      values.gymId,
      values.customerId,
      values.wellhubId,
      values.bookingNumber,
      values.productId,
      values.productDescription,
      eventAt,
      expiresAt,
      values.webhookAt,
      values.cause,
      probe,
      values.timeZone,
      values.callAfterSeconds,
      mark.step,
      mark.at,
    ]);
    if (row) await this.addTransition(queries, row, null);
    return row;
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

  async move(queries: Queries, partnerId: string, fromId: number, intoId: number): Promise<void> {
    await queries.query(MOVE, [partnerId, fromId, intoId]);
  }

  async wellhubIds(queries: Queries, partnerId: string, customerId: number): Promise<string[]> {
    const rows = await queries.query<{ wellhub_id: string }>(WELLHUB_IDS, [partnerId, customerId]);
    return rows.map(({ wellhub_id }) => wellhub_id);
  }

  async erase(queries: Queries, partnerId: string, customerId: number): Promise<void> {
    await queries.query(ERASE, [partnerId, customerId]);
  }
}
