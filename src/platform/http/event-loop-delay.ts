import { performance } from 'node:perf_hooks';

const TICK_MS = 50;
/** A single pause (garbage collection, a slow compile) is no overload: this many in a row are. */
const SAMPLES = 3;

/** Measures the delay of the event loop: every request waits for at least that long. */
export class EventLoopDelay {
  private readonly late: number[] = Array.from({ length: SAMPLES }, () => 0);
  private next = 0;
  private dueAt: number;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly now: () => number = () => performance.now()) {
    this.dueAt = now() + TICK_MS;
  }

  start(): void {
    this.dueAt = this.now() + TICK_MS;
    this.timer = setInterval(() => this.tick(), TICK_MS).unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** What the timer calls. */
  tick(): void {
    this.late[this.next] = this.overdueMs;
    this.next = (this.next + 1) % SAMPLES;
    this.dueAt = this.now() + TICK_MS;
  }

  /** For how long the event loop has been busy with its present iteration. */
  get overdueMs(): number {
    return Math.max(0, this.now() - this.dueAt);
  }

  /** The sustained delay: the smallest of the last iterations. */
  get lastingMs(): number {
    return Math.min(...this.late);
  }
}
