import { hostname } from 'node:os';
import cluster from 'node:cluster';
import { pino, type DestinationStream, type Logger as Pino } from 'pino';
import type { LogSettings } from '../config/settings.js';
import { VERSION } from '../config/version.js';
import { currentRequest, currentSpan } from '../deadline/request-context.js';
import { redact, serializeError } from './redaction.js';
import { asText } from './text-lines.js';

/** Names that Google Cloud, Datadog and Loki know. */
const SEVERITIES: Readonly<Record<string, string>> = {
  fatal: 'CRITICAL',
  error: 'ERROR',
  warn: 'WARNING',
  info: 'INFO',
  debug: 'DEBUG',
  trace: 'DEBUG',
};

/** One JSON object per line on standard output, or for people a line of text. */
export function makePino({ logLevel, logFormat, podName }: LogSettings): Pino {
  const options = {
    level: logLevel,
    base: {
      service: 'gatehouse',
      version: VERSION,
      pod: podName ?? hostname(),
      process: cluster.worker?.id,
    },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ severity: SEVERITIES[label] }), log: redact },
    mixin: ofRequest,
    serializers: { err: serializeError },
  };
  return logFormat === 'text' ? pino(options, TEXT) : pino(options);
}

const TEXT: DestinationStream = { write: (line) => void process.stdout.write(asText(line)) };

/** Whatever is written while a request is served names it, and the trace that it is part of. */
function ofRequest(): object {
  const request = currentRequest();
  const traceId = currentSpan()?.traceId;
  if (!request) return { traceId };
  const { requestId, route, partnerId } = request;
  return { requestId, traceId, route, partnerId };
}
