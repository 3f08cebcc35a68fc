import { performance } from 'node:perf_hooks';
import { assertNoConnectionHeld } from '../deadline/request-context.js';
import type { MaybePromise } from '../deadline/maybe-promise.js';
import { within } from '../deadline/within.js';

/** How long a read waits for a fresh value before it returns a stale one, by default. */
const PATIENCE_MS = 400;

interface Entry<V> {
  value: V;
  readAt: number;
  /** From then on it is expired, and not returned as stale either. */
  endsAt: number;
}

const isYoung = ({ readAt, endsAt }: Entry<unknown>, ms: number): boolean => {
  const now = performance.now();
  return now - readAt < ms && now < endsAt;
};

export interface FreshCacheOptions<K, V> {
  /** Reads the present value; undefined (unknown) is never cached. */
  load(key: K): Promise<V | undefined>;
  /** How old a value may be: what another replica revoked ends here after at most this. */
  freshMs: number;
  /** How old a value may be while no fresh one can be read; only for callers that accept stale values. */
  keepMs?: number;
  /** How long a read waits for a fresh value before it returns a stale one. */
  patienceMs?: number;
  max?: number;
  /** For a value that expires: how long after it was read, in ms; null = never. */
  lifeOf?(value: V): number | null;
}

/** A bounded map with bounded staleness: the newest `max` values, each read again after `freshMs`. */
export class FreshCache<K, V> {
  private readonly entries = new Map<K, Entry<V>>();
  private readonly loading = new Map<K, Promise<V | undefined>>();
  private readonly max: number;

  constructor(private readonly options: FreshCacheOptions<K, V>) {
    this.max = options.max ?? 10_000;
  }

  /** A cached value is returned synchronously: a hot path reads several, and a promise costs more than the look-up. */
  get(key: K): MaybePromise<V | undefined> {
    assertNoConnectionHeld();
    return this.peek(key) ?? this.load(key);
  }

  /** The fresh cached value; loads nothing. */
  peek(key: K): V | undefined {
    const entry = this.entries.get(key);
    return entry && isYoung(entry, this.options.freshMs) ? entry.value : undefined;
  }

  /** Like `get`, but returns a value up to `keepMs` old when no fresh one can be read in time. */
  getEvenStale(key: K): MaybePromise<V | undefined> {
    const entry = this.entries.get(key);
    const found = this.get(key);
    const mayBeOld = entry !== undefined && isYoung(entry, this.options.keepMs ?? 0);
    if (!mayBeOld || !(found instanceof Promise)) return found;
    return within(this.options.patienceMs ?? PATIENCE_MS, found).catch(() => entry.value);
  }

  /** What was read just now by other means. */
  put(key: K, value: V): void {
    this.loading.delete(key);
    this.keep(key, value, performance.now());
  }

  /** The kept answer, however old. */
  last(key: K): V | undefined {
    return this.entries.get(key)?.value;
  }

  /** Forgets whatever is not among these. */
  retain(keys: ReadonlySet<K>): void {
    for (const key of this.entries.keys()) if (!keys.has(key)) this.forget(key);
  }

  forget(key: K): void {
    this.entries.delete(key);
    this.loading.delete(key);
  }

  clear(): void {
    this.entries.clear();
    this.loading.clear();
  }

  private load(key: K): Promise<V | undefined> {
    const running = this.loading.get(key);
    if (running) return running;
    const startedAt = performance.now();
    const started = this.options
      .load(key)
      .then((value) => {
        // A `forget` meanwhile makes this answer too old to keep.
        if (this.loading.get(key) === started) this.keep(key, value, startedAt);
        return value;
      })
      .finally(() => {
        if (this.loading.get(key) === started) this.loading.delete(key);
      });
    this.loading.set(key, started);
    return started;
  }

  private keep(key: K, value: V | undefined, startedAt: number): void {
    this.entries.delete(key);
    if (value === undefined) return;
    const endsAt = startedAt + (this.options.lifeOf?.(value) ?? Infinity);
    this.entries.set(key, { value, readAt: performance.now(), endsAt });
    const [oldest] = this.entries.keys();
    if (this.entries.size > this.max && oldest !== undefined) this.entries.delete(oldest);
  }
}
