import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { Role } from '../config/role.js';
import { Settings } from '../config/settings.js';
import { isStorageAway } from '../database/storage-away.js';
import { Episode } from '../logging/episode.js';
import { Tracing } from '../tracing/tracing.js';
import { WorkerStates, type WorkerState } from './worker-states.js';

/** Rows that wait for a worker. */
export interface WorkQueue {
  /** A scalar query: since when the oldest row waits that is due; null when none does. It reads an index. */
  readonly waitingSinceSql: string;
  /** After this many seconds the queue counts as late; default 60. */
  readonly lateAfterSeconds?: number;
}

/** Background work that claims rows with `SKIP LOCKED`, so that every replica may run it. */
export interface Work {
  readonly name: string;
  /**
   * Where it runs. `worker`: the installation's work, for any process that does background work. `api`: upkeep of what
   * a process that answers requests holds in memory. `any`: upkeep of every process.
   */
  readonly role: 'api' | 'worker' | 'any';
  /** Null for work without waiting rows: it is due by the clock, or it is unknown since when it waits. */
  readonly queue: WorkQueue | null;
  /** The longest wait between two polls when nothing wakes the worker. */
  readonly everyMs: number;
  /**
   * The shortest wait after a poll, so that rows that arrive one by one are handled together. A poll that handled
   * `full` rows may have left some behind: the next one follows at once.
   */
  readonly rest?: { readonly ms: number; readonly full: number };
  /** Claims and handles what is due. @returns how much it handled: more than 0 polls again at once */
  run(stopping: AbortSignal): Promise<number>;
}

/** A work as its process sees it. */
export interface DeclaredWork extends Pick<Work, 'name' | 'queue'> {
  readonly runsHere: boolean;
}

const LONGEST_PAUSE_MS = 5_000;
/** In a process that only works: another process stored the rows, so nothing wakes the loop. */
const LONGEST_UNWOKEN_MS = 500;
/** A run handles one batch and ends: one that takes longer hangs. */
const LONGEST_RUN_SECONDS = 60;

const WORDS = {
  begins: 'a worker failed; it will try again',
  lasts: 'a worker still fails',
  over: 'a worker works again',
  severity: 'error',
} as const;

/** One loop of one `Work`. `wake` makes it poll at once, for work that this process has just stored. */
export class WorkLoop {
  private readonly stopping = new AbortController();
  private isWoken = false;
  private endNap: (() => void) | undefined;
  private running: Promise<void> | undefined;
  private failures = 0;
  private readonly failing: Episode;

  constructor(
    private readonly work: Work,
    private readonly everyMs: number,
    private readonly state: WorkerState,
    logger: Logger,
    private readonly tracing: Tracing,
  ) {
    const { name: worker } = work;
    this.failing = new Episode(logger, WORDS, { worker });
  }

  start(): void {
    this.running ??= this.loop();
  }

  wake(): void {
    this.isWoken = true;
    this.endNap?.();
  }

  /** Resolves when the run in progress has ended; nothing is claimed after that. */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.wake();
    await this.running;
  }

  private async loop(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      this.isWoken = false;
      const handled = await this.runOnce();
      await this.rest(handled);
      if (handled === 0) await this.pause();
    }
  }

  private async runOnce(): Promise<number> {
    try {
      const run = () => this.work.run(this.stopping.signal);
      const handled = await this.state.run(() => this.tracing.run(this.work.name, run));
      this.failures = 0;
      this.failing.end();
      return handled;
    } catch (error) {
      this.failures += 1;
      if (!isStorageAway(error)) this.failing.occurs(() => ({ err: error }));
      return 0;
    }
  }

  private async rest(handled: number): Promise<void> {
    const { rest } = this.work;
    if (!rest || handled >= rest.full) return;
    await sleep(rest.ms, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }

  /** A failing run backs off, so that a database that is down is not polled by every loop at once. */
  private async pause(): Promise<void> {
    const backOff = Math.min(this.everyMs * 2 ** this.failures, LONGEST_PAUSE_MS);
    const ms = this.failures > 0 ? backOff : this.everyMs;
    if (this.isWoken) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.endNap = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.endNap = undefined;
  }
}

/** All background work of this process: started once it serves, stopped before it exits. */
@Injectable()
export class Workers implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('workers');
  private readonly loops: WorkLoop[] = [];
  private readonly works: Work[] = [];
  private started = false;

  constructor(
    private readonly states: WorkerStates,
    private readonly settings: Settings,
    private readonly tracing: Tracing,
  ) {}

  get declared(): DeclaredWork[] {
    const { role } = this.settings;
    return this.works.map((work) => ({ ...work, runsHere: runsIn(role, work) }));
  }

  /** What waits for workers, here or elsewhere. */
  get queues(): [name: string, queue: WorkQueue][] {
    return this.works.flatMap(({ name, queue }) => (queue ? [[name, queue]] : []));
  }

  /** Its loop never runs in a process of another role; to wake it there does nothing. */
  add(work: Work): WorkLoop {
    const { role } = this.settings;
    const state = this.states.of(work.name, LONGEST_RUN_SECONDS);
    const loop = new WorkLoop(work, pauseIn(role, work), state, this.logger, this.tracing);
    this.works.push(work);
    if (!runsIn(role, work)) return loop;
    this.loops.push(loop);
    if (this.started) loop.start();
    return loop;
  }

  onApplicationBootstrap(): void {
    this.started = true;
    this.loops.forEach((loop) => loop.start());
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.loops.map((loop) => loop.stop()));
  }
}

const runsIn = (role: Role, work: Work): boolean =>
  role === 'all' || work.role === 'any' || work.role === role;

const pauseIn = (role: Role, { everyMs, queue }: Work): number =>
  role === 'worker' && queue ? Math.min(everyMs, LONGEST_UNWOKEN_MS) : everyMs;
