import { Module } from '@nestjs/common';
import { JsonClient } from '../platform/http-client/json-client.js';
import { Metrics } from '../platform/metrics/metrics.js';
import { observedBreakers } from './breaker-telemetry.js';
import { Breakers } from './breakers.js';
import { CallLimits } from './call-limits.js';
import { SetupClient } from './setup-client.js';
import { WellhubClient } from './wellhub-client.js';

const breakers = {
  provide: Breakers,
  inject: [Metrics],
  useFactory: observedBreakers,
};
const client = {
  provide: WellhubClient,
  inject: [Breakers, JsonClient],
  useFactory: (known: Breakers, http: JsonClient) => new WellhubClient(known, http),
};

/**
 * Purpose: Wellhub, the vendor, isolated: its calls, its known errors, its signature, its event names. Owns: nothing.
 * Offers: WellhubClient, SetupClient, CallLimits, Breakers, verifySignature, normalEventType. Depends on: nothing.
 * Promises: token, base URL and gym id come in as arguments; no call throws; while a breaker is open, no call waits for
 * Wellhub.
 */
@Module({
  providers: [breakers, client, SetupClient, CallLimits],
  exports: [Breakers, WellhubClient, SetupClient, CallLimits],
})
export class WellhubModule {}
