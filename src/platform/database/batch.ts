import { performance } from 'node:perf_hooks';
import {
  clearCoarseTimeout,
  setCoarseTimeout,
  type CoarseTimer,
} from '../deadline/coarse-timers.js';
import {
  assertNoConnectionHeld,
  currentRequest,
  currentSpan,
  GONE,
  remainingMs,
  runOutsideRequests,
  type RequestContext,
} from '../deadline/request-context.js';
import { OutOfTime } from '../deadline/within.js';
import { sharedSpan } from '../tracing/shared-span.js';
import type { Span } from '../tracing/span.js';
import { asDatabaseFailure, isDatabaseDown } from './database-failure.js';

/** One request that waits for its item's answer. */
interface Waiting<I, O> {
  readonly item: I;
  readonly key: string;
  /** The request no longer waits: it has been answered otherwise. */
  abandoned: boolean;
  /** An item without a request cannot be abandoned. */
  readonly request: RequestContext | undefined;
  readonly span: Span | undefined;
  resolve(answer: O): void;
  reject(error: unknown): void;
}

export interface BatchOptions<I, O> {
  /** Runs one statement for all items; answers stand in the order of the items. `undefined` = run the item again. */
  run(items: readonly I[]): Promise<readonly (O | undefined)[]>;
  /** The row that an item changes: a key appears once per batch. */
  key(item: I): string;
  /** Most items of a statement; 64 unless given. */
  maxSize?: number;
  maxInFlight?: number;
}

const LIMIT_MS = 2_500;
/** A statement in flight for this long waits for a lock or a row of its own: others need not wait with it. */
const SLOW_MS = 20;

/**
 * Lets concurrent requests of one kind share a statement. An idle batch sends at once, so a lone request never waits on
 * a timer; what arrives while a statement is in flight shares the next one, which is sent before the answers of this
 * one are handed out. A second one is sent only beside a slow one, or when two full ones wait: parallel statements are
 * small ones, which cost twice as much. A batch that fails is run again row by row, so that one bad row hurts one
 * request only.
 */
export class Batch<I, O> {
  private queue: Waiting<I, O>[] = [];
  private inFlight = 0;
  private sentAt = 0;
  private readonly maxSize: number;
  private readonly maxInFlight: number;

  constructor(private readonly options: BatchOptions<I, O>) {
    this.maxSize = options.maxSize ?? 64;
    this.maxInFlight = options.maxInFlight ?? 4;
  }

  /**
   * Answers when the item's statement is committed. Rejects when the request's deadline passes first; an item
   * that was not sent by then never is.
   */
  add(item: I): Promise<O> {
    assertNoConnectionHeld();
    return new Promise<O>((resolve, reject) => {
      const waiting: Waiting<I, O> = {
        item,
        key: this.options.key(item),
        abandoned: false,
        request: currentRequest(),
        span: currentSpan(),
        resolve: (answer) => {
          clearCoarseTimeout(late);
          resolve(answer);
        },
        reject: (error) => {
          clearCoarseTimeout(late);
          reject(asDatabaseFailure(error) as Error);
        },
      };
      const late: CoarseTimer = setCoarseTimeout(remainingMs(LIMIT_MS), () => {
        waiting.abandoned = true;
        waiting.reject(new OutOfTime('not done in time'));
      });
      this.queue.push(waiting);
      this.pump();
    });
  }

  /** @returns whether something was sent */
  private pump(): boolean {
    let hasSent = false;
    while (this.mayGo()) {
      const batch = this.take();
      if (batch.length === 0) break;
      void this.send(batch);
      hasSent = true;
    }
    return hasSent;
  }

  private mayGo(): boolean {
    if (this.inFlight === 0) return true;
    const isSlow = performance.now() - this.sentAt >= SLOW_MS;
    return this.inFlight < this.maxInFlight && (isSlow || this.queue.length >= 2 * this.maxSize);
  }

  private take(): Waiting<I, O>[] {
    const batch = new Map<string, Waiting<I, O>>();
    const later: Waiting<I, O>[] = [];
    for (const waiting of this.queue) {
      if (waiting.abandoned || waiting.request?.deadlineAt === GONE) continue;
      if (batch.size < this.maxSize && !batch.has(waiting.key)) batch.set(waiting.key, waiting);
      else later.push(waiting);
    }
    this.queue = later;
    return [...batch.values()];
  }

  private async send(batch: readonly Waiting<I, O>[]): Promise<void> {
    this.inFlight += 1;
    this.sentAt = performance.now();
    const slow = setCoarseTimeout(SLOW_MS, () => this.pump());
    const handOut = await runOutsideRequests(() => this.run(batch), spanOf(batch));
    clearCoarseTimeout(slow);
    this.inFlight -= 1;
    // The pool hands a connection over in a later tick, and requests that are answered run before it: the database
    // would wait until this process has written all of their answers.
    if (this.pump()) setImmediate(handOut);
    else handOut();
  }

  /** @returns what hands its answers out */
  private async run(batch: readonly Waiting<I, O>[]): Promise<() => void> {
    try {
      const answers = await this.options.run(batch.map(({ item }) => item));
      return () => this.handOut(batch, answers);
    } catch (error) {
      if (batch.length === 1 || isDatabaseDown(error) || isDatabaseDown((error as Error).cause))
        return () => batch.forEach((waiting) => waiting.reject(error));
      for (const waiting of batch) (await this.run([waiting]))();
      return () => undefined;
    }
  }

  private handOut(batch: readonly Waiting<I, O>[], answers: readonly (O | undefined)[]): void {
    batch.forEach((waiting, index) => {
      const answer = answers[index];
      if (answer === undefined) this.queue.push(waiting);
      else waiting.resolve(answer);
    });
    this.pump();
  }
}

/** Those of its requests that are traced. */
function spanOf(batch: readonly { readonly span: Span | undefined }[]): Span | undefined {
  const isTraced = batch.some(({ span }) => span !== undefined);
  return isTraced
    ? sharedSpan(
        batch.flatMap(({ span }) => span ?? []),
        batch.length,
      )
    : undefined;
}
