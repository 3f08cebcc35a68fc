import { setTimeout as sleep } from 'node:timers/promises';
import type { OnApplicationShutdown } from '@nestjs/common';
import { ROOT_CONTEXT, type Tracer } from '@opentelemetry/api';
import {
  AlwaysOnSampler,
  BatchSpanProcessor,
  SamplingDecision,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { defaultResource, resourceFromAttributes } from '@opentelemetry/resources';
import type { TracingSettings } from '../config/tracing-settings.js';
import { currentSpan, runInSpan } from '../deadline/request-context.js';
import { HeldSteps } from './held-steps.js';
import { beginSpan } from './otlp-span.js';
import { ReportingExporter, type ReportLoss } from './reporting-exporter.js';
import { sharedSpan } from './shared-span.js';
import type { Span } from './span.js';
import { isSampled, readTraceparent, type StepContext } from './traceparent.js';
import { Tracing, type CallersTrace } from './tracing.js';

/** How long a process that stops waits for the collector. */
const FLUSH_MS = 3_000;
const EXPORT_MS = 5_000;
const LIMITS = { attributeValueLengthLimit: 256, attributeCountLimit: 32, linkCountLimit: 128 };

/**
 * Traces over OTLP/HTTP. What is sampled is decided here, before anything is made of it, so that all else costs a
 * random number; the SDK keeps and sends what it is given. It is imported late, so that it must import nothing of the
 * framework: what both use would be evaluated before `reflect-metadata`.
 */
export class OtlpTracing extends Tracing implements OnApplicationShutdown {
  override readonly isOn = true;
  private readonly provider: TracerProvider;
  private readonly tracer: Tracer;
  private readonly byTraceId: TraceIdRatioBasedSampler;

  constructor(
    private readonly settings: TracingSettings,
    reportLoss: ReportLoss,
  ) {
    super();
    const exporter = new ReportingExporter(settings, EXPORT_MS, reportLoss);
    this.provider = new TracerProvider({
      sampler: new AlwaysOnSampler(),
      spanLimits: LIMITS,
      resource: defaultResource().merge(resourceFromAttributes(settings.resource)),
      spanProcessors: [new BatchSpanProcessor({ exporter, exportTimeoutMillis: EXPORT_MS })],
    });
    this.tracer = this.provider.getTracer('gatehouse');
    this.byTraceId = new TraceIdRatioBasedSampler(settings.ratio);
  }

  override request(caller: CallersTrace | undefined): Span | undefined {
    const theirs = caller && readTraceparent(caller.traceparent);
    const parent = caller?.isTrusted ? theirs : undefined;
    if (parent ? !this.continues(parent) : !this.begins()) return undefined;
    const links = theirs && !parent ? [caller] : [];
    return beginSpan(this.tracer, 'request', { kind: 'server', parent, links });
  }

  override async run(name: string, work: () => Promise<number>): Promise<number> {
    if (!this.begins()) return work();
    const held = new HeldSteps();
    const span = beginSpan(this.tracer, name, { held });
    try {
      const handled = await runInSpan(span, work);
      if (handled === 0) return handled;
      span.set({ 'gatehouse.handled': handled });
      span.end();
      held.release();
      return handled;
    } catch (error) {
      span.end(error);
      held.release();
      throw error;
    }
  }

  override resume(
    name: string,
    traceparents: readonly (string | null | undefined)[],
  ): Span | undefined {
    const parents = traceparents.flatMap((text) => (text ? (readTraceparent(text) ?? []) : []));
    const current = currentSpan();
    const links = current ? [current] : [];
    const spans = parents
      .filter(isSampled)
      .map((parent) => beginSpan(this.tracer, name, { kind: 'consumer', parent, links }));
    return sharedSpan(spans, traceparents.length);
  }

  /** After the last step. What a collector does not take in time is lost. */
  async onApplicationShutdown(): Promise<void> {
    const flushed = this.provider.shutdown().catch(() => undefined);
    await Promise.race([flushed, sleep(FLUSH_MS, undefined, { ref: false })]);
  }

  private begins(): boolean {
    return Math.random() < this.settings.ratio;
  }

  private continues(parent: StepContext): boolean {
    if (this.settings.isParentBased) return isSampled(parent);
    const { decision } = this.byTraceId.shouldSample(ROOT_CONTEXT, parent.traceId);
    return decision === SamplingDecision.RECORD_AND_SAMPLED;
  }
}
