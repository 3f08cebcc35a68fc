import { Module } from '@nestjs/common';
import { PartnersModule } from '../partners/index.js';
import { DeliveriesAdminController } from './deliveries/deliveries-admin.controller.js';
import { DeliveriesRepository } from './deliveries/deliveries.repository.js';
import { Deliverer } from './deliveries/deliverer.worker.js';
import { DeliveryAnswers } from './deliveries/delivery-answers.js';
import { DeliveryExchanges } from './deliveries/delivery-exchanges.js';
import { DeliveryLog } from './deliveries/delivery-log.js';
import { DeliveryLogRepository } from './deliveries/delivery-log.repository.js';
import { DeliveryAttempts } from './deliveries/delivery-attempts.js';
import { DeliveryResults } from './deliveries/delivery-results.js';
import { EventDispatcher } from './deliveries/event-dispatcher.worker.js';
import './events/described-events.js';
import { EventFeed } from './events/event-feed.js';
import { EventsAdminController } from './events/events-admin.controller.js';
import { EventsRepository } from './events/events.repository.js';
import { Outbox } from './outbox/outbox.js';
import { SubscriptionSecrets } from './subscriptions/subscription-secrets.js';
import { WebhookSender } from './deliveries/webhook-sender.js';
import { WebhookSubscriptionsAdminController } from './subscriptions/webhook-subscriptions-admin.controller.js';
import { WebhookSubscriptions } from './subscriptions/webhook-subscriptions.js';
import { WebhookSubscriptionsRepository } from './subscriptions/webhook-subscriptions.repository.js';
import { DeliveryGaugesRepository } from './deliveries/delivery-gauges.repository.js';

/**
 * Purpose: notifies subscribers. Owns: events, webhook_subscriptions, webhook_deliveries, webhook_answers.
 * Offers: Outbox, EventFeed, insertEventsSql, EVENT_TYPES. Depends on: partners.
 * Promises: an event that was committed reaches every matching subscription at least once, with one uuid and one body;
 * a receiver that is dead or slow delays no other one; nothing is sent from inside a request.
 */
@Module({
  imports: [PartnersModule],
  controllers: [
    WebhookSubscriptionsAdminController,
    DeliveriesAdminController,
    EventsAdminController,
  ],
  providers: [
    DeliveryGaugesRepository,
    Deliverer,
    DeliveriesRepository,
    DeliveryAnswers,
    DeliveryExchanges,
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
