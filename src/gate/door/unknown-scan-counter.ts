import { Injectable } from '@nestjs/common';
import { Alerts } from '../../platform/alerts/alerts.js';
import { Database, type Queries } from '../../platform/database/database.js';
import { Sweeps } from '../../platform/database/sweeps.js';
import type { Scan, ScanRow } from '../scan/scan.js';
import { LOCK_READER, CLOSE_READER, COUNT_TRY, START_ANEW } from './unknown-scan-counter.sql.js';

const KINDS = {
  CARD: { limit: 10, alert: 'gate.card-tries' },
  CODE: { limit: 100, alert: 'gate.unknown-codes' },
} as const;
type Kind = keyof typeof KINDS;

/** Counts unknown values per device: trying card numbers locks the reader, trying codes raises an alert (O-32). */
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
    const isCard = scan.cardNumber !== undefined && scan.countedAs !== 'CODE';
    if (isCard) return this.countCard(row, scan.valueHashes);
    // Codes take no lock: a flood of them at one device must not hold the connections of the others.
    if (scan.isCode || scan.countedAs === 'CODE')
      await this.reachesLimit(this.db, row, 'CODE', scan.valueHashes);
    return 0;
  }

  private async countCard(row: ScanRow, valueHashes: readonly Buffer[]): Promise<number> {
    const device = [row.partnerId, row.deviceId];
    return this.db.transaction(async (tx) => {
      const [reader] = await tx.query<{ lockedFor: number | null }>(LOCK_READER, device);
      const lockedFor = reader?.lockedFor ?? 0;
      if (lockedFor > 0) return lockedFor;
      if (await this.reachesLimit(tx, row, 'CARD', valueHashes))
        await tx.query(CLOSE_READER, device);
      return 0;
    });
  }

  /** At the limit: an alert, and counting starts anew. */
  private async reachesLimit(
    queries: Queries,
    row: ScanRow,
    kind: Kind,
    valueHashes: readonly Buffer[],
  ) {
    const { partnerId, gymId, deviceId } = row;
    const { limit, alert: code } = KINDS[kind];
    const values = [partnerId, deviceId, kind];
    const [found] = await queries.query<{ tries: number }>(COUNT_TRY, [...values, valueHashes]);
    if ((found?.tries ?? 0) < limit) return false;
    await queries.query(START_ANEW, values);
    const detail = `${limit} unknown ${kind === 'CARD' ? 'card numbers' : 'codes'} within a minute`;
    const object = `device/${deviceId}`;
    await this.alerts.raise({ partnerId, code, object, gymId, detail }, queries);
    return true;
  }
}
