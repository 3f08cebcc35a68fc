import { performance } from 'node:perf_hooks';
import { assertNoConnectionHeld } from '../deadline/request-context.js';
import type { MaybePromise } from '../deadline/maybe-promise.js';
import { within } from '../deadline/within.js';

/** How long a kept answer waits for the truth, unless told otherwise. */
const PATIENCE_MS = 400;

interface Entry<V> {
  value: V;
  readAt: number;
  /** From then on it is not even stale. */
  endsAt: number;
}

const isYoung = ({ readAt, endsAt }: Entry<unknown>, ms: number): boolean => {
  const now = performance.now();
  return now - readAt < ms && now < endsAt;
};

export interface FreshCacheOptions<K, V> {
  /** Reads the truth; undefined (unknown) is never kept. */
  load(key: K): Promise<V | undefined>;
  /** How old an answer may be: what was revoked elsewhere ends here after at most this. */
  freshMs: number;
  /** How old an answer may be while the truth cannot be read, for callers that ask for it. */
  keepMs?: number;
  /** How long a kept answer waits for the truth before it is lent. */
  patienceMs?: number;
  max?: number;
  /** For an answer that ends by itself: how long after it was read, in ms; null is never. */
  lifeOf?(value: V): number | null;
}

/** A bounded map with bounded staleness: the newest `max` answers, each re-read after `freshMs`. */
export class FreshCache<K, V> {
  private readonly entries = new Map<K, Entry<V>>();
  private readonly loading = new Map<K, Promise<V | undefined>>();
  private readonly max: number;

  constructor(private readonly options: FreshCacheOptions<K, V>) {
    this.max = options.max ?? 10_000;
  }

  /** A kept answer comes at once: a hot path asks for several, and each promise costs it more than the look-up. */
  get(key: K): MaybePromise<V | undefined> {
    assertNoConnectionHeld();
    return this.peek(key) ?? this.load(key);
  }

  /** What is kept and fresh; nothing is loaded. */
  peek(key: K): V | undefined {
    const entry = this.entries.get(key);
    return entry && isYoung(entry, this.options.freshMs) ? entry.value : undefined;
  }

  /** Like `get`, but an answer of the last `keepMs` will do when the truth cannot be read. */
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
