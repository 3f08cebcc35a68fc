import { availableParallelism } from 'node:os';
import { THREAD_POOL_SIZE } from '../../platform/config/environment.js';
import { budget } from '../../platform/deadline/request-context.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { RequestErrors } from '../../platform/errors/request-errors.js';
import { nextOf, rankOf, victimFor, type Place } from './hash-order.js';
import type { Lane } from './lane.js';
import { SourceCosts } from './source-costs.js';

/** About a second of waiting; what comes on top of that is better told to come back. */
const WAITING_PER_CORE = 32;

/**
 * All cores but one, and one less than the operator lets Node's pool have threads: a hash takes 19 MiB and a thread,
 * and a container that sees many cores may own few of them and little memory.
 */
export const hashesAtOnce = (cores: number, threads: number): number =>
  Math.max(1, Math.min(cores, threads) - 1);

interface Waiting extends Place {
  start(): void;
  refuse(error: DomainError): void;
}

/**
 * Lets slow hashes run side by side, but so few that a flood of log-ins leaves room for the doors. Sources whose
 * tries cost little so far go first, partners take turns, and in a full queue the costliest makes room: a flood
 * hurts its own. Who has no room, or whose request ran out of time waiting, gets `request.unavailable`.
 */
export class HashQueue {
  private running = 0;
  private waiting: Waiting[] = [];
  private readonly served = new Map<string, number>();
  private turns = 0;

  constructor(
    private readonly atOnce = hashesAtOnce(availableParallelism(), THREAD_POOL_SIZE),
    private readonly mostWaiting = atOnce * WAITING_PER_CORE,
    private readonly costs = new SourceCosts(),
  ) {}

  /** A refused try counts like one that was made. @throws request.unavailable when this lane has no room */
  refuseWhenFull(lane: Lane): void {
    if (this.hasFreePlace || victimFor(this.waiting, this.placeOf(lane))) return;
    this.costs.countTry(lane.source);
    throw tooBusy();
  }

  async run<T>(lane: Lane, hash: () => Promise<T>): Promise<T> {
    await this.enter(lane);
    try {
      if (budget(1) === 0) throw tooBusy();
      return await hash();
    } finally {
      this.leave();
    }
  }

  /** The hash showed that the password was right. */
  countRight({ source }: Lane): void {
    this.costs.countRight(source);
  }

  private get hasFreePlace(): boolean {
    return this.running < this.atOnce || this.waiting.length < this.mostWaiting;
  }

  private placeOf(lane: Lane): Place {
    return { ...lane, rank: rankOf(this.costs.of(lane.source)) };
  }

  private async enter(lane: Lane): Promise<void> {
    const place = this.placeOf(lane);
    this.costs.countTry(lane.source);
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

  /** A place is handed on, never given back while somebody waits for it. */
  private leave(): void {
    const next = nextOf(this.waiting, this.served);
    if (!next) {
      this.running -= 1;
      return;
    }
    this.remove(next);
    this.served.set(next.partnerId, (this.turns += 1));
    next.start();
  }

  private remove(one: Waiting): void {
    this.waiting = this.waiting.filter((waiting) => waiting !== one);
  }
}

export const tooBusy = () => new DomainError(RequestErrors.unavailable, { retryAfterSeconds: 1 });
