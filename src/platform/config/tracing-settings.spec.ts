import { describe, expect, it } from '@jest/globals';
import { readEnvironment } from './environment.js';
import { tracingProblems, tracingSettings } from './tracing-settings.js';

const ENDPOINT = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://collector:4318' };
const read = (more: Record<string, string> = {}) =>
  tracingSettings(readEnvironment({ ...ENDPOINT, ...more })).tracing;

describe('the settings of traces', () => {
  it('K-56 are none without a collector, whatever else is set', () => {
    expect(tracingSettings(readEnvironment({ OTEL_TRACES_SAMPLER: 'always_on' }))).toEqual({});
  });

  it.each([
    [{}, 0.01, true],
    [{ OTEL_TRACES_SAMPLER_ARG: '0.5' }, 0.5, true],
    [{ OTEL_TRACES_SAMPLER: 'parentbased_traceidratio' }, 1, true],
    [{ OTEL_TRACES_SAMPLER: 'traceidratio', OTEL_TRACES_SAMPLER_ARG: '.25' }, 0.25, false],
    [{ OTEL_TRACES_SAMPLER: 'always_on', OTEL_TRACES_SAMPLER_ARG: '0' }, 1, false],
    [{ OTEL_TRACES_SAMPLER: 'parentbased_always_on' }, 1, true],
    [{ OTEL_TRACES_SAMPLER: 'always_off' }, 0, false],
    [{ OTEL_TRACES_SAMPLER: 'parentbased_always_off' }, 0, true],
  ])('K-55 sample by %j', (given, ratio, isParentBased) => {
    expect(read(given)).toMatchObject({ ratio, isParentBased });
  });

  it('K-55 read lists as OpenTelemetry writes them, and the service by its own variable first', () => {
    expect(
      read({
        OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Bearer%20a%3D, x-tenant = gym ,',
        OTEL_RESOURCE_ATTRIBUTES: 'service.name=other,team=d%C3%BCsseldorf',
        OTEL_SERVICE_NAME: 'doors',
      }),
    ).toMatchObject({
      url: 'http://collector:4318/v1/traces',
      headers: { authorization: 'Bearer a=', 'x-tenant': 'gym' },
      resource: { 'service.name': 'doors', team: 'düsseldorf' },
    });
    expect(read({ OTEL_RESOURCE_ATTRIBUTES: 'service.name=other' })?.resource).toMatchObject({
      'service.name': 'other',
    });
  });

  it.each([
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'collector:4318'],
    ['OTEL_EXPORTER_OTLP_HEADERS', 'authorization'],
    ['OTEL_EXPORTER_OTLP_HEADERS', 'a=%zz'],
    ['OTEL_EXPORTER_OTLP_HEADERS', 'a=%0D%0Ab'],
    ['OTEL_EXPORTER_OTLP_HEADERS', 'a b=c'],
    ['OTEL_EXPORTER_OTLP_PROTOCOL', 'grpc'],
    ['OTEL_RESOURCE_ATTRIBUTES', '=b'],
    ['OTEL_TRACES_SAMPLER', 'sometimes'],
    ['OTEL_TRACES_SAMPLER_ARG', '1.5'],
    ['OTEL_TRACES_SAMPLER_ARG', '-0.1'],
    ['OTEL_TRACES_SAMPLER_ARG', '10%'],
    ['TRUST_TRACEPARENT', 'yes'],
  ])('K-55 refuse %s=%s', (name, value) => {
    expect(() => readEnvironment({ [name]: value })).toThrow(name);
  });

  it('K-52 trust callers behind known proxies only', () => {
    const trusting = { TRUST_TRACEPARENT: 'on' };
    expect(tracingProblems(readEnvironment(trusting))).toHaveLength(1);
    expect(tracingProblems(readEnvironment({ ...trusting, TRUST_PROXY: '10.0.0.0/8' }))).toEqual(
      [],
    );
  });
});
