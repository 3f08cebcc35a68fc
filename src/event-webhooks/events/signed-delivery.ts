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

/** One attempt's headers and body; Standard Webhooks signatures under every secret that is valid now. */
export function signedDelivery(event: StoredEvent, keys: SigningKeys, at: Date) {
  const body = JSON.stringify(envelopeOf(event));
  const signatures = keys.secrets.map((secret) => new Webhook(secret).sign(event.id, at, body));
  return {
    body,
    headers: {
      'Content-Type': 'application/json',
      'x-api-key': keys.webhookKey,
      'webhook-id': event.id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': signatures.join(' '),
    },
  };
}
