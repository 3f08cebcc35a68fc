import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Workers } from '../platform/worker/workers.js';
import { FEED_READ_AT_SQL, FeedsRepository } from './feeds.repository.js';
import { SendingWorker } from './sending.worker.js';

const EVERY_MS = 500;

/** Claims visits and cancellations from the events (W-25). */
@Injectable()
export class FeedWorker implements OnModuleInit {
  constructor(
    private readonly workers: Workers,
    private readonly feeds: FeedsRepository,
    private readonly sending: SendingWorker,
  ) {}

  onModuleInit(): void {
    const run = () => this.run();
    this.workers.add({
      name: 'usage feed',
      role: 'worker',
      queue: { waitingSinceSql: FEED_READ_AT_SQL },
      everyMs: EVERY_MS,
      run,
    });
  }

  private async run(): Promise<number> {
    const seen = await this.feeds.claim();
    if (seen > 0) this.sending.wake();
    return seen;
  }
}
