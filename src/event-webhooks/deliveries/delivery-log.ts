import { Injectable } from '@nestjs/common';
import { DomainError } from '../../platform/errors/domain-error.js';
import { invalid } from '../../platform/errors/request-errors.js';
import { Gyms } from '../../partners/index.js';
import { Deliverer } from './deliverer.worker.js';
import {
  DeliveryLogRepository,
  type Delivery,
  type DeliveryPage,
  type TestedSubscription,
} from './delivery-log.repository.js';
import { EventsRepository } from '../events/events.repository.js';
import { DeliveryErrors } from '../events/event-webhooks.errors.js';
import { WebhookSubscriptionsRepository } from '../subscriptions/webhook-subscriptions.repository.js';

/** What was sent, and sending it again. */
@Injectable()
export class DeliveryLog {
  constructor(
    private readonly rows: DeliveryLogRepository,
    private readonly subscriptions: WebhookSubscriptionsRepository,
    private readonly events: EventsRepository,
    private readonly gyms: Gyms,
    private readonly deliverer: Deliverer,
  ) {}

  async list(partnerId: string, subscriptionId: string, page: DeliveryPage): Promise<Delivery[]> {
    return this.rows.list(partnerId, subscriptionId, page);
  }

  async ofEvent(partnerId: string, eventId: string): Promise<Delivery[]> {
    return this.rows.ofEvent(partnerId, eventId);
  }

  /** @throws delivery.not-found */
  async get(partnerId: string, id: string): Promise<Delivery> {
    const delivery = await this.rows.find(partnerId, id);
    if (!delivery) throw new DomainError(DeliveryErrors.notFound);
    return delivery;
  }

  /** Same event, same uuid, same bytes. @throws delivery.not-found, delivery.pending, delivery.event-not-kept */
  async replay(partnerId: string, delivery: Delivery): Promise<Delivery> {
    if (delivery.state === 'PENDING') throw new DomainError(DeliveryErrors.pending);
    if (delivery.eventType === null) throw new DomainError(DeliveryErrors.eventNotKept);
    return this.queued(partnerId, await this.rows.again(partnerId, delivery.id));
  }

  /** Everything of this subscription that was stored since `from`. @throws request.invalid */
  async replayFrom(partnerId: string, subscriptionId: string, from: Date): Promise<Date> {
    const { now, keptSince } = await this.events.times();
    if (from < keptSince)
      throw invalid({ path: 'from', detail: `events are kept since ${keptSince.toISOString()}` });
    const until = await this.subscriptions.startReplay(partnerId, subscriptionId, from);
    return until ?? now;
  }

  /** A TEST event to this subscription only. */
  async test(partnerId: string, subscription: TestedSubscription): Promise<Delivery> {
    const studioId = subscription.gymId ?? (await this.gyms.list(partnerId, {}, 1))[0]?.id ?? 0;
    return this.queued(partnerId, await this.rows.test(partnerId, subscription, studioId));
  }

  private async queued(partnerId: string, id: string | undefined): Promise<Delivery> {
    if (id === undefined) throw new DomainError(DeliveryErrors.notFound);
    this.deliverer.wake();
    return this.get(partnerId, id);
  }
}
