import { Injectable, Logger } from '@nestjs/common';
import { Outbox } from '../event-webhooks/index.js';
import { Alerts } from '../platform/alerts/alerts.js';
import { isStorageAway } from '../platform/database/storage-away.js';
import { AdmissionsRepository, type RecordedAdmission } from './admissions.repository.js';
import { OutageMetrics } from './outage-metrics.js';
import { decodeScan, type SpooledScan } from './spooled-scan.js';

const RESULTS = {
  ENTER: 'visit',
  TAKE_OVER: 'same_visit',
  PAST: 'past_visit',
  KNOWN: 'known',
} as const;

/** Makes visits of admissions that wait in the spool. */
@Injectable()
export class SpooledScans {
  private readonly logger = new Logger('door-outage');

  constructor(
    private readonly rows: AdmissionsRepository,
    private readonly outbox: Outbox,
    private readonly alerts: Alerts,
    private readonly metrics: OutageMetrics,
  ) {}

  /** In order; rejects when storage is away again. @returns for each whether it is handled */
  async take(records: readonly Buffer[]): Promise<boolean[]> {
    const done: boolean[] = [];
    for (const record of records) done.push(await this.store(record));
    this.outbox.wake();
    return done;
  }

  private async store(record: Buffer): Promise<boolean> {
    try {
      const scan = decodeScan(record);
      if (!scan) throw new Error('a record of another version');
      const recorded = await this.rows.record(scan);
      this.count(recorded);
      if (recorded && recorded.action !== 'KNOWN') this.alert(scan);
      return true;
    } catch (error) {
      if (isStorageAway(error)) throw error;
      this.logger.error({ msg: 'an admission of the spool cannot be stored', err: error });
      return false;
    }
  }

  private count(recorded: RecordedAdmission | undefined): void {
    this.metrics.records.inc({ result: recorded ? RESULTS[recorded.action] : 'nobody' });
    if (recorded?.isSecond && recorded.action !== 'KNOWN') this.metrics.possibleDoubles.inc();
  }

  private alert({ partnerId, gymId }: SpooledScan): void {
    this.alerts.report({
      partnerId,
      code: 'gate.admitted-without-database',
      object: `gym/${gymId}`,
      gymId,
      detail: 'People were admitted while the database was away',
    });
  }
}
