import { performance } from 'node:perf_hooks';
import { Injectable } from '@nestjs/common';
import { Batch } from '../platform/database/batch.js';
import { Database, type Queries } from '../platform/database/database.js';
import { Partitions } from '../platform/database/partition-keeper.js';
import { PresenceRepository } from '../visits/index.js';
import type { Refusal, Scan, ScanRow } from './scan.js';
import { SCAN } from './scan-statement.js';

const LOG_REFUSAL = {
  name: 'gate.log-refusal',
  text: `insert into gate_decisions (partner_id, gym_id, device_id, result, customer_id, value_hash_prefix, note)
    values ($1, $2, $3, $4, $5, $6, $7)`,
};

const MOVE = {
  name: 'gate.move-decisions',
  text: `update gate_decisions set customer_id = $3 where partner_id = $1 and customer_id = $2`,
};

/** Runs scans: those that arrive while a statement is in flight share the next one. */
@Injectable()
export class GateRepository {
  private readonly scans = new Batch<Scan, ScanRow>({
    run: (scans) => this.scanAll(scans),
    key: ({ valueHash }) => valueHash.toString('base64'),
  });

  constructor(
    private readonly db: Database,
    private readonly presence: PresenceRepository,
    partitions: Partitions,
  ) {
    partitions.declare({ table: 'gate_decisions', unit: 'day', ahead: 3, keep: 91 });
  }

  /** One round trip; two more for a customer who comes for the first time. */
  async scan(scan: Scan): Promise<ScanRow> {
    const row = await this.scans.add(scan);
    if (row.verdict !== 'FIRST_TIME') return row;
    await this.presence.ensure([{ partnerId: row.partner_id, customerId: row.customer_id }]);
    return this.scans.add(scan);
  }

  /** The decision row of a refusal that was reached after the statement. */
  async logRefusal(row: ScanRow, why: Refusal, valueHash: Buffer): Promise<void> {
    const prefix = valueHash.toString('hex').slice(0, 12);
    const values = [row.partner_id, row.gym_id, row.device_id, why, row.customer_id, prefix, null];
    await this.db.query(LOG_REFUSAL, values);
  }

  /** Decisions of a merged profile belong to the survivor. */
  async moveDecisions(queries: Queries, partnerId: string, fromId: number, intoId: number) {
    await queries.query(MOVE, [partnerId, fromId, intoId]);
  }

  private async scanAll(scans: readonly Scan[]): Promise<(ScanRow | undefined)[]> {
    const rows = await this.db.query<ScanRow & object>(SCAN, columnsOf(scans));
    // A second scan of the same customer is decided after the first one is committed.
    return rows.map((row) => (row.verdict === 'AGAIN' ? undefined : row));
  }
}

function columnsOf(scans: readonly Scan[]): unknown[] {
  const now = performance.now();
  return [
    scans.map((_, no) => no),
    scans.map(({ tokenHash }) => tokenHash),
    scans.map(({ codeHashes }) => codeHashes?.[0] ?? null),
    scans.map(({ cardNumber }) => cardNumber ?? null),
    scans.map(({ valueHash }) => valueHash),
    scans.map(({ nonce }) => nonce ?? null),
    scans.map(({ execute }) => execute),
    scans.map(({ receivedAt }) => (now - receivedAt) / 1000),
    scans.map(({ arrivedAt }) => arrivedAt ?? null),
    scans.map(({ admit }) => admit ?? null),
  ];
}
