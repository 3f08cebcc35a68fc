import { Module } from '@nestjs/common';
import { PartnersModule } from '../partners/index.js';
import { DurableWebhooks } from './durable-webhooks.js';
import { EventStore } from './event-store.js';
import { InboxClaimsRepository } from './inbox-claims.repository.js';
import { InboxDecoding } from './inbox-decoding.js';
import { InboxRepository } from './inbox.repository.js';
import { InboxSweeps } from './inbox-sweeps.js';
import { InboxUpkeep } from './inbox-upkeep.js';
import { Inbox } from './inbox.js';
import { IntegrationRequests } from './integration-requests.js';
import { OnlyPartnerHook } from './only-partner-hook.js';
import { SealedBodies } from './sealed-bodies.js';
import { InboxSignals } from './inbox-signals.js';
import { SpoolAlerts } from './spool-alerts.js';
import { SpoolDrain } from './spool-drain.js';
import { SpooledWebhooks } from './spooled-webhooks.js';
import { UserStatusController } from './user-status.controller.js';
import { WebhookIntake } from './webhook-intake.js';
import { WebhookReception } from './webhook-reception.js';
import { WebhookSpool } from './webhook-spool.js';
import { WebhooksController } from './webhooks.controller.js';

const storage = [InboxRepository, InboxClaimsRepository, SealedBodies, EventStore, InboxSignals];
const spool = [WebhookSpool, SpooledWebhooks, SpoolAlerts, SpoolDrain];
const reception = [WebhookIntake, DurableWebhooks, WebhookReception, OnlyPartnerHook];
const work = [InboxDecoding, InboxSweeps, InboxUpkeep, IntegrationRequests];

/**
 * Purpose: Wellhub's events: receive, verify, store, dispatch by type.
 * Owns: wellhub_events, wellhub_event_keys. Offers: Inbox. Depends on: partners, wellhub.
 * Promises: nothing is acknowledged before it is a committed row or a record of the spool; a replay within 400 days has no new effect;
 * each event is handled by one transaction that succeeds.
 */
@Module({
  imports: [PartnersModule],
  controllers: [WebhooksController, UserStatusController],
  providers: [...storage, ...spool, ...reception, ...work, Inbox],
  exports: [Inbox],
})
export class WellhubInboxModule {}
