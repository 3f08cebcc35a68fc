import * as z from 'zod';
import { IN_A_HEADER, onOrOff, url } from './variable-kinds.js';

/** Of `OTEL_TRACES_SAMPLER`. */
export const SAMPLERS = [
  'always_on',
  'always_off',
  'traceidratio',
  'parentbased_always_on',
  'parentbased_always_off',
  'parentbased_traceidratio',
] as const;

export type Sampler = (typeof SAMPLERS)[number];

/** `a=1,b=two%20words`, as OpenTelemetry writes lists into variables; undefined for what is no such list. */
export function readPairs(text: string): Record<string, string> | undefined {
  const pairs = text
    .split(',')
    .map((pair) => pair.trim())
    .filter((pair) => pair !== '')
    .map((pair): [string, string] | undefined => {
      const at = pair.indexOf('=');
      const value = decoded(pair.slice(at + 1).trim());
      return at > 0 && value !== undefined ? [pair.slice(0, at).trim(), value] : undefined;
    });
  return pairs.every((pair) => pair !== undefined) ? Object.fromEntries(pairs) : undefined;
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

const pairs = () =>
  z
    .string()
    .refine(
      (text) => readPairs(text) !== undefined,
      'must be name=value pairs, comma-separated, values percent-encoded',
    )
    .transform((text) => readPairs(text) ?? {});
const isHeader = (name: string, value: string) => /^[\w-]+$/.test(name) && IN_A_HEADER.test(value);

/** The variables of traces in the start-up contract. */
export const TRACING_VARIABLES = {
  OTEL_EXPORTER_OTLP_ENDPOINT: url('http', 'https').optional(),
  OTEL_EXPORTER_OTLP_HEADERS: pairs()
    .refine(
      (given) => Object.entries(given).every(([name, value]) => isHeader(name, value)),
      'holds a name or a value that no HTTP header carries',
    )
    .optional(),
  OTEL_EXPORTER_OTLP_PROTOCOL: z
    .enum(['http/json'], { error: 'must be http/json: collectors take it on port 4318' })
    .optional(),
  OTEL_SERVICE_NAME: z.string().optional(),
  OTEL_RESOURCE_ATTRIBUTES: pairs().optional(),
  OTEL_TRACES_SAMPLER: z
    .enum(SAMPLERS, { error: `must be ${SAMPLERS.slice(0, -1).join(', ')} or ${SAMPLERS.at(-1)}` })
    .optional(),
  OTEL_TRACES_SAMPLER_ARG: z
    .string()
    .regex(/^\s*(0(\.\d+)?|1(\.0+)?|\.\d+)\s*$/, 'must be a share between 0 and 1')
    .transform(Number)
    .optional(),
  TRUST_TRACEPARENT: onOrOff('off'),
  SEND_TRACEPARENT: onOrOff('off'),
};
