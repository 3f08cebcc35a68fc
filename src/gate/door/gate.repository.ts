import { performance } from 'node:perf_hooks';
import { Injectable } from '@nestjs/common';
import { CodeHashes } from '../../access-codes/index.js';
import { Outbox } from '../../event-webhooks/index.js';
import { Batch } from '../../platform/database/batch.js';
import { Database } from '../../platform/database/database.js';
import { Sweeps } from '../../platform/database/sweeps.js';
import { currentSpan, setRequestLanguage } from '../../platform/deadline/request-context.js';
import { PresenceRepository } from '../../visits/index.js';
import type { Scan, ScanRow } from '../scan/scan.js';
import { hashFields, scanStatement } from '../scan/scan.sql.js';

/** Runs scans: those that arrive while a statement is in flight share the next one. */
@Injectable()
export class GateRepository {
  private readonly scans = new Batch<Scan, ScanRow>({
    run: (scans) => this.scanAll(scans),
    key: ({ valueHashes }) => valueHashes[0].toString('base64'),
  });

  private readonly statement;

  constructor(
    private readonly db: Database,
    private readonly presence: PresenceRepository,
    hashes: CodeHashes,
    sweeps: Sweeps,
    private readonly outbox: Outbox,
  ) {
    this.statement = scanStatement(hashes.count);
    sweeps.declare({ table: 'gate_nonces', column: 'at', keep: '24 hours' });
  }

  /** One round trip; two more for a customer who comes for the first time. */
  async scan(one: Scan): Promise<ScanRow> {
    const scan = { ...one, traceparent: currentSpan()?.traceparent };
    const row = await this.scans.add(scan);
    if (row.language !== null) setRequestLanguage(row.language);
    if (row.verdict !== 'FIRST_TIME') return row;
    await this.presence.ensure([{ partnerId: row.partnerId, customerId: row.customerId }]);
    return this.scans.add(scan);
  }

  private async scanAll(scans: readonly Scan[]): Promise<(ScanRow | undefined)[]> {
    const rows = await this.statement.run<ScanRow & object>(
      this.db,
      scans.map(rowOf(performance.now())),
    );
    if (rows.some(({ eventsWait }) => eventsWait)) this.outbox.wake();
    // A second scan of the same customer is decided after the first one is committed.
    return rows.map((row) => (row.verdict === 'AGAIN' ? undefined : row));
  }
}

const rowOf = (now: number) => (scan: Scan, no: number) => ({
  no,
  token_hash: scan.tokenHash,
  card_number: scan.cardNumber ?? null,
  is_code: scan.isCode,
  ...hashFields(scan.valueHashes),
  nonce: scan.nonce ?? null,
  execute: scan.execute,
  waited_seconds: (now - scan.receivedAt) / 1000,
  arrived_at: scan.arrivedAt ?? null,
  admit: scan.admit ?? null,
  traceparent: scan.traceparent ?? null,
});
