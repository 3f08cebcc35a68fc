import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RunningTasks } from '../platform/worker/running-tasks.js';
import { Workers, type WorkLoop } from '../platform/worker/workers.js';
import { CALL_DUE_SINCE_SQL } from './booking-calls.sql.js';
import { PatchCalls } from './patch-calls.js';
import { PatchesRepository } from './patches.repository.js';
import { SlotsRepository } from './slots.repository.js';

const POLL_EVERY_MS = 500;
const MAX_CALLS = 32;
const QUEUE = { waitingSinceSql: CALL_DUE_SINCE_SQL };
const TASK = 'a call of the booking API';

/** Sends Wellhub what is due: decisions, then numbers of slots (W-60). */
@Injectable()
export class CallingWorker implements OnModuleInit {
  private loop: WorkLoop | undefined;

  constructor(
    private readonly workers: Workers,
    private readonly patches: PatchesRepository,
    private readonly slots: SlotsRepository,
    private readonly calls: PatchCalls,
    private readonly tasks: RunningTasks,
  ) {}

  onModuleInit(): void {
    this.loop = this.workers.add({
      name: 'booking calls',
      role: 'worker',
      queue: QUEUE,
      everyMs: POLL_EVERY_MS,
      run: () => this.run(),
    });
  }

  wake(): void {
    this.loop?.wake();
  }

  /** @returns how many calls it started; they continue while the next ones are polled */
  private async run(): Promise<number> {
    const decisions = await this.whileFree((free) => this.patches.lease(free));
    for (const lease of decisions)
      void this.tasks.start(TASK, async (signal) => {
        await this.calls.decision(lease, signal);
        this.wake();
      });
    const slots = await this.whileFree((free) => this.slots.lease(free));
    for (const slot of slots)
      void this.tasks.start(TASK, (signal) => this.calls.slot(slot, signal));
    return decisions.length + slots.length;
  }

  private async whileFree<T>(lease: (free: number) => Promise<T[]>): Promise<T[]> {
    const free = this.tasks.free(MAX_CALLS);
    return free > 0 ? lease(free) : [];
  }
}
