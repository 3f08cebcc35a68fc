import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Outbox } from '../event-webhooks/index.js';
import { Database } from '../platform/database/database.js';
import { Workers } from '../platform/worker/workers.js';
import { PLACES, CLOSE } from './visit-closing.sql.js';

interface Place {
  readonly partnerId: string;
  readonly gymId: number;
}

const EVERY_MS = 30_000;

/** Ends visits that were left open, after the gym's `visitClosesAfterMinutes` (O-38). */
@Injectable()
export class VisitClosingWorker implements OnModuleInit {
  private readonly logger = new Logger('visits');

  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly workers: Workers,
  ) {}

  onModuleInit(): void {
    const run = (stopping: AbortSignal) => this.closeOverdue(stopping);
    this.workers.add({ name: 'visits.close', role: 'worker', queue: null, everyMs: EVERY_MS, run });
  }

  /** One batch per gym. @returns how many visits were ended */
  async closeOverdue(stopping?: AbortSignal): Promise<number> {
    const places = await this.db.query<Place & object>(PLACES, []);
    let closed = 0;
    for (const place of places) if (!stopping?.aborted) closed += await this.closeAt(place);
    if (closed > 0) this.outbox.wake();
    return closed;
  }

  /** A gym that fails does not delay the others. */
  private async closeAt({ partnerId, gymId }: Place): Promise<number> {
    try {
      const [row] = await this.db.query<{ closed: number }>(CLOSE, [partnerId, gymId]);
      return row?.closed ?? 0;
    } catch (error) {
      this.logger.error({
        msg: 'visits stay open; it will try again',
        partnerId,
        gymId,
        err: error,
      });
      return 0;
    }
  }
}
