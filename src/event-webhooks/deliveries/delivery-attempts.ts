import { performance } from 'node:perf_hooks';
import { Injectable, Logger } from '@nestjs/common';
import { Alerts } from '../../platform/alerts/alerts.js';
import { DecryptionError } from '../../platform/crypto/secret-box.js';
import type { ClaimedDelivery } from './deliveries.repository.js';
import { DeliveryResults } from './delivery-results.js';
import { LAST_ATTEMPT_AFTER } from '../subscriptions/retry-plan.js';
import { signedDelivery } from '../events/signed-delivery.js';
import { SubscriptionSecrets } from '../subscriptions/subscription-secrets.js';
import { WebhookSender, type Exchange } from './webhook-sender.js';

const UNREADABLE =
  'the secret cannot be decrypted: SECRETS_KEY lacks its key, or it is damaged. Put that key back, or make a new subscription';

/** One attempt to deliver an event: sent when it still may be, and recorded. */
@Injectable()
export class DeliveryAttempts {
  private readonly logger = new Logger('webhooks');

  constructor(
    private readonly results: DeliveryResults,
    private readonly sender: WebhookSender,
    private readonly secrets: SubscriptionSecrets,
    private readonly alerts: Alerts,
  ) {}

  /** @returns false for a failed attempt */
  async run(delivery: ClaimedDelivery): Promise<boolean> {
    const obstacle = obstacleOf(delivery);
    if (obstacle !== undefined) {
      await this.results.end(delivery, obstacle);
      return true;
    }
    const started = performance.now();
    const exchange = await this.exchange(delivery);
    const { durationMs = Math.round(performance.now() - started) } = exchange;
    return this.results.record(delivery, { ...exchange, durationMs });
  }

  /** A request that cannot be built is a failed attempt like any other and does not affect other deliveries. */
  private async exchange(delivery: ClaimedDelivery): Promise<Exchange> {
    try {
      const signed = signedDelivery(delivery, this.secrets.open(delivery), delivery.now);
      return await this.sender.send({ url: delivery.url, ...signed });
    } catch (error) {
      if (error instanceof DecryptionError) return this.unreadable(delivery);
      this.logger.error({ msg: 'a webhook could not be sent', err: error });
      return { error: 'the request could not be made' };
    }
  }

  private unreadable({ partnerId, subscriptionId }: ClaimedDelivery): Exchange {
    const [code, object] = ['secrets.unreadable', `webhook-subscription:${subscriptionId}`];
    this.alerts.report({ partnerId, code, object, detail: UNREADABLE });
    return { error: UNREADABLE };
  }
}

/** Why it must not be sent any more. */
function obstacleOf({ active, kept, age }: ClaimedDelivery): string | undefined {
  if (!active) return 'the subscription is not active';
  if (!kept) return 'the event is no longer kept';
  if (age > LAST_ATTEMPT_AFTER) return '24 hours have passed since the first attempt';
  return undefined;
}
