import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Workers } from '../platform/worker/workers.js';
import { FeedsRepository } from './feeds.repository.js';
import { SendingWorker } from './sending-worker.js';
import { UsageEventsRepository } from './usage-events.repository.js';

const LOOK_EVERY_MS = 500;
const SWEEP_EVERY_MS = 60_000;

/** Claims visits and cancellations from the events (W-25), and removes what is 400 days old. */
@Injectable()
export class FeedWorker implements OnModuleInit {
  constructor(
    private readonly workers: Workers,
    private readonly feeds: FeedsRepository,
    private readonly events: UsageEventsRepository,
    private readonly sending: SendingWorker,
  ) {}

  onModuleInit(): void {
    const run = () => this.run();
    this.workers.add({ name: 'usage feed', everyMs: LOOK_EVERY_MS, run });
    const sweep = () => this.events.sweep();
    this.workers.add({ name: 'usage sweep', everyMs: SWEEP_EVERY_MS, run: sweep });
  }

  private async run(): Promise<number> {
    const seen = await this.feeds.claim();
    if (seen > 0) this.sending.wake();
    return seen;
  }
}
