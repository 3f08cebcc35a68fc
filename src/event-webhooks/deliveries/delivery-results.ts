import { Injectable } from '@nestjs/common';
import { Alerts } from '../../platform/alerts/alerts.js';
import { Database } from '../../platform/database/database.js';
import { readRetryAfter } from '../../platform/http/retry-after.js';
import {
  DeliveriesRepository,
  type ClaimedDelivery,
  type Result,
} from './deliveries.repository.js';
import type { AnswerExcerpt } from './answer-excerpt.js';
import { DeliveryAnswers } from './delivery-answers.js';
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
    private readonly answers: DeliveryAnswers,
    private readonly alerts: Alerts,
  ) {}

  /** @returns true when the receiver took it */
  async record(
    delivery: ClaimedDelivery,
    exchange: Exchange & { readonly durationMs: number },
  ): Promise<boolean> {
    const { retryAfter, answer, ...outcome } = exchange;
    const attempt = { at: delivery.now, url: delivery.url, ...outcome };
    const tried = { delivery, attempt, ...(answer && { answer: this.seal(delivery, answer) }) };
    if (exchange.error === undefined) {
      await this.deliveries.record({ ...tried, state: 'DELIVERED' });
      return true;
    }
    const { durationMs } = exchange;
    const wait = waitAfter({
      plan: delivery.retry,
      attempts: delivery.attemptsMade + 1,
      age: delivery.age + durationMs / 1000,
      retryAfter: readRetryAfter(retryAfter, delivery.now.getTime() + durationMs),
    });
    if (exchange.status === GONE) await this.goneFor({ ...tried, state: 'FAILED' });
    else if (wait === undefined) await this.fail({ ...tried, state: 'FAILED' }, exchange.error);
    else await this.deliveries.record({ ...tried, state: 'PENDING', wait });
    return false;
  }

  /** Ends one that can no longer be sent. An inactive subscription gets no alert. */
  async end(delivery: ClaimedDelivery, reason: string): Promise<void> {
    const attempt = { at: delivery.now, error: `not sent: ${reason}` };
    const result = { delivery, state: 'FAILED', attempt } as const;
    if (delivery.active) await this.fail(result, attempt.error);
    else await this.deliveries.record(result);
  }

  private seal({ deliveryId, attemptsMade }: ClaimedDelivery, answer: AnswerExcerpt): Buffer {
    return this.answers.seal({ deliveryId, no: attemptsMade + 1 }, answer);
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
