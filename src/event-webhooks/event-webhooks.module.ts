import { Module } from '@nestjs/common';
import { PartnersModule } from '../partners/index.js';
import { DeliveriesAdminController } from './deliveries-admin.controller.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { Deliverer } from './deliverer.worker.js';
import { DeliveryLog } from './delivery-log.js';
import { DeliveryLogRepository } from './delivery-log.repository.js';
import { DeliveryAttempts } from './delivery-attempts.js';
import { DeliveryResults } from './delivery-results.js';
import { EventDispatcher } from './event-dispatcher.worker.js';
import { EventFeed } from './event-feed.js';
import { EventsAdminController } from './events-admin.controller.js';
import { EventsRepository } from './events.repository.js';
import { Outbox } from './outbox.js';
import { SubscriptionSecrets } from './subscription-secrets.js';
import { WebhookSender } from './webhook-sender.js';
import { WebhookSubscriptionsAdminController } from './webhook-subscriptions-admin.controller.js';
import { WebhookSubscriptions } from './webhook-subscriptions.js';
import { WebhookSubscriptionsRepository } from './webhook-subscriptions.repository.js';

/**
 * Purpose: telling subscribers. Owns: events, webhook_subscriptions, webhook_deliveries.
 * Offers: Outbox, EventFeed, insertEventsSql, EVENT_TYPES. Depends on: partners.
 * Promises: an event that was committed reaches every matching subscription at least once, with one uuid and
 * one body; a receiver that is dead or slow delays nobody else; nothing is sent from inside a request.
 */
@Module({
  imports: [PartnersModule],
  controllers: [
    WebhookSubscriptionsAdminController,
    DeliveriesAdminController,
    EventsAdminController,
  ],
  providers: [
    Deliverer,
    DeliveriesRepository,
    DeliveryLog,
    DeliveryLogRepository,
    DeliveryAttempts,
    DeliveryResults,
    EventDispatcher,
    EventFeed,
    EventsRepository,
    Outbox,
    SubscriptionSecrets,
    WebhookSender,
    WebhookSubscriptions,
    WebhookSubscriptionsRepository,
  ],
  exports: [EventFeed, Outbox],
})
export class EventWebhooksModule {}
