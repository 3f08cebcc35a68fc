import type { IncomingHttpHeaders } from 'node:http';

const KEPT_CALLS = 5_000;

/** One call of `validate` as it arrived, for tests of headers and spacing (W-43, W-48). */
export interface RecordedCall {
  readonly at: Date;
  readonly wellhubId: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
  /** What was answered, by its name; missing while the call is open. */
  answer?: string;
}

export interface CallCount {
  calls: number;
  /** The most calls for this id that were open at one moment (W-46). */
  mostAtOnce: number;
}

/** Counts every call; remembers the last few thousand in full. */
export class CallLog {
  private recent: RecordedCall[] = [];
  private readonly counts = new Map<string, CallCount & { open: number }>();

  /** Returns the record and what to call when the connection of this call is done. */
  begin(call: RecordedCall): () => void {
    this.recent.push(call);
    if (this.recent.length > 2 * KEPT_CALLS) this.recent = this.recent.slice(-KEPT_CALLS);
    const count = this.counts.get(call.wellhubId) ?? { calls: 0, mostAtOnce: 0, open: 0 };
    this.counts.set(call.wellhubId, count);
    count.calls += 1;
    count.open += 1;
    count.mostAtOnce = Math.max(count.mostAtOnce, count.open);
    return () => {
      count.open -= 1;
    };
  }

  count(wellhubId: string): CallCount {
    const { calls, mostAtOnce } = this.counts.get(wellhubId) ?? { calls: 0, mostAtOnce: 0 };
    return { calls, mostAtOnce };
  }

  ids(): readonly string[] {
    return [...this.counts.keys()];
  }

  list(wellhubId?: string): readonly RecordedCall[] {
    const calls = this.recent.slice(-KEPT_CALLS);
    return wellhubId === undefined ? calls : calls.filter((call) => call.wellhubId === wellhubId);
  }

  clear(): void {
    this.recent = [];
    this.counts.clear();
  }
}
