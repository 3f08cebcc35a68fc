import { performance } from 'node:perf_hooks';
import { Injectable } from '@nestjs/common';

/** How a worker is doing in this process. */
export interface WorkerReport {
  readonly knownSince: Date;
  readonly lastSuccessAt: Date | undefined;
  /** Runs that failed, since the process began. */
  readonly failures: number;
  readonly failuresInARow: number;
  /** Since the first of these failures; 0 when the last run was good. */
  readonly failingSeconds: number;
  /** Of the run that has been running for the longest time; 0 when there is none. */
  readonly runningSeconds: number;
  /** A run that takes longer counts as hung. */
  readonly longestRunSeconds: number;
}

export class WorkerState {
  private readonly knownSince = new Date();
  private lastSuccessAt: Date | undefined;
  private failures = 0;
  private failuresInARow = 0;
  private failingSince = 0;
  /** The oldest first. */
  private readonly running = new Set<{ readonly since: number }>();

  constructor(
    private readonly longestRunSeconds: number,
    private readonly now: () => number,
  ) {}

  /** Records how a run ends, and passes its result or its failure on. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    const run = { since: this.now() };
    this.running.add(run);
    try {
      const result = await work();
      this.failuresInARow = 0;
      this.lastSuccessAt = new Date();
      return result;
    } catch (error) {
      if (this.failuresInARow === 0) this.failingSince = this.now();
      this.failuresInARow += 1;
      this.failures += 1;
      throw error;
    } finally {
      this.running.delete(run);
    }
  }

  report(): WorkerReport {
    const { knownSince, lastSuccessAt, failures, failuresInARow, longestRunSeconds } = this;
    const [oldest] = this.running;
    return {
      knownSince,
      lastSuccessAt,
      failures,
      failuresInARow,
      failingSeconds: failuresInARow > 0 ? this.secondsSince(this.failingSince) : 0,
      runningSeconds: oldest ? this.secondsSince(oldest.since) : 0,
      longestRunSeconds,
    };
  }

  private secondsSince(moment: number): number {
    return (this.now() - moment) / 1_000;
  }
}

/** The state of every worker of this process, and of the tasks that workers start and do not wait for. */
@Injectable()
export class WorkerStates {
  private readonly states = new Map<string, WorkerState>();
  now: () => number = () => performance.now();

  of(name: string, longestRunSeconds: number): WorkerState {
    const known = this.states.get(name);
    if (known) return known;
    const made = new WorkerState(longestRunSeconds, () => this.now());
    this.states.set(name, made);
    return made;
  }

  reports(): [name: string, report: WorkerReport][] {
    return [...this.states].map(([name, state]) => [name, state.report()]);
  }
}
