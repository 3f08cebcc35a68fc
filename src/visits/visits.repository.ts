import { Injectable } from '@nestjs/common';
import { Database, type Queries } from '../platform/database/database.js';
import type { Moment } from '../platform/http/paging.js';

export interface VisitRow {
  id: number;
  customerId: number;
  gymId: number;
  source: 'GATE' | 'DESK';
  enteredAt: Date;
  leftAt: Date | null;
  /** How its last passage ended, at devices that report it. */
  passage: string | null;
  /** A door opened by itself and told it later. */
  offline: boolean;
}

/** A visit with its place in the list. */
export interface ListedVisit extends VisitRow {
  micros: number;
}

export interface VisitFilter {
  readonly gymId: number;
  readonly from: Date | null;
  readonly to: Date | null;
  /** Absent: open and ended ones. */
  readonly open: boolean | undefined;
  /** Where the page before ended. */
  readonly before: Moment | undefined;
  readonly limit: number;
}

const COLUMNS = `id, customer_id as "customerId", gym_id as "gymId", source, entered_at as "enteredAt",
  left_at as "leftAt", passage, offline`;

const INSERT_DESK = {
  name: 'visits.insert-desk',
  text: `insert into visits (partner_id, customer_id, gym_id, source, entered_at)
    values ($1, $2, $3, 'DESK', clock_timestamp()) returning id`,
};
const CLOSE = {
  name: 'visits.close',
  text: `update visits set left_at = clock_timestamp()
    where partner_id = $1 and id = $2 and left_at is null returning ${COLUMNS}`,
};
const FIND = {
  name: 'visits.find',
  text: `select ${COLUMNS} from visits where partner_id = $1 and id = $2`,
};
/** Statements of their own, because open visits have an index of their own: few rows beside all that ever were. */
const list = (kind: string, condition: string) => ({
  name: `visits.list-${kind}`,
  text: `select ${COLUMNS}, (extract(epoch from entered_at) * 1000000)::bigint as micros from visits
    where partner_id = $1 and gym_id = $2 and ${condition}
      and entered_at >= coalesce($3::timestamptz, '-infinity') and entered_at < coalesce($4::timestamptz, 'infinity')
      and entered_at <= coalesce('epoch'::timestamptz + $5::bigint * interval '1 microsecond', 'infinity')
      and ($5 is null or (entered_at, id) < ('epoch'::timestamptz + $5 * interval '1 microsecond', $6::bigint))
    order by entered_at desc, id desc limit $7`,
});
const LIST = list('all', 'true');
const LIST_OPEN = list('open', 'left_at is null');
const LIST_ENDED = list('ended', 'left_at is not null');
const MOVE = {
  name: 'visits.move',
  text: `update visits set customer_id = $3
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

  /** Newest first. */
  async list(partnerId: string, filter: VisitFilter): Promise<ListedVisit[]> {
    const { gymId, from, to, open, before, limit } = filter;
    const statement = open === undefined ? LIST : open ? LIST_OPEN : LIST_ENDED;
    const place = [before?.micros ?? null, before?.id ?? null];
    return this.db.query<ListedVisit & object>(statement, [
      partnerId,
      gymId,
      from,
      to,
      ...place,
      limit,
    ]);
  }

  async move(queries: Queries, partnerId: string, fromId: number, intoId: number): Promise<void> {
    await queries.query(MOVE, [partnerId, fromId, intoId]);
  }
}
