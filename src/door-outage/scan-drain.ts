import { performance } from 'node:perf_hooks';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Database } from '../platform/database/database.js';
import { isStorageAway } from '../platform/database/storage-away.js';
import { Workers } from '../platform/worker/workers.js';
import { ScanSpoolAlerts } from './scan-spool-alerts.js';
import { ScanSpool } from './scan-spool.js';
import { SpooledScans } from './spooled-scans.js';

const EVERY_MS = 500;
const TEND_EVERY_MS = 5_000;
const PING = { name: 'door-outage.ping', text: 'select' };

/** Makes visits of the spooled scans as soon as the database is back, in order. */
@Injectable()
export class ScanDrain implements OnModuleInit {
  private readonly logger = new Logger('door-outage');
  private tendedAt = performance.now();

  constructor(
    private readonly db: Database,
    private readonly workers: Workers,
    private readonly spool: ScanSpool,
    private readonly scans: SpooledScans,
    private readonly alerts: ScanSpoolAlerts,
  ) {}

  onModuleInit(): void {
    this.workers.add({
      name: 'door spool',
      role: 'any',
      queue: null,
      everyMs: EVERY_MS,
      run: () => this.run(),
    });
  }

  /** A database that is still down is no failure of this worker: it waits for it. */
  private async run(): Promise<number> {
    await this.tend();
    try {
      if (this.spool.waiting > 0) await this.db.query(PING, []);
      const drained = await this.spool.drain((records) => this.scans.take(records));
      if (drained > 0) this.logger.warn({ msg: 'admissions of the spool are stored', drained });
      await this.alerts.check(this.spool.status);
      return drained;
    } catch (error) {
      if (!isStorageAway(error)) throw error;
      return 0;
    }
  }

  private async tend(): Promise<void> {
    if (performance.now() - this.tendedAt < TEND_EVERY_MS) return;
    this.tendedAt = performance.now();
    await this.spool.tend();
  }
}
