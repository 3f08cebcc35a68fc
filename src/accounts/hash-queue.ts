import { availableParallelism } from 'node:os';
import { THREAD_POOL_SIZE } from '../platform/config/environment.js';
import { budget } from '../platform/deadline/request-context.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { RequestErrors } from '../platform/errors/request-errors.js';

/** About a second of waiting; what comes on top of that is better told to come back. */
const WAITING_PER_CORE = 32;

/**
 * All cores but one, and one less than the operator lets Node's pool have threads: a hash takes 19 MiB and a thread,
 * and a container that sees many cores may own few of them and little memory.
 */
export const hashesAtOnce = (cores: number, threads: number): number =>
  Math.max(1, Math.min(cores, threads) - 1);

/**
 * Lets slow hashes run side by side, but so few that a flood of log-ins leaves room for the doors.
 * Who comes when the queue is full, or whose request ran out of time in it, gets `request.unavailable`.
 */
export class HashQueue {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly atOnce = hashesAtOnce(availableParallelism(), THREAD_POOL_SIZE),
    private readonly mostWaiting = atOnce * WAITING_PER_CORE,
  ) {}

  /** Whether one more could wait. */
  get hasRoom(): boolean {
    return this.running < this.atOnce || this.waiting.length < this.mostWaiting;
  }

  async run<T>(hash: () => Promise<T>): Promise<T> {
    await this.enter();
    try {
      if (budget(1) === 0) throw tooBusy();
      return await hash();
    } finally {
      this.leave();
    }
  }

  private async enter(): Promise<void> {
    if (this.running < this.atOnce) this.running += 1;
    else if (!this.hasRoom) throw tooBusy();
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** A place is handed on, never given back while somebody waits for it. */
  private leave(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.running -= 1;
  }
}

export const tooBusy = () => new DomainError(RequestErrors.unavailable, { retryAfterSeconds: 1 });
