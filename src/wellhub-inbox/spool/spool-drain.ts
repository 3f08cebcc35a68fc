import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Workers, type WorkLoop } from '../../platform/worker/workers.js';
import { SpoolAftermath } from './spool-aftermath.js';
import { SpooledWebhooks } from './spooled-webhooks.js';
import { isStorageAway } from '../../platform/database/storage-away.js';
import { WebhookSpool } from './webhook-spool.js';

const EVERY_MS = 500;
const TEND_EVERY_MS = 5_000;
const PING = { name: 'spool.ping', text: 'select' };

/** Stores the spooled webhooks as soon as the database is back, in order, through the same intake. */
@Injectable()
export class SpoolDrain implements OnModuleInit {
  private readonly logger = new Logger('wellhub-inbox');
  private tendedAt = performance.now();
  private loop: WorkLoop | undefined;

  constructor(
    private readonly db: Database,
    private readonly workers: Workers,
    private readonly records: SpooledWebhooks,
    private readonly spool: WebhookSpool,
    private readonly aftermath: SpoolAftermath,
  ) {}

  onModuleInit(): void {
    this.loop = this.workers.add({
      name: 'webhook spool',
      role: 'any',
      queue: null,
      everyMs: EVERY_MS,
      run: () => this.run(),
    });
  }

  /** Called when storage has just answered a request. */
  wake(): void {
    if (this.spool.waiting > 0) this.loop?.wake();
  }

  /** A database that is still down is no failure of this worker: it waits for it. */
  private async run(): Promise<number> {
    await this.tend();
    try {
      if (this.spool.waiting > 0 || this.aftermath.isDue) await this.db.query(PING, []);
      const drained = await this.spool.drain((records) => this.records.take(records));
      if (drained > 0) this.logger.warn({ msg: 'webhooks of the spool are stored', drained });
      await this.aftermath.settle(this.spool.status);
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
    await this.aftermath.tend();
  }
}
