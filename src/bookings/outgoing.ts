import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { runOutsideRequests } from '../platform/deadline/request-context.js';

const MOST_CALLS = 32;
/** How long a process that stops lets its calls run; their leases end by themselves. */
const STOPPING_MS = 2_000;

/** The calls to Wellhub that are under way. */
@Injectable()
export class Outgoing implements BeforeApplicationShutdown {
  private readonly logger = new Logger('bookings');
  private readonly running = new Set<Promise<void>>();
  private readonly stopping = new AbortController();

  get free(): number {
    return this.stopping.signal.aborted ? 0 : MOST_CALLS - this.running.size;
  }

  /** A failure is logged only: a lease that is not closed ends by itself, and the worker calls again. */
  start(call: (signal: AbortSignal) => Promise<void>): void {
    const done = runOutsideRequests(async () => {
      try {
        await call(this.stopping.signal);
      } catch (error) {
        this.logger.error({ msg: 'a call could not be recorded', err: error });
      }
    });
    this.running.add(done);
    void done.finally(() => this.running.delete(done));
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.race([Promise.all(this.running), sleep(STOPPING_MS, undefined, { ref: false })]);
    this.stopping.abort();
    await Promise.all(this.running);
  }
}
