import { VERSION } from './version.js';
import type { Environment } from './environment.js';
import type { Sampler } from './tracing-variables.js';

export interface TracingSettings {
  /** Where traces are posted to. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What is true of every step, such as the service's name. */
  readonly resource: Readonly<Record<string, string>>;
  /** The share of the traces that begin here. */
  readonly ratio: number;
  /** What continues a trusted caller's trace is sampled as the caller decided. */
  readonly isParentBased: boolean;
  /** The proxies of `TRUST_PROXY` set `traceparent` themselves. */
  readonly trustsCallers: boolean;
  /** Subscribers get `traceparent` with their webhooks. */
  readonly tellsSubscribers: boolean;
}

/**
 * One of a hundred: a sampled step costs 5 to 10 µs, so that this stays below what can be measured of a request, and a gym with one request a second still has a trace every two minutes.
 */
export const DEFAULT_RATIO = 0.01;

export function tracingSettings(env: Environment): { tracing?: TracingSettings } {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_TRACES_SAMPLER: sampler } = env;
  if (endpoint === undefined) return {};
  return {
    tracing: {
      url: `${endpoint.replace(/\/+$/, '')}/v1/traces`,
      headers: env.OTEL_EXPORTER_OTLP_HEADERS ?? {},
      resource: {
        'service.name': 'gatehouse',
        'service.version': VERSION,
        ...env.OTEL_RESOURCE_ATTRIBUTES,
        ...(env.OTEL_SERVICE_NAME && { 'service.name': env.OTEL_SERVICE_NAME }),
      },
      ratio: ratioOf(sampler, env.OTEL_TRACES_SAMPLER_ARG),
      isParentBased: sampler === undefined || sampler.startsWith('parentbased_'),
      trustsCallers: env.TRUST_TRACEPARENT === 'on',
      tellsSubscribers: env.SEND_TRACEPARENT === 'on',
    },
  };
}

/** A sampler that is named without its share takes all, as OpenTelemetry has it. */
function ratioOf(sampler: Sampler | undefined, share: number | undefined): number {
  if (sampler === undefined) return share ?? DEFAULT_RATIO;
  if (sampler.endsWith('always_on')) return 1;
  return sampler.endsWith('always_off') ? 0 : (share ?? 1);
}

/** A caller that is no proxy of ours could have every request traced. */
export const tracingProblems = (env: Environment): string[] =>
  env.TRUST_TRACEPARENT === 'on' && env.TRUST_PROXY === 0
    ? ['TRUST_TRACEPARENT=on needs TRUST_PROXY: traceparent counts from those proxies only']
    : [];
