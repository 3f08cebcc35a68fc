import { performance } from 'node:perf_hooks';
import { Injectable } from '@nestjs/common';
import { CodeHashes } from '../../access-codes/index.js';
import { Outbox } from '../../event-webhooks/index.js';
import { Batch } from '../../platform/database/batch.js';
import { Database } from '../../platform/database/database.js';
import { Sweeps } from '../../platform/database/sweeps.js';
import { currentSpan, setRequestLanguage } from '../../platform/deadline/request-context.js';
import { PresenceRepository } from '../../visits/index.js';
import { OPEN_AGAIN } from '../passages/open-again.sql.js';
import type { Scan, ScanRow } from '../scan/scan.js';
import { hashFields } from '../scan/scan-fields.sql.js';
import { scanStatement } from '../scan/scan.sql.js';
import { RuledDevices } from './ruled-devices.js';

/** Of one statement: a crowd of 64 takes turns, one half is judged while the other is answered. */
const MOST_SCANS = 32;

type ScanStatement = ReturnType<typeof scanStatement>;

/** Runs scans: those that arrive while a statement is in flight share the next one. */
@Injectable()
export class GateRepository {
  private readonly ruled = new RuledDevices();
  private readonly byToken;
  private readonly byId;

  constructor(
    private readonly db: Database,
    private readonly presence: PresenceRepository,
    hashes: CodeHashes,
    sweeps: Sweeps,
    private readonly outbox: Outbox,
  ) {
    this.byToken = this.batchesOf(hashes.count, 'TOKEN');
    this.byId = this.batchesOf(hashes.count, 'ID');
    sweeps.declare({ table: 'gate_nonces', column: 'at', keep: '24 hours' });
  }

  /**
   * One round trip; two more for a customer who comes for the first time, one more where a policy or a pass is met for
   * the first time, and for a repeat at a device that is named by its id.
   */
  async scan(one: Scan): Promise<ScanRow> {
    const scan = { ...one, traceparent: currentSpan()?.traceparent };
    const row = await this.judge(scan);
    if (row.language !== null) setRequestLanguage(row.language);
    if (scan.device && row.verdict.startsWith('REPEAT')) await this.openAgain(scan, row);
    if (row.verdict !== 'FIRST_TIME') return row;
    await this.presence.ensure([{ partnerId: row.partnerId, customerId: row.customerId }]);
    return this.judge(scan);
  }

  private async openAgain(scan: Scan, row: ScanRow): Promise<void> {
    const { partnerId, deviceId, customerId, visitId, direction, provisional } = row;
    const { nonce, owner, turnSeconds, passageId } = repeatOf(scan, row);
    if (nonce === null && turnSeconds === null) return;
    const answer = JSON.stringify({ customerId, visitId, direction, provisional });
    const [hash] = scan.valueHashes;
    const values = [partnerId, deviceId, owner, nonce, hash, answer, turnSeconds, passageId];
    await this.db.query(OPEN_AGAIN, values);
  }

  /** The form with rules judges every scan, so what is remembered of a device only saves the plain one. */
  private async judge(scan: Scan): Promise<ScanRow> {
    const { plain, withRules } = scan.device ? this.byId : this.byToken;
    const row = await (this.ruled.has(scan) ? withRules : plain).add(scan);
    this.ruled.remember(scan, row.hasPolicy);
    return row.verdict === 'RULES' ? withRules.add(scan) : row;
  }

  private batchesOf(keys: number, namedBy: 'TOKEN' | 'ID') {
    return {
      plain: this.batchOf(scanStatement(keys, { namedBy, withRules: false })),
      withRules: this.batchOf(scanStatement(keys, { namedBy, withRules: true })),
    };
  }

  private batchOf(statement: ScanStatement): Batch<Scan, ScanRow> {
    return new Batch<Scan, ScanRow>({
      run: (scans) => this.scanAll(statement, scans),
      key: ({ valueHashes }) => valueHashes[0].toString('base64'),
      maxSize: MOST_SCANS,
    });
  }

  private async scanAll(
    statement: ScanStatement,
    scans: readonly Scan[],
  ): Promise<(ScanRow | undefined)[]> {
    const rows = await statement.runOf<Scan, ScanRow & object>(this.db, scans, (all) =>
      all.map(rowOf(performance.now())),
    );
    if (rows.some(({ eventsWait }) => eventsWait)) this.outbox.wake();
    // A second scan of the same customer is decided after the first one is committed.
    return rows.map((row) => (row.verdict === 'AGAIN' ? undefined : row));
  }
}

/** What a repeat leaves: the nonce to remember, and for how long which passage waits again. */
function repeatOf({ device, nonce }: Scan, { customerId, earlierAnswer }: ScanRow) {
  const turnSeconds = device?.turnSeconds ?? null;
  if (!earlierAnswer)
    return { nonce: nonce ?? null, owner: customerId, turnSeconds, passageId: null };
  const { customerId: owner, passageId = null } = earlierAnswer;
  // A nonce that was answered without a passage has none that could wait again.
  return { nonce: null, owner, turnSeconds: passageId === null ? null : turnSeconds, passageId };
}

const rowOf = (now: number) => (scan: Scan, no: number) => ({
  no,
  ...deviceFields(scan),
  card_number: scan.cardNumber ?? null,
  is_code: scan.isCode,
  ...hashFields(scan.valueHashes),
  nonce: scan.nonce ?? null,
  execute: scan.execute,
  waited_seconds: (now - scan.receivedAt) / 1000,
  arrived_at: scan.arrivedAt ?? null,
  admit: scan.admit ?? null,
  admitted_check_in: scan.admittedCheckIn ?? null,
  traceparent: scan.traceparent ?? null,
});

const deviceFields = ({ tokenHash, device, customerId, medium }: Scan) =>
  device
    ? {
        of_partner_id: device.partnerId,
        of_device_id: device.id,
        known_customer_id: customerId ?? null,
        medium: medium ?? null,
        turn_seconds: device.turnSeconds ?? null,
        shows_name: device.showsName ?? false,
      }
    : { token_hash: tokenHash };
