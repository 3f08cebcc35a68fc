import { Logger } from '@nestjs/common';
import type { Settings } from '../config/settings.js';
import { Tracing } from './tracing.js';

/** Nothing of OpenTelemetry is loaded while no collector is set. */
export async function startTracing({ tracing }: Settings): Promise<Tracing> {
  if (!tracing) return new Tracing();
  const { OtlpTracing } = await import('./otlp-tracing.js');
  const logger = new Logger('tracing');
  return new OtlpTracing(tracing, (loss) =>
    logger.warn({ msg: 'the collector takes no traces', ...loss }),
  );
}
