import { Module } from '@nestjs/common';
import { PartnersModule } from '../partners/index.js';
import { DurableWebhooks } from './spool/durable-webhooks.js';
import { EventStore } from './storage/event-store.js';
import { InboxClaimsRepository } from './dispatch/inbox-claims.repository.js';
import { InboxDecoding } from './dispatch/inbox-decoding.js';
import { InboxRepository } from './storage/inbox.repository.js';
import { InboxSweeps } from './dispatch/inbox-sweeps.js';
import { InboxUpkeep } from './dispatch/inbox-upkeep.js';
import { Inbox } from './dispatch/inbox.js';
import { IntegrationRequests } from './dispatch/integration-requests.js';
import { OnlyPartnerHook } from './reception/only-partner-hook.js';
import { EncryptedPayloads } from './storage/encrypted-payloads.js';
import { InboxSignals } from './storage/inbox-signals.js';
import { OutageJournal } from './spool/outage-journal.js';
import { OutagesRepository } from './spool/outages.repository.js';
import { SpoolAftermath } from './spool/spool-aftermath.js';
import { SpoolAlerts } from './spool/spool-alerts.js';
import { SpoolDrain } from './spool/spool-drain.js';
import { StorageOutages } from './spool/storage-outages.js';
import { SpooledWebhooks } from './spool/spooled-webhooks.js';
import { RefusalsAdminController } from './administration/refusals-admin.controller.js';
import { StoredWebhooksAdminController } from './administration/stored-webhooks-admin.controller.js';
import { StoredWebhooks } from './administration/stored-webhooks.js';
import { RefusalsRepository } from './storage/refusals.repository.js';
import { RefusalCounts } from './reception/refusal-counts.js';
import { StoredWebhooksRepository } from './storage/stored-webhooks.repository.js';
import { UserStatusController } from './reception/user-status.controller.js';
import { WebhookIntake } from './storage/webhook-intake.js';
import { WebhookReception } from './reception/webhook-reception.js';
import { WebhookSpool } from './spool/webhook-spool.js';
import { WebhooksController } from './reception/webhooks.controller.js';
import { InboxGaugesRepository } from './dispatch/inbox-gauges.repository.js';

const storage = [
  InboxRepository,
  InboxClaimsRepository,
  EncryptedPayloads,
  EventStore,
  InboxSignals,
  StoredWebhooksRepository,
  RefusalsRepository,
];
const spool = [WebhookSpool, SpooledWebhooks, SpoolAlerts, SpoolAftermath, SpoolDrain];
const outages = [OutageJournal, OutagesRepository, StorageOutages];
const reception = [
  WebhookIntake,
  DurableWebhooks,
  RefusalCounts,
  WebhookReception,
  OnlyPartnerHook,
];
const work = [InboxDecoding, InboxSweeps, InboxUpkeep, IntegrationRequests];

/**
 * Purpose: Wellhub's events: receive, verify, store, dispatch by type.
 * Owns: wellhub_events, wellhub_event_keys, wellhub_outages, wellhub_refusals. Offers: Inbox, OutagesRepository. Depends on: partners, wellhub.
 * Promises: nothing is acknowledged before it is a committed row or a record of the spool; a replay within 400 days has no new effect;
 * each event is handled by one transaction that succeeds.
 */
@Module({
  imports: [PartnersModule],
  controllers: [
    WebhooksController,
    UserStatusController,
    StoredWebhooksAdminController,
    RefusalsAdminController,
  ],
  providers: [
    InboxGaugesRepository,
    ...storage,
    ...spool,
    ...outages,
    ...reception,
    ...work,
    StoredWebhooks,
    Inbox,
  ],
  exports: [Inbox, OutagesRepository],
})
export class WellhubInboxModule {}
