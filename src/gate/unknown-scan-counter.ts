import { Injectable } from '@nestjs/common';
import { Alerts } from '../platform/alerts/alerts.js';
import { Database, type Queries } from '../platform/database/database.js';
import { Sweeps } from '../platform/database/sweeps.js';
import type { Scan, ScanRow } from './scan.js';

const KINDS = {
  CARD: { limit: 10, alert: 'gate.card-tries' },
  CODE: { limit: 100, alert: 'gate.unknown-codes' },
} as const;
type Kind = keyof typeof KINDS;

/** Parallel tries at one device come one after the other, so that the tenth is the tenth in every replica. */
const LOCK_READER = {
  name: 'gate.lock-reader',
  text: `select extract(epoch from cards_locked_until - clock_timestamp())::float8 as locked_for
    from devices where partner_id = $1 and id = $2 for no key update`,
};
const CLOSE_READER = {
  name: 'gate.close-reader',
  text: `update devices set cards_locked_until = clock_timestamp() + interval '60 seconds'
    where partner_id = $1 and id = $2`,
};
const COUNT = {
  name: 'gate.count-try',
  text: `with last_minute as materialized (
      select t.at, t.value_hash from gate_tries t
      where t.partner_id = $1 and t.device_id = $2 and t.kind = $3
        and t.at > statement_timestamp() - interval '60 seconds'
    ), counted as (
      insert into gate_tries (partner_id, device_id, kind, value_hash)
      select $1::uuid, $2::bigint, $3::text, $4::bytea
      where $3 = 'CODE' or not exists (select from last_minute l
        where l.value_hash = $4 and l.at > statement_timestamp() - interval '5 seconds')
      returning 1
    )
    select ((select count(*) from last_minute) + (select count(*) from counted))::int as tries`,
};
const START_ANEW = {
  name: 'gate.start-counting-anew',
  text: `delete from gate_tries where partner_id = $1 and device_id = $2 and kind = $3`,
};

/** Counts unknown values per device: who tries card numbers is stopped, who tries codes is reported (O-32). */
@Injectable()
export class UnknownScanCounter {
  constructor(
    private readonly db: Database,
    private readonly alerts: Alerts,
    sweeps: Sweeps,
  ) {
    sweeps.declare({ table: 'gate_tries', column: 'at', keep: '1 minute' });
  }

  /** @returns seconds for which the card reader is closed already; 0 when this try was let in */
  async count(row: ScanRow, scan: Scan): Promise<number> {
    if (scan.cardNumber !== undefined) return this.countCard(row, scan.valueHash);
    // Codes take no lock: a flood of them at one device must not hold the connections of the others.
    if (scan.codeHashes) await this.reachesLimit(this.db, row, 'CODE', scan.valueHash);
    return 0;
  }

  private async countCard(row: ScanRow, valueHash: Buffer): Promise<number> {
    const device = [row.partner_id, row.device_id];
    return this.db.transaction(async (tx) => {
      const [reader] = await tx.query<{ locked_for: number | null }>(LOCK_READER, device);
      const lockedFor = reader?.locked_for ?? 0;
      if (lockedFor > 0) return lockedFor;
      if (await this.reachesLimit(tx, row, 'CARD', valueHash)) await tx.query(CLOSE_READER, device);
      return 0;
    });
  }

  /** At the limit: an alert, and counting starts anew. */
  private async reachesLimit(queries: Queries, row: ScanRow, kind: Kind, valueHash: Buffer) {
    const { partner_id: partnerId, gym_id: gymId, device_id: deviceId } = row;
    const { limit, alert: code } = KINDS[kind];
    const values = [partnerId, deviceId, kind];
    const [found] = await queries.query<{ tries: number }>(COUNT, [...values, valueHash]);
    if ((found?.tries ?? 0) < limit) return false;
    await queries.query(START_ANEW, values);
    const detail = `${limit} unknown ${kind === 'CARD' ? 'card numbers' : 'codes'} within a minute`;
    const object = `device/${deviceId}`;
    await this.alerts.raise({ partnerId, code, object, gymId, detail }, queries);
    return true;
  }
}
