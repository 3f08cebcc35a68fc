import { Webhook } from 'standardwebhooks';
import type { EventType } from './event-types.js';

/** An event as stored. */
export interface StoredEvent {
  readonly id: string;
  readonly type: EventType;
  readonly entityId: number;
  readonly occurredAtMs: number;
  readonly content: object | null;
}

/** The body of `open-api.md` 7.1. The same event gives the same bytes at every attempt and replay (O-47). */
export const envelopeOf = ({ id, type, entityId, occurredAtMs, content }: StoredEvent) => ({
  entityId,
  uuid: id,
  payload: [{ timestamp: occurredAtMs, type, ...(content && { content }) }],
});

export interface SigningKeys {
  readonly webhookKey: string;
  /** Current secret first; two during a rotation. */
  readonly secrets: readonly string[];
}

/** One attempt's headers and body, apart from what proves that they are ours. */
export const unsignedDelivery = (event: StoredEvent, at: Date) => ({
  body: JSON.stringify(envelopeOf(event)),
  headers: {
    'Content-Type': 'application/json',
    'User-Agent': 'Gatehouse-Webhooks/1',
    'webhook-id': event.id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
  },
});

/** With Standard Webhooks signatures under every secret that is valid now. */
export function signedDelivery(event: StoredEvent, keys: SigningKeys, at: Date) {
  const { body, headers } = unsignedDelivery(event, at);
  const signatures = keys.secrets.map((secret) => new Webhook(secret).sign(event.id, at, body));
  return {
    body,
    headers: {
      ...headers,
      'x-api-key': keys.webhookKey,
      'webhook-signature': signatures.join(' '),
    },
    secrets: [keys.webhookKey, ...signatures],
  };
}
