import { Injectable } from '@nestjs/common';
import { Database, type Statement } from '../database/database.js';
import { WorkerStates, type WorkerReport } from '../worker/worker-states.js';
import { Workers, type WorkQueue } from '../worker/workers.js';

/** A worker, how it does in this process, and what waits for it in the database. */
export interface WorkerHealth extends WorkerReport {
  readonly name: string;
  /** False for the work of processes of another role. */
  readonly runsHere: boolean;
  /** False for a task that a worker starts when there is work. */
  readonly isLoop: boolean;
  /** 0 when nothing waits; absent when it has no queue, or the database did not answer. */
  readonly waitingSeconds?: number;
  readonly lateAfterSeconds: number;
}

const LATE_AFTER_SECONDS = 60;

/** How every worker is doing; every loop is here because `Workers` runs no other. A task that a worker starts runs where it does. */
@Injectable()
export class WorkersHealth {
  private waiting = new Map<string, number>();

  constructor(
    private readonly workers: Workers,
    private readonly states: WorkerStates,
    private readonly db: Database,
  ) {}

  all(): WorkerHealth[] {
    const works = new Map(this.workers.declared.map((work) => [work.name, work]));
    return this.states.reports().map(([name, report]) => {
      const waitingSeconds = this.waiting.get(name);
      const work = works.get(name);
      const lateAfterSeconds = work?.queue?.lateAfterSeconds ?? LATE_AFTER_SECONDS;
      return {
        name,
        runsHere: work?.runsHere ?? true,
        isLoop: work !== undefined,
        ...report,
        ...(waitingSeconds !== undefined && { waitingSeconds }),
        lateAfterSeconds,
      };
    });
  }

  /** Reads for all queues at once how long their oldest row waits. */
  async readQueues(): Promise<void> {
    this.waiting = new Map();
    const statement = oldestOf(this.workers.queues);
    const rows = await this.db.query<{ worker: string; waits: number | null }>(statement, []);
    for (const { worker, waits } of rows) this.waiting.set(worker, Math.max(0, waits ?? 0));
  }
}

const oldestOf = (queues: readonly (readonly [name: string, queue: WorkQueue])[]): Statement => ({
  // A name has one text on a connection.
  name: `workers.oldest-of-${queues.length}`,
  text: queues
    .map(
      ([name, { waitingSinceSql }]) =>
        `select '${name}' as worker, extract(epoch from clock_timestamp() - (${waitingSinceSql}))::float8 as waits`,
    )
    .join('\nunion all\n'),
});
