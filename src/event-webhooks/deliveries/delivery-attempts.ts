import { performance } from 'node:perf_hooks';
import { Injectable, Logger } from '@nestjs/common';
import type { ClaimedDelivery } from './deliveries.repository.js';
import { DeliveryResults } from './delivery-results.js';
import { LAST_ATTEMPT_AFTER } from '../subscriptions/retry-plan.js';
import { signedRequest } from '../events/signed-request.js';
import { SubscriptionSecrets } from '../subscriptions/subscription-secrets.js';
import { WebhookSender, type Exchange } from './webhook-sender.js';

/** One attempt to deliver an event: sent when it still may be, and recorded. */
@Injectable()
export class DeliveryAttempts {
  private readonly logger = new Logger('webhooks');

  constructor(
    private readonly results: DeliveryResults,
    private readonly sender: WebhookSender,
    private readonly secrets: SubscriptionSecrets,
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
    return this.results.record(delivery, exchange, Math.round(performance.now() - started));
  }

  /** One that cannot even be built is a failed attempt like any other and hurts nobody else. */
  private async exchange(delivery: ClaimedDelivery): Promise<Exchange> {
    try {
      const { headers, body } = signedRequest(delivery, this.secrets.open(delivery), delivery.now);
      return await this.sender.send({ url: delivery.url, headers, body });
    } catch (error) {
      this.logger.error({ msg: 'a webhook could not be sent', err: error });
      return { error: 'the request could not be made' };
    }
  }
}

/** Why it must not be sent any more. */
function obstacleOf({ active, kept, age }: ClaimedDelivery): string | undefined {
  if (!active) return 'the subscription is not active';
  if (!kept) return 'the event is no longer kept';
  if (age > LAST_ATTEMPT_AFTER) return '24 hours have passed since the first attempt';
  return undefined;
}
