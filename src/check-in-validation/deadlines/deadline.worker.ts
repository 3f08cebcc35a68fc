import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Outbox } from '../../event-webhooks/index.js';
import { Workers } from '../../platform/worker/workers.js';
import { Deadlines } from './deadlines.js';

const LOOK_EVERY_MS = 1_000;
const LIMIT = 100;

@Injectable()
export class DeadlineWorker implements OnModuleInit {
  constructor(
    private readonly workers: Workers,
    private readonly deadlines: Deadlines,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.workers.add({
      name: 'check-in deadlines',
      everyMs: LOOK_EVERY_MS,
      run: async () => {
        const moved = await this.deadlines.pass(LIMIT);
        if (moved > 0) this.outbox.wake();
        return moved;
      },
    });
  }
}
