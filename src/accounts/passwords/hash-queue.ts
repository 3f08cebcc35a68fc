import { availableParallelism } from 'node:os';
import { THREAD_POOL_SIZE } from '../../platform/config/environment.js';
import type { Settings } from '../../platform/config/settings.js';
import { remainingMs } from '../../platform/deadline/request-context.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { RequestErrors } from '../../platform/errors/request-errors.js';
import { nextOf, rankOf, victimFor, type Place } from './hash-order.js';
import type { HashClient } from './hash-client.js';
import { SourceCosts } from './source-costs.js';

/** About a second of waiting; what would wait longer gets 503. */
const WAITING_PER_CORE = 32;

/**
 * All cores but one, and one less than the operator lets Node's pool have threads: a hash takes 19 MiB and a thread,
 * and a container that sees many cores may own few of them and little memory.
 */
export const hashesAtOnce = (cores: number, threads: number): number =>
  Math.max(1, Math.min(cores, threads) - 1);

/** Processes behind one port share the cores. */
export const hashesOfProcess = ({ processes }: Settings): number =>
  Math.max(1, Math.floor(hashesAtOnce(availableParallelism(), THREAD_POOL_SIZE) / processes));

interface Waiting extends Place {
  start(): void;
  refuse(error: DomainError): void;
}

/**
 * Lets slow hashes run side by side, but so few that a flood of log-ins leaves room for the doors. Sources whose
 * tries cost little so far go first, partners are served round robin, and a full queue evicts the costliest waiting hash.
 * A hash that is evicted, or whose request ran out of time, gets `request.unavailable`.
 */
export class HashQueue {
  private running = 0;
  private waiting: Waiting[] = [];
  private readonly served = new Map<string, number>();
  private starts = 0;

  constructor(
    private readonly atOnce: number,
    private readonly mostWaiting = atOnce * WAITING_PER_CORE,
    private readonly costs = new SourceCosts(),
  ) {}

  /** A refused try counts like one that was made. @throws request.unavailable when the queue has no room for this client */
  refuseWhenFull(client: HashClient): void {
    if (this.hasFreePlace || victimFor(this.waiting, this.placeOf(client))) return;
    this.costs.countTry(client.source);
    throw tooBusy();
  }

  async run<T>(client: HashClient, hash: () => Promise<T>): Promise<T> {
    await this.enter(client);
    try {
      if (remainingMs(1) === 0) throw tooBusy();
      return await hash();
    } finally {
      this.leave();
    }
  }

  /** The hash showed that the password was right. */
  countSuccess({ source }: HashClient): void {
    this.costs.countSuccess(source);
  }

  private get hasFreePlace(): boolean {
    return this.running < this.atOnce || this.waiting.length < this.mostWaiting;
  }

  private placeOf(client: HashClient): Place {
    return { ...client, rank: rankOf(this.costs.of(client.source)) };
  }

  private async enter(client: HashClient): Promise<void> {
    const place = this.placeOf(client);
    this.costs.countTry(client.source);
    if (this.running < this.atOnce) this.running += 1;
    else await this.wait(place);
  }

  private async wait(place: Place): Promise<void> {
    if (!this.hasFreePlace) this.makeRoom(place);
    await new Promise<void>((start, refuse) => this.waiting.push({ ...place, start, refuse }));
  }

  private makeRoom(place: Place): void {
    const victim = victimFor(this.waiting, place);
    if (!victim) throw tooBusy();
    this.remove(victim);
    victim.refuse(tooBusy());
  }

  /** A place goes to the next waiting hash, and is free only when none waits. */
  private leave(): void {
    const next = nextOf(this.waiting, this.served);
    if (!next) {
      this.running -= 1;
      return;
    }
    this.remove(next);
    this.served.set(next.partnerId, (this.starts += 1));
    next.start();
  }

  private remove(one: Waiting): void {
    this.waiting = this.waiting.filter((waiting) => waiting !== one);
  }
}

export const tooBusy = () => new DomainError(RequestErrors.unavailable, { retryAfterSeconds: 1 });
