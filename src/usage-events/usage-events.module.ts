import { Module } from '@nestjs/common';
import { CustomersModule } from '../customers/index.js';
import { PartnersModule } from '../partners/index.js';
import { WellhubModule } from '../wellhub/index.js';
import { FeedWorker } from './feed.worker.js';
import { FeedsRepository } from './feeds.repository.js';
import { LagAlertsWorker } from './lag-alerts.worker.js';
import { UsageEventsPersonalData } from './usage-events.personal-data.js';
import { QueueRepository } from './queue.repository.js';
import { SendersRepository } from './senders.repository.js';
import { SendingWorker } from './sending.worker.js';
import { Sending } from './sending.js';
import { UsageEventsAdminController } from './usage-events-admin.controller.js';
import { UsageEventsRepository } from './usage-events.repository.js';
import { UsageEvents } from './usage-events.js';
import { LagAlertsRepository } from './lag-alerts.repository.js';
import { UsageGaugesRepository } from './usage-gauges.repository.js';

const storage = [
  FeedsRepository,
  QueueRepository,
  SendersRepository,
  UsageEventsRepository,
  LagAlertsRepository,
];

/**
 * Purpose: reports to Wellhub who used what. Owns: usage_events, usage_senders.
 * Offers: UsageEvents. Depends on: partners, customers, event-webhooks, user-registration, wellhub.
 * Promises: every visit of a Wellhub member is one event, however many replicas run; events leave oldest first, one
 * sender per partner; nothing is dropped: it is sent, quarantined, unpayable or still queued (W-65, W-66).
 */
@Module({
  imports: [PartnersModule, CustomersModule, WellhubModule],
  controllers: [UsageEventsAdminController],
  providers: [
    UsageGaugesRepository,
    ...storage,
    Sending,
    SendingWorker,
    FeedWorker,
    LagAlertsWorker,
    UsageEventsPersonalData,
    UsageEvents,
  ],
  exports: [UsageEvents],
})
export class UsageEventsModule {}
