import { Injectable } from '@nestjs/common';
import { visitClosesAfterSql } from '../partners/index.js';
import type { Queries } from '../platform/database/database.js';

/** A person went through a door at a time that is over. */
export interface OfflinePass {
  readonly partnerId: string;
  readonly customerId: number;
  readonly gymId: number;
  readonly at: Date;
}

/** The last visit that had begun before a pass. */
export interface VisitBefore {
  readonly id: number;
  readonly source: 'GATE' | 'DESK';
  readonly offline: boolean;
  readonly leftAt: Date | null;
  /** It lasted at that time. */
  readonly isInside: boolean;
}

export interface WhatFollowed {
  readonly movedAt: Date | null;
  readonly closesAt: Date;
  /** `closesAt` has passed. */
  readonly isOver: boolean;
}

/** The visit of a customer at a gym that had begun by then, the latest. */
const VISIT_BEFORE = {
  name: 'offline-visits.before',
  text: `select id, source, offline, left_at as "leftAt", left_at is null or left_at > $4 as "isInside"
    from visits where partner_id = $1 and customer_id = $2 and gym_id = $3 and entered_at <= $4
    order by entered_at desc, id desc limit 1`,
};

/**
 * When the person next moved, as far as is known: came in anywhere, left, or passed an exit without a visit; and when a
 * visit that began then ends by itself.
 */
const WHAT_FOLLOWED = {
  name: 'offline-visits.what-followed',
  text: `select least(
      (select min(v.entered_at) from visits v where v.partner_id = $1 and v.customer_id = $2 and v.entered_at > $4),
      case when p.moved_at > $4 then p.moved_at end,
      case when p.last_direction = 'OUT' and p.last_scan_at > $4 then p.last_scan_at end) as "movedAt",
      $4::timestamptz + g.closes_after as "closesAt", $4::timestamptz + g.closes_after <= clock_timestamp() as "isOver"
    from presence p cross join lateral (${visitClosesAfterSql('$1', '$3')}) g
    where p.partner_id = $1 and p.customer_id = $2`,
};

const ADD_VISIT = {
  name: 'offline-visits.add',
  text: `insert into visits (partner_id, customer_id, gym_id, source, entered_at, left_at, offline)
    values ($1, $2, $3, 'GATE', $4, $5, true) returning id`,
};

const END_VISIT = {
  name: 'offline-visits.end',
  text: `update visits set left_at = $3 where partner_id = $1 and id = $2 returning customer_id as "customerId", gym_id as "gymId"`,
};

/** Into the visit $3 at the gym $4; null where they are in none any more. */
const MOVE_PRESENCE = {
  name: 'offline-visits.move-presence',
  text: `update presence set visit_id = $3, visit_gym_id = $4,
      visit_source = case when $3::bigint is not null then 'GATE' end,
      entered_at = case when $3::bigint is not null then $5::timestamptz end,
      moved_at = greatest(moved_at, $5::timestamptz)
    where partner_id = $1 and customer_id = $2`,
};

const place = ({ partnerId, customerId, gymId, at }: OfflinePass) => [
  partnerId,
  customerId,
  gymId,
  at,
];

@Injectable()
export class OfflineVisitsRepository {
  async before(queries: Queries, pass: OfflinePass): Promise<VisitBefore | undefined> {
    const [row] = await queries.query<VisitBefore & object>(VISIT_BEFORE, place(pass));
    return row;
  }

  async whatFollowed(queries: Queries, pass: OfflinePass): Promise<WhatFollowed> {
    const [row] = await queries.query<WhatFollowed & object>(WHAT_FOLLOWED, place(pass));
    if (!row) throw new Error('their row of presence was just locked');
    return row;
  }

  async add(queries: Queries, pass: OfflinePass, leftAt: Date | null): Promise<number> {
    const [row] = await queries.query<{ id: number }>(ADD_VISIT, [...place(pass), leftAt]);
    if (!row) throw new Error('the new visit was not returned');
    return row.id;
  }

  /** @returns whose visit it was, and where */
  async end(queries: Queries, partnerId: string, id: number, leftAt: Date) {
    const values = [partnerId, id, leftAt];
    const [row] = await queries.query<{ customerId: number; gymId: number }>(END_VISIT, values);
    if (!row) throw new Error('there is no such visit');
    return row;
  }

  /** @param visitId null: they left */
  async movePresence(queries: Queries, pass: OfflinePass, visitId: number | null): Promise<void> {
    const { partnerId, customerId, gymId, at } = pass;
    const values = [partnerId, customerId, visitId, visitId === null ? null : gymId, at];
    await queries.query(MOVE_PRESENCE, values);
  }
}
