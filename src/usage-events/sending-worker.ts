import { setTimeout as sleep } from 'node:timers/promises';
import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { runOutsideRequests } from '../platform/deadline/request-context.js';
import { Workers, type WorkLoop } from '../platform/worker/workers.js';
import { SendersRepository, type SenderLease } from './senders.repository.js';
import { Sending } from './sending.js';

const LOOK_EVERY_MS = 1_000;
const MOST_PARTNERS = 16;
/** How long a process that stops lets its calls run; their leases end by themselves. */
const STOPPING_MS = 2_000;

/** Sends for many partners at once, so that one whose calls hang delays nobody else. */
@Injectable()
export class SendingWorker implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger('usage-events');
  private readonly running = new Set<Promise<void>>();
  private readonly stopping = new AbortController();
  private loop: WorkLoop | undefined;

  constructor(
    private readonly workers: Workers,
    private readonly senders: SendersRepository,
    private readonly sending: Sending,
  ) {}

  onModuleInit(): void {
    const run = () => this.run();
    this.loop = this.workers.add({ name: 'usage sending', everyMs: LOOK_EVERY_MS, run });
  }

  /** After events were stored: sends now instead of at the next round. */
  wake(): void {
    this.loop?.wake();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.race([Promise.all(this.running), sleep(STOPPING_MS, undefined, { ref: false })]);
    this.stopping.abort();
    await Promise.all(this.running);
  }

  private async run(): Promise<number> {
    const free = this.stopping.signal.aborted ? 0 : MOST_PARTNERS - this.running.size;
    if (free === 0) return 0;
    const leases = await this.senders.lease(free);
    leases.forEach((lease) => this.start(lease));
    return leases.length;
  }

  /** A failure is logged only: the lease ends by itself, and somebody sends again. */
  private start(lease: SenderLease): void {
    const done = runOutsideRequests(async () => {
      try {
        await this.sending.run(lease, this.stopping.signal);
      } catch (error) {
        this.logger.error({ msg: 'usage events could not be sent', err: error });
      }
    });
    this.running.add(done);
    void done.finally(() => {
      this.running.delete(done);
      this.wake();
    });
  }
}
