import { performance } from 'node:perf_hooks';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace';
import type { TracingSettings } from '../config/tracing-settings.js';
import { kindOfFailure } from './kind-of-failure.js';

/** Logs that steps were lost. */
export type ReportLoss = (loss: { readonly lostSteps: number; readonly failure: string }) => void;

type Done = Parameters<SpanExporter['export']>[1];

const QUIET_MS = 60_000;
const SUCCESS = 0;

/** Sends steps to the collector. What it does not take is lost, and logged once a minute. */
export class ReportingExporter implements SpanExporter {
  private readonly exporter: OTLPTraceExporter;
  private lost = 0;
  private reportedAt = -Infinity;

  constructor(
    { url, headers }: TracingSettings,
    timeoutMillis: number,
    private readonly reportLoss: ReportLoss,
  ) {
    this.exporter = new OTLPTraceExporter({ url, headers: { ...headers }, timeoutMillis });
  }

  export(spans: ReadableSpan[], done: Done): void {
    this.exporter.export(spans, (result) => {
      if (result.code !== SUCCESS) this.report(spans.length, result.error);
      done(result);
    });
  }

  shutdown(): Promise<void> {
    return this.exporter.shutdown();
  }

  private report(lost: number, error: unknown): void {
    this.lost += lost;
    const now = performance.now();
    if (now - this.reportedAt < QUIET_MS) return;
    this.reportLoss({ lostSteps: this.lost, failure: kindOfFailure(error) });
    this.lost = 0;
    this.reportedAt = now;
  }
}
