import { Injectable } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { Database } from '../database/database.js';
import { Sweeps } from '../database/sweeps.js';
import { setCoarseTimeout } from '../deadline/coarse-timers.js';
import { after, type MaybePromise } from '../deadline/maybe-promise.js';
import { runOutsideRequests } from '../deadline/request-context.js';
import { within } from '../deadline/within.js';
import { DomainError } from '../errors/domain-error.js';
import { RequestErrors } from '../errors/request-errors.js';
import { SHARE_COUNTS } from './rate-limits.sql.js';

/** Requests of one kind in the present minute. */
interface Counter {
  readonly limit: number;
  /** Those of all replicas, as last shared. */
  shared: number;
  /** Ours that the others do not know of yet. */
  fresh: number;
}

const MINUTE_MS = 60_000;
/** The longest that a request waits for the counts of other replicas. */
const PATIENCE_MS = 100;
/** What becomes due within this after a sharing goes with the next one: a statement costs more than its rows. */
const SHARED_EVERY_MS = 250;

/** A counter is shared after what the limit allows in one second, so at most once a second while it is kept. */
const isDue = ({ fresh, limit }: Counter, processes: number) => fresh >= limit / 60 / processes;
/** Above this a request first waits for the others' numbers: five replicas stay below 10 % over the limit. */
const isTooFarAhead = ({ fresh, limit }: Counter, processes: number) =>
  fresh >= Math.max(2, limit / 50 / processes);

/**
 * Counts requests per minute in the memory of this replica, and shares the counts with the others through the database
 * (O-7). A request costs one look-up in a map; only callers far above the limit wait for the shared counter. While the
 * database cannot be reached each replica counts for itself.
 */
@Injectable()
export class RateLimits {
  private counters = new Map<string, Counter>();
  private due = new Map<string, Counter>();
  private minute = 0;
  /** Milliseconds by which the database's clock is ahead of ours: all replicas end their minute together. */
  private ahead = 0;
  private sharing: Promise<void> | undefined;
  /** When the last one began; monotonic ms. */
  private sharedAt = -Infinity;
  private isScheduled = false;
  private isAlone = false;

  constructor(
    private readonly db: Database,
    sweeps: Sweeps,
    private readonly settings: Settings,
  ) {
    sweeps.declare({ table: 'rate_limits', column: 'minute', keep: '5 minutes' });
  }

  /** Counts one request. @returns whether it may pass, or a promise of that */
  tryTake(name: string, limit: number): MaybePromise<boolean> {
    const counter = this.counter(name, limit);
    if (this.isUsedUp(counter)) return false;
    if (isTooFarAhead(counter, this.settings.processes) && !this.isAlone)
      return this.takeLater(name, limit);
    this.add(name, counter);
    return true;
  }

  /** Counts one request. @returns undefined, or a promise to wait for. @throws request.rate-limited */
  take(name: string, limit: number): MaybePromise<void> {
    return after(this.tryTake(name, limit), (isTaken) => {
      if (!isTaken) throw this.refusal();
    });
  }

  /** Whether no more requests may pass; counts none. */
  isReached(name: string): boolean {
    this.keepTime();
    const known = this.counters.get(name);
    return known !== undefined && this.isUsedUp(known);
  }

  /** Without counting. @throws request.rate-limited */
  check(name: string): void {
    if (this.isReached(name)) throw this.refusal();
  }

  /** Counts one request that has passed `check`. */
  count(name: string, limit: number): void {
    this.add(name, this.counter(name, limit));
  }

  private isUsedUp({ shared, fresh, limit }: Counter): boolean {
    return fresh >= (limit - shared) / (this.isAlone ? this.settings.processes : 1);
  }

  private refusal(): DomainError {
    const endsInMs = (this.minute + 1) * MINUTE_MS - this.now();
    const retryAfterSeconds = Math.max(1, Math.ceil(endsInMs / 1000));
    return new DomainError(RequestErrors.rateLimited, { retryAfterSeconds });
  }

  private async takeLater(name: string, limit: number): Promise<boolean> {
    await within(PATIENCE_MS, this.share()).catch(() => (this.isAlone = true));
    return this.tryTake(name, limit);
  }

  private add(name: string, counter: Counter): void {
    counter.fresh += 1;
    if (!isDue(counter, this.settings.processes)) return;
    this.due.set(name, counter);
    this.scheduleSharing();
  }

  private counter(name: string, limit: number): Counter {
    this.keepTime();
    const known = this.counters.get(name);
    if (known) return known;
    const counter = { limit, shared: 0, fresh: 0 };
    this.counters.set(name, counter);
    return counter;
  }

  /** A new minute begins with zero. A step back by one minute is an adjustment of the clock, not another minute. */
  private keepTime(): void {
    const minute = Math.floor(this.now() / MINUTE_MS);
    if (minute === this.minute || minute === this.minute - 1) return;
    this.minute = minute;
    this.counters = new Map();
    this.due = new Map();
  }

  private now(): number {
    return Date.now() + this.ahead;
  }

  private scheduleSharing(): void {
    if (this.isScheduled) return;
    const wait = this.sharedAt + SHARED_EVERY_MS - performance.now();
    if (wait <= 0) return void this.share();
    this.isScheduled = true;
    setCoarseTimeout(wait, () => {
      this.isScheduled = false;
      void this.share();
    });
  }

  private share(): Promise<void> {
    if (this.sharing) return this.sharing;
    this.sharedAt = performance.now();
    this.sharing = runOutsideRequests(() => this.shareDue()).finally(() => {
      this.sharing = undefined;
    });
    return this.sharing;
  }

  /** Never fails: a replica that cannot share its counts counts alone until it can. */
  private async shareDue(): Promise<void> {
    const { due, minute } = this;
    this.due = new Map();
    const sent = [...due].map(([name, { fresh }]) => ({ name, fresh }));
    if (sent.length === 0) return;
    const names = sent.map(({ name }) => name);
    const values = [minute, names, sent.map(({ fresh }) => fresh)];
    try {
      const rows = await this.db.query<SharedCount & object>(SHARE_COUNTS, values);
      for (const { name, fresh } of sent) {
        const counter = due.get(name);
        if (counter) counter.fresh -= fresh;
      }
      rows.forEach((row) => this.learn(row, due));
      this.isAlone = false;
    } catch {
      this.isAlone = true;
    }
  }

  private learn(
    { counter: name, used, now }: SharedCount,
    due: ReadonlyMap<string, Counter>,
  ): void {
    const counter = due.get(name);
    if (counter) counter.shared = used;
    this.ahead = now - Date.now();
  }
}

interface SharedCount {
  counter: string;
  used: number;
  now: number;
}
