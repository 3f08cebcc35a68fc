import { Injectable } from '@nestjs/common';
import { Alerts } from '../../platform/alerts/alerts.js';
import { Database } from '../../platform/database/database.js';
import { readRetryAfter } from '../../platform/http/retry-after.js';
import {
  DeliveriesRepository,
  type ClaimedDelivery,
  type Result,
} from './deliveries.repository.js';
import { waitAfter } from '../subscriptions/retry-plan.js';
import type { Exchange } from './webhook-sender.js';
import { WebhookSubscriptionsRepository } from '../subscriptions/webhook-subscriptions.repository.js';

/** The receiver is gone for good: its subscription is disabled. */
const GONE = 410;

/** What an attempt, or the lack of one, means for its delivery and its subscription. */
@Injectable()
export class DeliveryResults {
  constructor(
    private readonly db: Database,
    private readonly deliveries: DeliveriesRepository,
    private readonly subscriptions: WebhookSubscriptionsRepository,
    private readonly alerts: Alerts,
  ) {}

  /** @returns true when the receiver took it */
  async record(
    delivery: ClaimedDelivery,
    exchange: Exchange,
    durationMs: number,
  ): Promise<boolean> {
    const { retryAfter, ...outcome } = exchange;
    const attempt = { at: delivery.now, ...outcome, durationMs };
    if (exchange.error === undefined) {
      await this.deliveries.record({ delivery, state: 'DELIVERED', attempt });
      return true;
    }
    const wait = waitAfter({
      plan: delivery.retry,
      attempts: delivery.attemptsMade + 1,
      age: delivery.age + durationMs / 1000,
      retryAfter: readRetryAfter(retryAfter, delivery.now.getTime() + durationMs),
    });
    if (exchange.status === GONE) await this.goneFor({ delivery, state: 'FAILED', attempt });
    else if (wait === undefined)
      await this.fail({ delivery, state: 'FAILED', attempt }, exchange.error);
    else await this.deliveries.record({ delivery, state: 'PENDING', attempt, wait });
    return false;
  }

  /** Ends one that can no longer be sent. An inactive subscription gets no alert. */
  async end(delivery: ClaimedDelivery, reason: string): Promise<void> {
    const attempt = { at: delivery.now, error: `not sent: ${reason}` };
    const result = { delivery, state: 'FAILED', attempt } as const;
    if (delivery.active) await this.fail(result, attempt.error);
    else await this.deliveries.record(result);
  }

  /** The end of a delivery and its alert are one fact: both are stored or neither is. */
  private async fail(result: Result, error: string): Promise<void> {
    const { type, id, attemptsMade } = result.delivery;
    const detail = `${type} ${id}: ${error} (attempt ${attemptsMade + 1})`;
    await this.db.transaction(async (tx) => {
      if (await this.deliveries.recordIn(tx, result))
        await this.alerts.raise({ ...about(result), code: 'delivery.failed', detail }, tx);
    });
  }

  private async goneFor(result: Result): Promise<void> {
    const { partnerId, subscriptionId } = result.delivery;
    const detail = 'the receiver answered 410';
    await this.db.transaction(async (tx) => {
      if (!(await this.deliveries.recordIn(tx, result))) return;
      await this.subscriptions.disable(tx, partnerId, subscriptionId);
      await this.alerts.raise({ ...about(result), code: 'subscription.disabled', detail }, tx);
    });
  }
}

const about = ({ delivery: { partnerId, subscriptionId, gymId } }: Result) => ({
  partnerId,
  gymId,
  object: `webhook-subscription:${subscriptionId}`,
});
