import { Injectable, type OnModuleInit } from '@nestjs/common';
import { RunningTasks } from '../platform/worker/running-tasks.js';
import { Workers, type WorkLoop } from '../platform/worker/workers.js';
import { SendersRepository, UNSENT_SINCE_SQL, type SenderLease } from './senders.repository.js';
import { Sending } from './sending.js';

const POLL_EVERY_MS = 1_000;
const MAX_PARTNERS = 16;
/** The rate depends on Wellhub, too. */
const QUEUE = { waitingSinceSql: UNSENT_SINCE_SQL, lateAfterSeconds: 600 };

/** Sends for many partners at once, so that one whose calls hang delays no other one. */
@Injectable()
export class SendingWorker implements OnModuleInit {
  private loop: WorkLoop | undefined;

  constructor(
    private readonly workers: Workers,
    private readonly senders: SendersRepository,
    private readonly sending: Sending,
    private readonly tasks: RunningTasks,
  ) {}

  onModuleInit(): void {
    const run = () => this.run();
    this.loop = this.workers.add({
      name: 'usage sending',
      role: 'worker',
      queue: QUEUE,
      everyMs: POLL_EVERY_MS,
      run,
    });
  }

  /** After events were stored: sends now instead of at the next round. */
  wake(): void {
    this.loop?.wake();
  }

  private async run(): Promise<number> {
    const free = this.tasks.free(MAX_PARTNERS);
    if (free === 0) return 0;
    const leases = await this.senders.lease(free);
    leases.forEach((lease) => this.start(lease));
    return leases.length;
  }

  private start(lease: SenderLease): void {
    const run = (signal: AbortSignal) => this.sending.run(lease, signal);
    void this.tasks.start('sending usage events', run).then(() => this.wake());
  }
}
