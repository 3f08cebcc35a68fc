import { Module } from '@nestjs/common';
import { JsonClient } from '../platform/http-client/json-client.js';
import { Metrics } from '../platform/metrics/metrics.js';
import { observedBreakers } from './breaker-telemetry.js';
import { Breakers } from './breakers.js';
import { CallLimits } from './call-limits.js';
import { CallTimes } from './call-times.js';
import { SetupClient } from './setup-client.js';
import { WellhubEventsClient } from './usage-events.js';
import { WellhubClient } from './wellhub-client.js';

const breakers = {
  provide: Breakers,
  inject: [Metrics],
  useFactory: observedBreakers,
};
const client = {
  provide: WellhubClient,
  inject: [Breakers, JsonClient, CallTimes],
  useFactory: (known: Breakers, http: JsonClient, { observe }: CallTimes) =>
    new WellhubClient(known, http, observe),
};
const setup = {
  provide: SetupClient,
  inject: [JsonClient, CallTimes],
  useFactory: (http: JsonClient, { observe }: CallTimes) => new SetupClient(http, observe),
};
const events = {
  provide: WellhubEventsClient,
  inject: [JsonClient, CallTimes],
  useFactory: (http: JsonClient, { observe }: CallTimes) => new WellhubEventsClient(http, observe),
};

/**
 * Purpose: Wellhub, the vendor, isolated: its calls, its known errors, its signature, its event names. Owns: nothing.
 * Offers: WellhubClient, WellhubEventsClient, SetupClient, CallLimits, Breakers, verifySignature, normalEventType. Depends on: wellhub-wire.
 * Promises: token, base URL and gym id come in as arguments; no call throws; while a breaker is open, no call waits for
 * Wellhub.
 */
@Module({
  providers: [breakers, client, setup, events, CallLimits, CallTimes],
  exports: [Breakers, WellhubClient, SetupClient, WellhubEventsClient, CallLimits],
})
export class WellhubModule {}
