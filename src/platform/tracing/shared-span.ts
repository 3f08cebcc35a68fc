import type { Span, SpanAttributes, SpanOptions } from './span.js';

/**
 * Work for several rows or requests, of which these are traced: what it does appears in each of their traces. The copies
 * of one step are linked to the first.
 */
export function sharedSpan(spans: readonly Span[], size: number): Span | undefined {
  const [first, ...others] = spans;
  if (!first) return undefined;
  return size === 1 ? first : new SharedSpan([first, ...others], size);
}

class SharedSpan implements Span {
  readonly traceId: string | undefined;
  readonly traceparent: string | undefined;

  constructor(
    private readonly spans: readonly [Span, ...Span[]],
    private readonly size: number,
  ) {
    const [first, ...others] = spans;
    const isOne = others.every(({ traceId }) => traceId === first.traceId);
    this.traceId = isOne ? first.traceId : undefined;
    this.traceparent = others.length === 0 ? first.traceparent : undefined;
  }

  child(name: string, options: SpanOptions = {}): Span {
    const attributes = { ...options.attributes, 'db.operation.batch.size': this.size };
    const [first, ...others] = this.spans;
    const made = first.child(name, { ...options, attributes });
    const links = [...(options.links ?? []), made];
    const copies = others.map((span) => span.child(name, { ...options, attributes, links }));
    return new SharedSpan([made, ...copies], this.size);
  }

  set(attributes: SpanAttributes): void {
    for (const span of this.spans) span.set(attributes);
  }

  rename(name: string): void {
    for (const span of this.spans) span.rename(name);
  }

  end(failure?: unknown): void {
    for (const span of this.spans) span.end(failure);
  }
}
