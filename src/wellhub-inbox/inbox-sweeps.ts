import { Injectable } from '@nestjs/common';
import { Settings } from '../platform/config/settings.js';
import { Database } from '../platform/database/database.js';

const BATCH = 500;
/** How far back cleared days are looked at again, in case nobody swept for a while. */
const LOOK_BACK_DAYS = 77;
const EVERY_MS = 60 * 60_000;

/** Old bodies go; what could not be handled by then never will be. `now()` lets the planner skip partitions. */
const CLEAR_BODIES = {
  name: 'inbox.clear-bodies',
  text: `update wellhub_events set payload = null, person = null,
      state = case when state in ('RECEIVED', 'PARKED') then 'DEAD' else state end,
      reason = case when state in ('RECEIVED', 'PARKED') then 'body-cleared' else reason end
    where (partner_id, id, received_at) in (
      select partner_id, id, received_at from wellhub_events
      where received_at < now() - make_interval(days => $1)
        and received_at > now() - make_interval(days => $1 + $2) and payload is not null
      limit $3 for update skip locked)
    returning 1`,
};

/** Clears bodies after `RAW_PAYLOAD_DAYS`. */
@Injectable()
export class InboxSweeps {
  private sweptAt = 0;

  constructor(
    private readonly db: Database,
    private readonly settings: Settings,
  ) {}

  /** Works in small steps; once nothing is left it rests for an hour. */
  async run(): Promise<number> {
    if (Date.now() - this.sweptAt < EVERY_MS) return 0;
    const handled = await this.sweep();
    if (handled === 0) this.sweptAt = Date.now();
    return handled;
  }

  async sweep(): Promise<number> {
    const values = [this.settings.rawPayloadDays, LOOK_BACK_DAYS, BATCH];
    return (await this.db.query(CLEAR_BODIES, values)).length;
  }
}
