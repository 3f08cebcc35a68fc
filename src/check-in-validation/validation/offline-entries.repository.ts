import { Injectable } from '@nestjs/common';
import type { Queries } from '../../platform/database/database.js';
import { handOverSql } from '../check-ins/check-ins.sql.js';
import { checkInColumns, type CheckIn } from '../check-ins/check-in.js';
import type { PersonAtGym } from './validation-candidates.repository.js';

const SELF = checkInColumns('c');

/** Of the local day of the entry: none when Wellhub has confirmed one of that day. */
const WAITING = {
  name: 'offline-entries.waiting',
  text: `with theirs as materialized (
      select c.id, c.state, c.cause, c.probe, c.event_at from check_ins c
      where c.partner_id = $1 and c.customer_id = $2 and c.gym_id = $3 and c.local_day = ($5::timestamptz at time zone $4)::date)
    select ${SELF} from check_ins c join (
      select t.id from theirs t
      where not t.probe and (t.state = 'PENDING' or t.state = 'EXPIRED' and t.cause = 'DEADLINE')
        and not exists (select from theirs v where v.state = 'VALIDATED')
      order by t.state = 'PENDING' desc, t.event_at desc limit 1) best on best.id = c.id
    where c.partner_id = $1`,
};

const HAND_OVER = {
  name: 'offline-entries.hand-over',
  text: handOverSql('(select $1::uuid as partner_id, $2::uuid as check_in_id)'),
};

/** One that was reopened waits for a call of the process that did so: here the worker calls. */
const CALL_NOW = {
  name: 'offline-entries.call-now',
  text: `update check_ins set next_attempt_at = clock_timestamp() where partner_id = $1 and id = $2 and state = 'PENDING'`,
};

@Injectable()
export class OfflineEntriesRepository {
  /** The check-in that an entry at that time was about, while Wellhub has not answered. */
  async waiting(queries: Queries, person: PersonAtGym, at: Date): Promise<CheckIn | undefined> {
    const { partnerId, customerId, gymId, timeZone } = person;
    const values = [partnerId, customerId, gymId, timeZone, at];
    return (await queries.query<CheckIn>(WAITING, values))[0];
  }

  async handOver(queries: Queries, { partnerId, id }: CheckIn): Promise<void> {
    await queries.query(HAND_OVER, [partnerId, id]);
  }

  async callNow(queries: Queries, { partnerId, id }: CheckIn): Promise<void> {
    await queries.query(CALL_NOW, [partnerId, id]);
  }
}
