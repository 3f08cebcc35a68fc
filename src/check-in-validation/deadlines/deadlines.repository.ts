import { Injectable } from '@nestjs/common';
import { gymPlacesSql } from '../../partners/index.js';
import { Database, type Queries } from '../../platform/database/database.js';
import { checkInColumns, type CheckIn } from '../check-ins/check-in.js';

export interface DueDeadline {
  readonly partnerId: string;
  readonly id: string;
}

const SELF = checkInColumns('c');

/** A call in flight may bring the answer: its check-in is not ended meanwhile. */
const IS_DUE = `c.state = 'PENDING' and c.deadline_at <= statement_timestamp()
  and (c.validating_until is null or c.validating_until <= clock_timestamp())`;

const DUE = {
  name: 'deadlines.due',
  text: `select c.partner_id as "partnerId", c.id from check_ins c where ${IS_DUE} order by c.deadline_at limit $1`,
};

/** Since when the oldest deadline has passed. */
export const DEADLINE_DUE_SINCE_SQL = `select c.deadline_at from check_ins c where ${IS_DUE} order by c.deadline_at limit 1`;

const LOCK = {
  name: 'deadlines.lock',
  text: `select ${SELF} from check_ins c where c.partner_id = $1 and c.id = $2 and ${IS_DUE}
    for update skip locked`,
};

const NEXT_MARK = {
  name: 'deadlines.next-mark',
  text: `update check_ins c set deadline_step = $3, deadline_at = $4 where c.partner_id = $1 and c.id = $2
    returning ${SELF}`,
};

/** Still PENDING until the local midnight + 2 h; the worker keeps retrying. */
const OVERDUE = {
  name: 'deadlines.overdue',
  text: `update check_ins c set overdue = true, deadline_step = 3,
      deadline_at = greatest(c.expires_at, ((c.local_day + 1)::timestamp + interval '2 hours') at time zone
        (select g.time_zone from (${gymPlacesSql('c.partner_id', 'c.gym_id')}) g)),
      updated_at = clock_timestamp()
    where c.partner_id = $1 and c.id = $2 returning ${SELF}`,
};

const EXPIRE = {
  name: 'deadlines.expire',
  text: `update check_ins c set state = 'EXPIRED', cause = 'DEADLINE', next_attempt_at = null,
      updated_at = clock_timestamp()
    where c.partner_id = $1 and c.id = $2 returning ${SELF}`,
};

@Injectable()
export class DeadlinesRepository {
  constructor(private readonly db: Database) {}

  due(limit: number): Promise<DueDeadline[]> {
    return this.db.query<DueDeadline>(DUE, [limit]);
  }

  async lock(queries: Queries, { partnerId, id }: DueDeadline): Promise<CheckIn | undefined> {
    return (await queries.query<CheckIn>(LOCK, [partnerId, id]))[0];
  }

  async nextMark(queries: Queries, { partnerId, id }: CheckIn, step: number, at: Date) {
    await queries.query(NEXT_MARK, [partnerId, id, step, at]);
  }

  async markOverdue(queries: Queries, { partnerId, id }: CheckIn) {
    await queries.query(OVERDUE, [partnerId, id]);
  }

  async expire(queries: Queries, checkIn: CheckIn): Promise<CheckIn> {
    const [row] = await queries.query<CheckIn>(EXPIRE, [checkIn.partnerId, checkIn.id]);
    if (!row) throw new Error('a locked check-in cannot be gone');
    return row;
  }
}
