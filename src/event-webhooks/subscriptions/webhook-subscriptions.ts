import { Injectable } from '@nestjs/common';
import { rememberBefore } from '../../platform/audit/changes.js';
import { Alerts } from '../../platform/alerts/alerts.js';
import { Settings } from '../../platform/config/settings.js';
import { uuidv7 } from '../../platform/crypto/uuid.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { invalid } from '../../platform/errors/request-errors.js';
import { Gyms } from '../../partners/index.js';
import type { EventType } from '../events/event-types.js';
import { SubscriptionErrors } from '../events/event-webhooks.errors.js';
import type { RetryPlan } from './retry-plan.js';
import { SubscriptionSecrets } from './subscription-secrets.js';
import {
  WebhookSubscriptionsRepository,
  type SubscriptionChange,
  type WebhookSubscription,
} from './webhook-subscriptions.repository.js';
import { faultOfTarget } from '../../platform/http-client/outgoing-target.js';

export interface NewSubscription {
  readonly url: string;
  readonly eventTypes?: EventType[];
  readonly gymId?: number;
  readonly retry?: RetryPlan;
}

/** Which URL receives which events. */
@Injectable()
export class WebhookSubscriptions {
  constructor(
    private readonly rows: WebhookSubscriptionsRepository,
    private readonly secrets: SubscriptionSecrets,
    private readonly gyms: Gyms,
    private readonly settings: Settings,
    private readonly alerts: Alerts,
  ) {}

  /** Key and secret are shown this once. @throws request.invalid, gym.not-found, webhook-subscription.too-many */
  async create(partnerId: string, wanted: NewSubscription) {
    await this.check(partnerId, wanted);
    const id = uuidv7();
    const key = this.secrets.makeKey(id);
    const secret = this.secrets.makeSecret(id);
    const subscription = await this.rows.insert(partnerId, {
      id,
      url: wanted.url,
      eventTypes: wanted.eventTypes ?? null,
      gymId: wanted.gymId ?? null,
      retry: wanted.retry ?? 'default',
      webhookKey: key.sealed,
      secret: secret.sealed,
    });
    if (!subscription) throw new DomainError(SubscriptionErrors.tooMany);
    return { subscription, key: key.clear, secret: secret.clear };
  }

  /** @throws webhook-subscription.not-found */
  async get(partnerId: string, id: string): Promise<WebhookSubscription> {
    return found(await this.rows.find(partnerId, id));
  }

  /** @throws webhook-subscription.not-found, webhook-subscription.disabled */
  async getActive(partnerId: string, id: string): Promise<WebhookSubscription> {
    const subscription = await this.get(partnerId, id);
    if (subscription.state !== 'ACTIVE') throw new DomainError(SubscriptionErrors.disabled);
    return subscription;
  }

  async list(
    partnerId: string,
    after: string | undefined,
    limit: number,
  ): Promise<WebhookSubscription[]> {
    return this.rows.list(partnerId, after, limit);
  }

  /**
   * @param check what is to be changed; it may throw
   * @throws webhook-subscription.not-found, request.invalid, gym.not-found
   */
  async change(
    partnerId: string,
    { id, ...change }: SubscriptionChange & { readonly id: string },
    check: (present: WebhookSubscription) => void,
  ): Promise<WebhookSubscription> {
    rememberBefore(await this.get(partnerId, id));
    await this.check(partnerId, change);
    const subscription = found(await this.rows.change(partnerId, { id, ...change }, check));
    if (change.state === 'ACTIVE')
      await this.alerts.close(partnerId, 'subscription.disabled', `webhook-subscription:${id}`);
    return subscription;
  }

  /** @throws webhook-subscription.not-found */
  async remove(partnerId: string, id: string): Promise<void> {
    if (!(await this.rows.remove(partnerId, id)))
      throw new DomainError(SubscriptionErrors.notFound);
  }

  /** The new secret is shown this once. @throws webhook-subscription.not-found */
  async rotateSecret(partnerId: string, id: string, overlapSeconds: number) {
    const { clear, sealed } = this.secrets.makeSecret(id);
    const row = await this.rows.rotate(partnerId, id, { secret: sealed, overlapSeconds });
    return { subscription: found(row), secret: clear };
  }

  private async check(partnerId: string, wanted: SubscriptionChange): Promise<void> {
    const { url, gymId } = wanted;
    const fault = url === undefined ? undefined : await this.faultOf(url);
    if (fault !== undefined) throw invalid({ path: 'url', detail: fault });
    if (typeof gymId === 'number') await this.gyms.get(partnerId, gymId);
  }

  private faultOf(url: string): Promise<string | undefined> {
    return faultOfTarget(url, this.settings.outgoingUrls);
  }
}

function found(row: WebhookSubscription | undefined): WebhookSubscription {
  if (!row) throw new DomainError(SubscriptionErrors.notFound);
  return row;
}
