import { Injectable } from '@nestjs/common';
import { Database, type Queries } from '../../platform/database/database.js';

/** While a gym's credentials are refused, one call in this time tries them. */
export const PAUSE_SECONDS = 60;

const PAUSE = {
  name: 'pauses.pause',
  text: `insert into wellhub_pauses (partner_id, gym_id, paused_until)
    values ($1, $2, clock_timestamp() + interval '${PAUSE_SECONDS} seconds')
    on conflict (partner_id, gym_id) do update set paused_until = excluded.paused_until`,
};

const RESUME = {
  name: 'pauses.resume',
  text: `delete from wellhub_pauses where partner_id = $1 and gym_id = $2 returning 1`,
};

/** The first caller after a pause makes the one trial call of the next minute. */
const ACQUIRE_CALL_SLOT = {
  name: 'pauses.set',
  text: `with pause as materialized (
      select paused_until from wellhub_pauses where partner_id = $1 and gym_id = $2 for update),
    tested as (
      update wellhub_pauses set paused_until = clock_timestamp() + interval '${PAUSE_SECONDS} seconds'
      where partner_id = $1 and gym_id = $2
        and exists (select from pause p where p.paused_until <= clock_timestamp()))
    select extract(epoch from paused_until - clock_timestamp())::float8 as wait from pause`,
};

/** Gyms whose credentials Wellhub refuses. */
@Injectable()
export class CallPausesRepository {
  constructor(private readonly db: Database) {}

  async pause(queries: Queries, partnerId: string, gymId: number): Promise<void> {
    await queries.query(PAUSE, [partnerId, gymId]);
  }

  /** @returns whether the gym was paused */
  async resume(queries: Queries, partnerId: string, gymId: number): Promise<boolean> {
    return (await queries.query(RESUME, [partnerId, gymId])).length > 0;
  }

  /** Seconds to wait before a call about this gym; 0 = call now. */
  async acquireCallSlot(partnerId: string, gymId: number): Promise<number> {
    const [row] = await this.db.query<{ wait: number }>(ACQUIRE_CALL_SLOT, [partnerId, gymId]);
    return Math.max(row?.wait ?? 0, 0);
  }
}
