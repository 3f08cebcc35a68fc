import { Logger } from '@nestjs/common';
import { Gauge } from '@prometheus-io/client';
import type { Metrics } from '../platform/metrics/metrics.js';
import { environmentOf } from './base-urls.js';
import type { BreakerState } from './breaker.js';
import { Breakers, type OnBreakerChange } from './breakers.js';

const NUMBERS: Readonly<Record<BreakerState, number>> = { closed: 0, 'half-open': 1, open: 2 };
const labelNames = ['environment'] as const;

/** Breakers that show: in gauges, and every change by a line in the log. */
export function observedBreakers(metrics: Metrics): Breakers {
  const breakers = new Breakers(logChanges());
  showInGauges(breakers, metrics);
  return breakers;
}

function showInGauges(breakers: Breakers, { registry }: Metrics): void {
  const host = new Gauge({
    name: 'gatehouse_wellhub_breaker',
    help: 'Connections to Wellhub: 0 = calls go out, 1 = one is trying, 2 = cut short because none could be made',
    aggregator: 'max',
    labelNames,
    registers: [registry],
    collect() {
      for (const [baseUrl, state] of breakers.hostStates())
        host.set({ environment: environmentOf(baseUrl) }, NUMBERS[state]);
    },
  });
  const tokens = new Gauge({
    name: 'gatehouse_wellhub_silent_tokens',
    help: 'Tokens of partners whose calls are cut short because Wellhub does not answer them',
    aggregator: 'max',
    labelNames,
    registers: [registry],
    collect() {
      for (const [baseUrl] of breakers.hostStates())
        tokens.set({ environment: environmentOf(baseUrl) }, breakers.silentTokens(baseUrl));
    },
  });
}

function logChanges(): OnBreakerChange {
  const logger = new Logger('wellhub');
  return ({ baseUrl, partnerId }, state, before) => {
    const guarded = partnerId === undefined ? 'connections to Wellhub' : 'the calls of a token';
    const msg = `the breaker around ${guarded} is ${state}`;
    const line = { msg, environment: environmentOf(baseUrl), partnerId, before };
    if (state === 'open' && before === 'closed') logger.warn(line);
    else logger.log(line);
  };
}
