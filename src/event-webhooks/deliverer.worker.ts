import { performance } from 'node:perf_hooks';
import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { Workers, type WorkLoop } from '../platform/worker/workers.js';
import { DeliveriesRepository, type ClaimedDelivery } from './deliveries.repository.js';
import { DeliveryResults } from './delivery-results.js';
import { DeliverySlots } from './delivery-slots.js';
import { LAST_ATTEMPT_AFTER } from './retry-plan.js';
import { signedRequest } from './signed-request.js';
import { SubscriptionSecrets } from './subscription-secrets.js';
import { WebhookSender, type Exchange } from './webhook-sender.js';

const EVERY_MS = 500;

/**
 * Sends what is due. A round only starts attempts and does not wait for them, so that no receiver waits for
 * another one; each attempt holds a lease and writes its result only while nobody has claimed it again.
 */
@Injectable()
export class Deliverer implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger('webhooks');
  private readonly slots = new DeliverySlots();
  private readonly running = new Set<Promise<void>>();
  private loop: WorkLoop | undefined;

  constructor(
    private readonly deliveries: DeliveriesRepository,
    private readonly results: DeliveryResults,
    private readonly sender: WebhookSender,
    private readonly secrets: SubscriptionSecrets,
    private readonly workers: Workers,
  ) {}

  onModuleInit(): void {
    const run = () => this.startSome();
    this.loop = this.workers.add({ name: 'webhook-deliverer', everyMs: EVERY_MS, run });
  }

  wake(): void {
    this.loop?.wake();
  }

  /** Claims nothing more and lets the attempts in progress end: each takes 5 s at most. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.loop?.stop();
    await Promise.all(this.running);
  }

  private async startSome(): Promise<number> {
    if (this.slots.full) return 0;
    const claimed = await this.deliveries.claim(this.slots.limits());
    for (const delivery of claimed) this.start(delivery);
    return claimed.length;
  }

  private start(delivery: ClaimedDelivery): void {
    const attempt = this.attempt(delivery).finally(() => this.running.delete(attempt));
    this.running.add(attempt);
  }

  private async attempt(delivery: ClaimedDelivery): Promise<void> {
    this.slots.take(delivery.subscriptionId);
    const good = await this.sendAndRecord(delivery).catch((error: unknown) => {
      // Not recorded: the lease will lapse and the same event is sent again.
      this.logger.error({ msg: 'a webhook attempt was not recorded', err: error });
      return false;
    });
    if (this.slots.free(delivery.subscriptionId, good)) this.wake();
  }

  private async sendAndRecord(delivery: ClaimedDelivery): Promise<boolean> {
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
