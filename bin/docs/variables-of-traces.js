/** What the variables of traces mean (variables.js). */
export const TRACES = {
  title: 'Traces (docs/tracing.md)',
  variables: {
    OTEL_EXPORTER_OTLP_ENDPOINT: {
      means:
        'Base URL of an OpenTelemetry collector, which takes traces over OTLP/HTTP at `/v1/traces` below it.',
      without: 'nothing is traced, and nothing of OpenTelemetry is loaded',
      example: 'http://otel-collector:4318',
    },
    OTEL_EXPORTER_OTLP_HEADERS: {
      means:
        'Headers that the collector wants, `name=value`, comma-separated, values percent-encoded.',
      without: 'none',
      example: 'authorization=Bearer%20token-of-the-collector',
    },
    OTEL_EXPORTER_OTLP_PROTOCOL: {
      means: '`http/json`; a start with another one is refused, since it would send nothing.',
      without: '`http/json`',
      example: 'http/json',
    },
    OTEL_SERVICE_NAME: {
      means: 'What traces call this service.',
      without: '`service.name` of `OTEL_RESOURCE_ATTRIBUTES`, or `gatehouse`',
      example: 'gatehouse',
    },
    OTEL_RESOURCE_ATTRIBUTES: {
      means:
        'What is true of everything this process sends, `name=value`, comma-separated, values percent-encoded.',
      without: 'none',
      example: 'deployment.environment.name=production',
    },
    OTEL_TRACES_SAMPLER: {
      means:
        '`always_on`, `always_off`, `traceidratio`, or one of these with `parentbased_` before it: then a trusted caller’s decision counts.',
      without: '`parentbased_traceidratio`',
      example: 'parentbased_traceidratio',
    },
    OTEL_TRACES_SAMPLER_ARG: {
      means: 'The share of traces that are kept, 0 to 1.',
      without: '`0.01`; `1` where `OTEL_TRACES_SAMPLER` names a ratio',
      example: '0.01',
    },
    TRUST_TRACEPARENT: {
      means:
        '`on`: the proxies of `TRUST_PROXY` set `traceparent` themselves, so their traces are continued. `off`: every trace begins here, with a link to the caller’s.',
    },
    SEND_TRACEPARENT: {
      means:
        '`on`: webhooks of subscribers carry `traceparent` when they are traced. Wellhub never gets it.',
    },
  },
};
