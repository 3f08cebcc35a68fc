import type { AttributeValue } from '@opentelemetry/api';

/** Names, numbers and states: never an id, a value of a statement, a path or a person. */
export type SpanAttributes = Readonly<Record<string, AttributeValue>>;

/** What can be named. */
export type NamedStep = Pick<Span, 'traceparent'>;

export interface SpanOptions {
  /** `client` for what another program does for us; absent for a step of our own. */
  readonly kind?: 'server' | 'client' | 'consumer';
  readonly attributes?: SpanAttributes;
  /** Steps of other traces that it has to do with. */
  readonly links?: readonly NamedStep[];
}

/** A step of a trace, under way. What is not traced has none, and pays for none. */
export interface Span {
  /** Undefined of a step that serves several traces. */
  readonly traceId: string | undefined;
  /** Names the step in rows and headers (W3C Trace Context). */
  readonly traceparent: string | undefined;
  /** Begins a step within this one. */
  child(name: string, options?: SpanOptions): Span;
  set(attributes: SpanAttributes): void;
  rename(name: string): void;
  /** Only the first time counts. @param failure of which only the kind is kept: messages quote values */
  end(failure?: unknown): void;
}
