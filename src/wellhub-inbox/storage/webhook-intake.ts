import { Injectable } from '@nestjs/common';
import { Alerts } from '../../platform/alerts/alerts.js';
import type { WellhubEvent } from '../../wellhub/index.js';
import { dedupeKeys, rawKey } from '../events/dedupe-keys.js';
import { EventStore } from './event-store.js';
import type { Webhook, WebhookContent } from '../events/webhook.js';

/** Makes rows of verified webhooks: the same way for those just received and for those from the spool. */
@Injectable()
export class WebhookIntake {
  constructor(
    private readonly store: EventStore,
    private readonly alerts: Alerts,
  ) {}

  /** Resolves after the commit. */
  async take(webhook: Webhook, content: WebhookContent): Promise<void> {
    if (content.kind === 'unreadable') return this.keepUnreadable(webhook);
    if (content.kind === 'invalid') return this.keepInvalid(webhook, content.event);
    const { route, event } = content;
    await this.store.received(webhook, route, dedupeKeys(event, webhook.rawBody));
    if (event.kind === 'unknown') this.reportUnknown(webhook, event);
  }

  /** A signed body that we cannot read is kept encrypted for support (W-32). */
  private keepUnreadable(webhook: Webhook): Promise<void> {
    return this.store.dead(webhook, { reason: 'invalid-json', keys: [rawKey(webhook.rawBody)] });
  }

  private async keepInvalid(webhook: Webhook, { receivedType }: WellhubEvent): Promise<void> {
    const type = receivedType ?? 'user-status';
    await this.store.dead(webhook, { reason: 'invalid-event', keys: [rawKey(webhook.rawBody)] });
    const { partnerId } = webhook.origin;
    const detail = `An event ${type} came without the ids it must have`;
    await this.alerts.raise({ partnerId, code: 'wellhub.invalid-event', object: type, detail });
  }

  /** No handler takes it, but it may concern a paid visit: raises one alert per type. */
  private reportUnknown(
    { origin: { partnerId } }: Webhook,
    { receivedType: type }: WellhubEvent,
  ): void {
    const detail = `An event ${type ?? 'without a type'} came; it was stored and nothing else`;
    const object = `event-type/${type ?? 'none'}`;
    this.alerts.report({ partnerId, code: 'wellhub.unknown-event', object, detail });
  }
}
