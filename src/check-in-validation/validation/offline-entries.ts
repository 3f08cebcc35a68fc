import { Injectable } from '@nestjs/common';
import { Gyms } from '../../partners/index.js';
import { Database } from '../../platform/database/database.js';
import { CheckInReopening } from './check-in-reopening.js';
import { OfflineEntriesRepository } from './offline-entries.repository.js';
import { ValidationWorker } from './validation.worker.js';

interface OfflineEntry {
  readonly partnerId: string;
  readonly customerId: number;
  readonly gymId: number;
  readonly at: Date;
}

/** Entries that are known afterwards: their check-in is validated by the worker, and none is made (D-21). */
@Injectable()
export class OfflineEntries {
  constructor(
    private readonly db: Database,
    private readonly gyms: Gyms,
    private readonly rows: OfflineEntriesRepository,
    private readonly reopening: CheckInReopening,
    private readonly worker: ValidationWorker,
  ) {}

  /** Hands the waiting check-in of that day to the worker, also one that our deadline ended. Twice has one effect. */
  async handOver(entry: OfflineEntry): Promise<void> {
    const { timeZone } = await this.gyms.getEvenRemoved(entry.partnerId, entry.gymId);
    const waiting = await this.rows.waiting(this.db, { ...entry, timeZone }, entry.at);
    if (!waiting) return;
    if (waiting.state === 'PENDING') await this.rows.handOver(this.db, waiting);
    else {
      const open = await this.reopening.reopen(waiting, 'SCAN', timeZone);
      if (open.state !== 'PENDING') return;
      await this.rows.callNow(this.db, open);
    }
    this.worker.wake();
  }
}
