import { performance } from 'node:perf_hooks';
import {
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Span as SdkSpan,
  type Tracer,
} from '@opentelemetry/api';
import type { HeldSteps } from './held-steps.js';
import { kindOfFailure } from './kind-of-failure.js';
import type { NamedStep, Span, SpanAttributes, SpanOptions } from './span.js';
import { readTraceparent, traceparentOf, type StepContext } from './traceparent.js';

/** What all steps have in common that one process does of a trace. */
interface Origin {
  readonly tracer: Tracer;
  /** Between the monotonic clock and the time of day, as the first of them began. */
  readonly offsetMs: number;
  readonly held: HeldSteps | undefined;
}

interface Beginning extends SpanOptions {
  readonly parent?: StepContext | undefined;
  readonly held?: HeldSteps;
}

const KINDS = {
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  consumer: SpanKind.CONSUMER,
} as const;

/** The first step of a trace in this process. @param held what keeps its steps until it is known whether they count */
export function beginSpan(tracer: Tracer, name: string, { held, ...rest }: Beginning): Span {
  const offsetMs = Date.now() - performance.now();
  return new OtlpSpan(name, { tracer, offsetMs, held }, rest);
}

/** A sampled step, as OpenTelemetry's SDK keeps it. */
class OtlpSpan implements Span {
  readonly traceId: string;
  readonly traceparent: string;
  private readonly span: SdkSpan;
  private isEnded = false;

  constructor(
    name: string,
    private readonly origin: Origin,
    { kind, attributes, links = [], parent }: Beginning,
  ) {
    const options = {
      startTime: this.now(),
      links: links.flatMap(linkTo),
      ...(kind && { kind: KINDS[kind] }),
      ...(attributes && { attributes: { ...attributes } }),
    };
    const within = parent ? trace.setSpanContext(ROOT_CONTEXT, parent) : ROOT_CONTEXT;
    this.span = origin.tracer.startSpan(name, options, within);
    const context = this.span.spanContext();
    this.traceId = context.traceId;
    this.traceparent = traceparentOf(context);
  }

  child(name: string, options: SpanOptions = {}): Span {
    return new OtlpSpan(name, this.origin, { ...options, parent: this.span.spanContext() });
  }

  set(attributes: SpanAttributes): void {
    this.span.setAttributes({ ...attributes });
  }

  rename(name: string): void {
    this.span.updateName(name);
  }

  end(failure?: unknown): void {
    if (this.isEnded) return;
    this.isEnded = true;
    if (failure !== undefined) {
      this.span.setAttribute('error.type', kindOfFailure(failure));
      this.span.setStatus({ code: SpanStatusCode.ERROR });
    }
    const at = this.now();
    const end = () => this.span.end(at);
    if (this.origin.held) this.origin.held.add(end);
    else end();
  }

  private now(): number {
    return this.origin.offsetMs + performance.now();
  }
}

function linkTo({ traceparent }: NamedStep) {
  const context = traceparent === undefined ? undefined : readTraceparent(traceparent);
  return context ? [{ context }] : [];
}
