import { Logger } from '@nestjs/common';
import { Gauge } from '@prometheus-io/client';
import type { Metrics } from '../platform/metrics/metrics.js';
import { environmentOf, type WellhubEnvironment } from './base-urls.js';
import type { BreakerState } from './breaker.js';

const NUMBERS: Readonly<Record<BreakerState, number>> = { closed: 0, 'half-open': 1, open: 2 };

/** Shows every change of a breaker: the gauge, and a line in the log. */
export function breakerTelemetry({ registry }: Metrics) {
  const logger = new Logger('wellhub');
  const seen = new Map<WellhubEnvironment, BreakerState>();
  const gauge = new Gauge({
    name: 'gatehouse_wellhub_breaker',
    help: 'Calls to Wellhub: 0 = they go through, 1 = one is trying, 2 = cut short because Wellhub is silent',
    labelNames: ['environment'] as const,
    registers: [registry],
  });
  return (baseUrl: string, state: BreakerState): void => {
    const environment = environmentOf(baseUrl);
    const before = seen.get(environment);
    seen.set(environment, state);
    gauge.set({ environment }, NUMBERS[state]);
    if (before === undefined) return;
    const line = { msg: `the breaker around Wellhub is ${state}`, environment, before };
    if (state === 'open' && before === 'closed') logger.warn(line);
    else logger.log(line);
  };
}
