import { Injectable } from '@nestjs/common';
import { Settings } from '../../platform/config/settings.js';
import { declareKept, isoDuration } from '../../platform/data-retention/kept-data.js';
import { Database } from '../../platform/database/database.js';
import { CLEAR_BODIES } from './inbox-sweeps.sql.js';

const BATCH = 500;
/** How far back cleared days are checked again, in case no sweep ran for a while. */
const CLEARED_DAYS = 77;
const EVERY_MS = 60 * 60_000;

/** Clears bodies after `RAW_PAYLOAD_DAYS`. */
@Injectable()
export class InboxSweeps {
  private sweptAt = 0;

  constructor(
    private readonly db: Database,
    private readonly settings: Settings,
  ) {
    const keptFor = isoDuration(`${settings.rawPayloadDays} days`);
    declareKept({ data: 'webhook-bodies', keptFor, countedFrom: 'CREATED' });
  }

  /** Works in small steps; once nothing is left it rests for an hour. */
  async run(): Promise<number> {
    if (Date.now() - this.sweptAt < EVERY_MS) return 0;
    const handled = await this.sweep();
    if (handled === 0) this.sweptAt = Date.now();
    return handled;
  }

  async sweep(): Promise<number> {
    const values = [this.settings.rawPayloadDays, CLEARED_DAYS, BATCH];
    return (await this.db.query(CLEAR_BODIES, values)).length;
  }
}
