import { Injectable } from '@nestjs/common';
import { Database, type Queries } from '../../platform/database/database.js';

/** Refuses a customer entry; without dates until it is removed, else from the first to the last local day. */
export interface Restriction {
  readonly reason: string;
  readonly startDate: string | null;
  readonly endDate: string | null;
}

const FIND = {
  name: 'restrictions.find',
  text: `select reason, start_date as "startDate", end_date as "endDate" from restrictions
    where partner_id = $1 and customer_id = $2`,
};
const PUT = {
  name: 'restrictions.put',
  text: `insert into restrictions (partner_id, customer_id, reason, start_date, end_date)
    values ($1, $2, $3, $4, $5)
    on conflict (partner_id, customer_id) do update
      set reason = excluded.reason, start_date = excluded.start_date, end_date = excluded.end_date`,
};
const REMOVE = {
  name: 'restrictions.remove',
  text: `delete from restrictions where partner_id = $1 and customer_id = $2 returning customer_id`,
};
// Two restrictions become one that covers both: a merge must not admit a restricted customer.
const MOVE = {
  name: 'restrictions.move',
  text: `insert into restrictions as r (partner_id, customer_id, reason, start_date, end_date)
    select partner_id, $3, reason, start_date, end_date from restrictions
    where partner_id = $1 and customer_id = $2
    on conflict (partner_id, customer_id) do update set
      start_date = case when r.start_date is not null and excluded.start_date is not null
        then least(r.start_date, excluded.start_date) end,
      end_date = case when r.start_date is not null and excluded.start_date is not null
        then greatest(r.end_date, excluded.end_date) end`,
};

/** Who may not enter for a while, although nothing else forbids it. The code is still shown, the gate refuses. */
@Injectable()
export class RestrictionsRepository {
  constructor(private readonly db: Database) {}

  async find(
    partnerId: string,
    customerId: number,
    queries: Queries = this.db,
  ): Promise<Restriction | undefined> {
    return (await queries.query<Restriction & object>(FIND, [partnerId, customerId]))[0];
  }

  async put(
    queries: Queries,
    partnerId: string,
    customerId: number,
    { reason, startDate, endDate }: Restriction,
  ): Promise<void> {
    await queries.query(PUT, [partnerId, customerId, reason, startDate, endDate]);
  }

  /** False when there was none. */
  async remove(partnerId: string, customerId: number, queries: Queries = this.db) {
    return (await queries.query(REMOVE, [partnerId, customerId])).length > 0;
  }

  async move(queries: Queries, partnerId: string, fromId: number, intoId: number): Promise<void> {
    await queries.query(MOVE, [partnerId, fromId, intoId]);
    await this.remove(partnerId, fromId, queries);
  }
}
