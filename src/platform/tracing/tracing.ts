import type { Span } from './span.js';

/** A trace that a caller began. */
export interface CallersTrace {
  readonly traceparent: string;
  /** Whether it is continued, and sampled as the caller decided; otherwise the trace is ours, with a link to it. */
  readonly isTrusted: boolean;
}

/**
 * Where traces begin, and go on from a row. This one traces nothing and costs nothing; `startTracing` makes the one that
 * does. What happens within a trace needs no more than `currentSpan()`.
 */
export class Tracing {
  readonly isOn: boolean = false;

  /** Begins a request's step. @returns undefined when it is not sampled */
  request(_caller: CallersTrace | undefined): Span | undefined {
    return undefined;
  }

  /** A run of a worker. It leaves nothing when it handled nothing. */
  run(_name: string, work: () => Promise<number>): Promise<number> {
    return work();
  }

  /**
   * Goes on with the traces that rows remember, with a link to the step under way.
   * @returns undefined when none of them is traced
   */
  resume(_name: string, _traceparents: readonly (string | null | undefined)[]): Span | undefined {
    return undefined;
  }
}
