import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger, Scope, type BeforeApplicationShutdown } from '@nestjs/common';
import { isStorageAway } from '../database/storage-away.js';
import { currentSpan, runOutsideRequests } from '../deadline/request-context.js';
import { inSpan } from '../tracing/in-span.js';
import { Tracing } from '../tracing/tracing.js';
import { WorkerStates } from './worker-states.js';

/** How long a process that stops lets its tasks run; their leases end by themselves. */
const STOPPING_MS = 2_000;
/** Every task has limits of its own, far below. */
const LONGEST_TASK_SECONDS = 600;

/**
 * The unfinished tasks that a worker has started. Tasks go on whether or not their starter still waits; at shut-down
 * they may end first, and are aborted then. Every class that injects it has one of its own.
 */
@Injectable({ scope: Scope.TRANSIENT })
export class RunningTasks implements BeforeApplicationShutdown {
  private readonly logger = new Logger('workers');
  private readonly running = new Set<Promise<unknown>>();
  private readonly stopping = new AbortController();

  constructor(
    private readonly states: WorkerStates,
    private readonly tracing: Tracing,
  ) {}

  get count(): number {
    return this.running.size;
  }

  get isStopping(): boolean {
    return this.stopping.signal.aborted;
  }

  /** How many more may start where at most `limit` may run; none in a process that stops. */
  free(limit: number): number {
    return this.isStopping ? 0 : Math.max(0, limit - this.count);
  }

  /**
   * Never rejects: a task that fails is logged, and the lease that it holds ends by itself.
   * @param traceparent of the row that it is about; without one it belongs to the trace under way, if there is one
   * @returns undefined for a task that failed
   */
  start<T>(
    name: string,
    task: (signal: AbortSignal) => Promise<T>,
    traceparent?: string | null,
  ): Promise<T | undefined> {
    const state = this.states.of(name, LONGEST_TASK_SECONDS);
    const span = this.tracing.resume(name, [traceparent ?? currentSpan()?.traceparent]);
    const done = runOutsideRequests(async () => {
      try {
        return await state.run(() => inSpan(span, () => task(this.stopping.signal)));
      } catch (error) {
        if (!isStorageAway(error))
          this.logger.error({ msg: 'a task failed', task: name, err: error });
        return undefined;
      }
    });
    this.running.add(done);
    void done.finally(() => this.running.delete(done));
    return done;
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.race([this.ended(), sleep(STOPPING_MS, undefined, { ref: false })]);
    this.stopping.abort();
    await this.ended();
  }

  /** Resolves when all that run at this moment have ended. */
  async ended(): Promise<void> {
    await Promise.all(this.running);
  }
}
