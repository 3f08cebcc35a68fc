import { budget, runOutsideRequests } from '../deadline/request-context.js';
import { within } from '../deadline/within.js';
import { asDatabaseFailure, isDatabaseDown } from './database-failure.js';

/** One request that waits for its item's answer. */
class Waiting<I, O> {
  /** Nobody waits any more: the request has been answered otherwise. */
  abandoned = false;
  resolve!: (answer: O) => void;
  reject!: (error: unknown) => void;
  readonly answer = new Promise<O>((resolve, reject) => {
    this.resolve = resolve;
    this.reject = reject;
  });

  constructor(
    readonly item: I,
    readonly key: string,
  ) {}
}

export interface BatchOptions<I, O> {
  /** Runs one statement for all items; answers stand in the order of the items. `undefined` = ask again. */
  run(items: readonly I[]): Promise<readonly (O | undefined)[]>;
  /** The row that an item changes: a key appears once per batch. */
  key(item: I): string;
  maxSize?: number;
  maxInFlight?: number;
}

const LIMIT_MS = 2_500;

/**
 * Lets concurrent requests of one kind share a statement. An idle batch sends at once, so a lone request
 * never waits on a timer; what arrives while statements are in flight shares the next one.
 * A batch that fails is run again row by row, so that one bad row hurts one request only.
 */
export class Batch<I, O> {
  private queue: Waiting<I, O>[] = [];
  private inFlight = 0;
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
  async add(item: I): Promise<O> {
    const waiting = new Waiting<I, O>(item, this.options.key(item));
    this.queue.push(waiting);
    this.pump();
    try {
      return await within(budget(LIMIT_MS), waiting.answer);
    } catch (error) {
      waiting.abandoned = true;
      throw asDatabaseFailure(error);
    }
  }

  private pump(): void {
    while (this.inFlight < this.maxInFlight) {
      const batch = this.take();
      if (batch.length === 0) return;
      this.inFlight += 1;
      void runOutsideRequests(() => this.send(batch)).finally(() => {
        this.inFlight -= 1;
        this.pump();
      });
    }
  }

  private take(): Waiting<I, O>[] {
    const batch = new Map<string, Waiting<I, O>>();
    const later: Waiting<I, O>[] = [];
    for (const waiting of this.queue) {
      if (waiting.abandoned) continue;
      if (batch.size < this.maxSize && !batch.has(waiting.key)) batch.set(waiting.key, waiting);
      else later.push(waiting);
    }
    this.queue = later;
    return [...batch.values()];
  }

  private async send(batch: readonly Waiting<I, O>[]): Promise<void> {
    try {
      const answers = await this.options.run(batch.map(({ item }) => item));
      batch.forEach((waiting, index) => this.settle(waiting, answers[index]));
    } catch (error) {
      if (batch.length === 1 || isDatabaseDown(error) || isDatabaseDown((error as Error).cause))
        batch.forEach((waiting) => waiting.reject(error));
      else for (const waiting of batch) await this.send([waiting]);
    }
  }

  private settle(waiting: Waiting<I, O>, answer: O | undefined): void {
    if (answer === undefined) this.queue.push(waiting);
    else waiting.resolve(answer);
  }
}
