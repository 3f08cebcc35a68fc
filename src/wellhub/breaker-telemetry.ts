import { Logger } from '@nestjs/common';
import { Gauge } from '@prometheus-io/client';
import { Episode, type EpisodeWords } from '../platform/logging/episode.js';
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

const HOST: EpisodeWords = {
  begins: 'Wellhub cannot be reached',
  lasts: 'Wellhub still cannot be reached',
  over: 'Wellhub is reached again',
  endsByItself: false,
};
const TOKEN: EpisodeWords = {
  begins: 'Wellhub does not answer the calls of a partner',
  lasts: 'Wellhub still does not answer the calls of a partner',
  over: 'Wellhub answers the calls of the partner again',
  endsByItself: false,
};

/** Each trial call that fails as well counts, and the first one that succeeds ends it. */
function logChanges(): OnBreakerChange {
  const logger = new Logger('wellhub');
  const episodes = new Map<string, Episode>();
  return ({ baseUrl, partnerId }, state) => {
    const key = `${baseUrl} ${partnerId}`;
    const facts = { environment: environmentOf(baseUrl), partnerId };
    const episode =
      episodes.get(key) ?? new Episode(logger, partnerId === undefined ? HOST : TOKEN, facts);
    if (state === 'open') episode.occurs();
    else if (state === 'closed') episode.end();
    if (state === 'closed') episodes.delete(key);
    else episodes.set(key, episode);
  };
}
