import { Injectable } from '@nestjs/common';
import { customerForEntrySql, seenAtSql } from '../customers/index.js';
import { gymPlacesSql } from '../partners/index.js';
import { Database } from '../platform/database/database.js';

/** Which part of a customer's visits is wanted. Dates are local days of the visited gym. */
export interface HistoryRequest {
  readonly partnerId: string;
  readonly customerId: number;
  /** Null: a month before `toDate`. */
  readonly fromDate: string | null;
  /** Null: today. */
  readonly toDate: string | null;
  /** The id that the slice before ended with. */
  readonly after: number;
  readonly limit: number;
  /** Only visits of this gym, and only customers whom it knows. */
  readonly gymId: number | null;
  /** The gym to which the key is narrowed. */
  readonly callerGymId: number | null;
}

export interface PastVisit {
  readonly id: number;
  readonly gymId: number;
  readonly gymName: string;
  /** Local time of the gym without an offset, and the minutes that it is ahead of UTC. */
  readonly entered: string;
  readonly enteredOffset: number;
  readonly left: string | null;
  readonly leftOffset: number | null;
}

type HistoryRow = { known: true } & { [K in keyof PastVisit]: PastVisit[K] | null };

const local = (moment: string) =>
  `to_char(${moment} at time zone g.time_zone, 'YYYY-MM-DD"T"HH24:MI:SS')`;
const offset = (moment: string) =>
  `(extract(epoch from (${moment} at time zone g.time_zone) - (${moment} at time zone 'UTC')) / 60)::int`;

const TO = `coalesce(q.to_date, (clock_timestamp() at time zone g.time_zone)::date)`;
const FROM = `coalesce(q.from_date, (${TO} - interval '1 month')::date)`;

/** Their visits after a place in the order of ids, read in the order of the index of customer and id. */
const VISITS = `
  select v.id, v.gym_id as "gymId", g.name as "gymName", ${local('v.entered_at')} as entered,
    ${offset('v.entered_at')} as "enteredOffset", ${local('v.left_at')} as "left",
    ${offset('v.left_at')} as "leftOffset"
  from visits v cross join lateral (${gymPlacesSql('v.partner_id', 'v.gym_id')}) g
  where v.partner_id = q.partner_id and v.customer_id = c.id and v.id > q.after
    and (q.gym_id is null or v.gym_id = q.gym_id)
    and (v.entered_at at time zone g.time_zone)::date between ${FROM} and ${TO}
  order by v.id limit q.most`;

/** No row: no such customer for this key. A row without an id: a customer without visits there. */
const READ = {
  name: 'visits.history',
  text: `select true as known, h.*
    from (select $1::uuid as partner_id, $2::bigint as customer_id, $3::date as from_date, $4::date as to_date,
      $5::bigint as after, $6::int as most, $7::bigint as gym_id, $8::bigint as caller_gym_id) q
    cross join lateral (${customerForEntrySql('q.partner_id', 'q.customer_id')}) c
    left join lateral (${VISITS}) h on true
    where c.status in ('PENDING', 'ACTIVE') and ${seenAtSql('c', 'q.caller_gym_id')}
    order by h.id`,
};

@Injectable()
export class HistoryRepository {
  constructor(private readonly db: Database) {}

  /** @returns undefined for a customer that this key does not see */
  async read(request: HistoryRequest): Promise<PastVisit[] | undefined> {
    const { partnerId, customerId, fromDate, toDate, after, limit, gymId, callerGymId } = request;
    const values = [partnerId, customerId, fromDate, toDate, after, limit, gymId, callerGymId];
    const rows = await this.db.query<HistoryRow>(READ, values);
    return rows.length === 0 ? undefined : rows.filter(isVisit);
  }
}

const isVisit = (row: HistoryRow): row is HistoryRow & PastVisit => row.id !== null;
