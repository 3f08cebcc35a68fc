import { Injectable } from '@nestjs/common';
import { Database, type Queries } from '../platform/database/database.js';

export interface VisitRow {
  id: number;
  customer_id: number;
  gym_id: number;
  source: 'GATE' | 'DESK';
  entered_at: Date;
  left_at: Date | null;
}

export interface VisitFilter {
  readonly gymId: number;
  readonly from?: Date;
  readonly to?: Date;
  readonly open?: boolean;
  readonly before?: number;
  readonly limit: number;
}

const COLUMNS = 'id, customer_id, gym_id, source, entered_at, left_at';

const INSERT_DESK = {
  name: 'visits.insert-desk',
  text: `insert into visits (partner_id, customer_id, gym_id, source, entered_at)
    values ($1, $2, $3, 'DESK', clock_timestamp()) returning id`,
};
const CLOSE = {
  name: 'visits.close',
  text: `update visits set left_at = clock_timestamp(), change_no = nextval('change_numbers'),
      change_xid = pg_current_xact_id()
    where partner_id = $1 and id = $2 and left_at is null returning ${COLUMNS}`,
};
const FIND = {
  name: 'visits.find',
  text: `select ${COLUMNS} from visits where partner_id = $1 and id = $2`,
};
const LIST = {
  name: 'visits.list',
  text: `select ${COLUMNS} from visits
    where partner_id = $1 and gym_id = $2
      and ($3::timestamptz is null or entered_at >= $3) and ($4::timestamptz is null or entered_at < $4)
      and ($5::boolean is null or (left_at is null) = $5) and ($6::bigint is null or id < $6)
    order by id desc limit $7`,
};
const MOVE = {
  name: 'visits.move',
  text: `update visits set customer_id = $3, change_no = nextval('change_numbers'), change_xid = pg_current_xact_id()
    where partner_id = $1 and customer_id = $2`,
};

@Injectable()
export class VisitsRepository {
  constructor(private readonly db: Database) {}

  async insertAtDesk(queries: Queries, partnerId: string, customerId: number, gymId: number) {
    const [row] = await queries.query<{ id: number }>(INSERT_DESK, [partnerId, customerId, gymId]);
    if (!row) throw new Error('the new visit was not returned');
    return row.id;
  }

  async close(queries: Queries, partnerId: string, id: number): Promise<VisitRow | undefined> {
    const [row] = await queries.query<VisitRow & object>(CLOSE, [partnerId, id]);
    return row;
  }

  async find(partnerId: string, id: number): Promise<VisitRow | undefined> {
    const [row] = await this.db.query<VisitRow & object>(FIND, [partnerId, id]);
    return row;
  }

  async list(
    partnerId: string,
    { gymId, from, to, open, before, limit }: VisitFilter,
  ): Promise<VisitRow[]> {
    const values = [
      partnerId,
      gymId,
      from ?? null,
      to ?? null,
      open ?? null,
      before ?? null,
      limit,
    ];
    return this.db.query<VisitRow & object>(LIST, values);
  }

  async move(queries: Queries, partnerId: string, fromId: number, intoId: number): Promise<void> {
    await queries.query(MOVE, [partnerId, fromId, intoId]);
  }
}
