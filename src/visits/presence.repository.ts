import { Injectable } from '@nestjs/common';
import { Database, type Queries } from '../platform/database/database.js';

export interface PresenceRow {
  visitId: number | null;
  visitGymId: number | null;
  visitSource: 'GATE' | 'DESK' | null;
  enteredAt: Date | null;
  /** Where a door is open for them, and the visit begins when they have passed. */
  awaitedGymId: number | null;
  lastScanAt: Date | null;
}

const ENSURE = {
  name: 'presence.ensure',
  text: `insert into presence (partner_id, customer_id)
    select * from unnest($1::uuid[], $2::bigint[]) on conflict do nothing`,
};
const LOCK = {
  name: 'presence.lock',
  text: `select visit_id as "visitId", visit_gym_id as "visitGymId", visit_source as "visitSource",
      entered_at as "enteredAt", awaited_gym_id as "awaitedGymId", last_scan_at as "lastScanAt" from presence
    where partner_id = $1 and customer_id = $2 for update`,
};
const INSIDE = {
  name: 'presence.inside',
  text: `select customer_id as "customerId" from presence
    where partner_id = $1 and customer_id = any($2) and visit_id is not null`,
};
/** `moved_at` stays: no scan happened, so a scan in flight loses no race and takes the visit over. */
const ENTER_AT_DESK = {
  name: 'presence.enter-at-desk',
  text: `update presence set visit_id = $3, visit_gym_id = $4, visit_source = 'DESK',
      entered_at = clock_timestamp()
    where partner_id = $1 and customer_id = $2`,
};
const LEAVE = {
  name: 'presence.leave',
  text: `update presence set visit_id = null, visit_gym_id = null, visit_source = null, entered_at = null,
      moved_at = clock_timestamp()
    where partner_id = $1 and customer_id = $2 and visit_id = $3`,
};
const REMOVE = {
  name: 'presence.remove',
  text: `delete from presence where partner_id = $1 and customer_id = $2`,
};
const LAST_SCAN = `last_device_id, last_value_hash, last_nonce, last_scan_at, last_visit_id, last_direction, last_provisional,
    awaited_gym_id, gave_up_at`;
/** `moved_at` stays: the person has not passed yet. */
const TAKE_LAST_SCAN = {
  name: 'presence.take-last-scan',
  text: `update presence p set (${LAST_SCAN}) = (select ${LAST_SCAN} from presence f
      where f.partner_id = $1 and f.customer_id = $2)
    where p.partner_id = $1 and p.customer_id = $3`,
};

/** The one row per customer that every scan locks. */
@Injectable()
export class PresenceRepository {
  constructor(private readonly db: Database) {}

  /** Makes the rows of customers who come for the first time. */
  async ensure(
    customers: readonly { partnerId: string; customerId: number }[],
    queries: Queries = this.db,
  ) {
    const partnerIds = customers.map(({ partnerId }) => partnerId);
    await queries.query(ENSURE, [partnerIds, customers.map(({ customerId }) => customerId)]);
  }

  async lock(queries: Queries, partnerId: string, customerId: number): Promise<PresenceRow> {
    await this.ensure([{ partnerId, customerId }], queries);
    const [row] = await queries.query<PresenceRow & object>(LOCK, [partnerId, customerId]);
    if (!row) throw new Error('the presence row was just made');
    return row;
  }

  /** Which of them are inside. */
  async inside(
    queries: Queries,
    partnerId: string,
    customerIds: readonly number[],
  ): Promise<ReadonlySet<number>> {
    const rows = await queries.query<{ customerId: number }>(INSIDE, [partnerId, customerIds]);
    return new Set(rows.map(({ customerId }) => customerId));
  }

  async enterAtDesk(queries: Queries, partnerId: string, customerId: number, visit: VisitPlace) {
    await queries.query(ENTER_AT_DESK, [partnerId, customerId, visit.visitId, visit.gymId]);
  }

  async leave(
    queries: Queries,
    partnerId: string,
    customerId: number,
    visitId: number,
  ): Promise<void> {
    await queries.query(LEAVE, [partnerId, customerId, visitId]);
  }

  async remove(queries: Queries, partnerId: string, customerId: number): Promise<void> {
    await queries.query(REMOVE, [partnerId, customerId]);
  }

  /** The door that was opened for the one is open for the other. */
  async takeLastScan(queries: Queries, partnerId: string, fromId: number, intoId: number) {
    await queries.query(TAKE_LAST_SCAN, [partnerId, fromId, intoId]);
  }
}

interface VisitPlace {
  readonly visitId: number;
  readonly gymId: number;
}
