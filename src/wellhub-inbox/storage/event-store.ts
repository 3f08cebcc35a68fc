import { Injectable } from '@nestjs/common';
import { uuidv7 } from '../../platform/crypto/uuid.js';
import type { EventRoute } from '../events/event-routing.js';
import { InboxRepository } from './inbox.repository.js';
import type { NewInboxEvent } from '../events/new-event.js';
import { EncryptedPayloads } from './encrypted-payloads.js';
import { InboxSignals } from './inbox-signals.js';
import type { Webhook } from '../events/webhook.js';

/** Makes verified bodies durable, and notifies the handlers of their type. */
@Injectable()
export class EventStore {
  constructor(
    private readonly rows: InboxRepository,
    private readonly bodies: EncryptedPayloads,
    private readonly signals: InboxSignals,
  ) {}

  async received(
    webhook: Webhook,
    { type, wellhubGymId, person }: EventRoute,
    keys: readonly Buffer[],
  ): Promise<void> {
    const isNew = await this.rows.store({
      ...this.row(webhook),
      type,
      wellhubGymId,
      person: person === null ? null : (this.bodies.personHashes(person)[0] ?? null),
      state: type === 'unknown' ? 'IGNORED' : 'RECEIVED',
      reason: null,
      keys,
    });
    if (isNew) this.signals.notify(type);
  }

  /** No handler takes it; kept for support until its body is cleared. */
  async dead(
    webhook: Webhook,
    { reason, keys }: { reason: string; keys: readonly Buffer[] },
  ): Promise<void> {
    await this.rows.store({
      ...this.row(webhook),
      type: 'unknown',
      wellhubGymId: null,
      person: null,
      state: 'DEAD',
      reason,
      keys,
    });
  }

  private row({
    origin: { partnerId, environment, gymId },
    rawBody,
    receivedAt,
    traceparent,
  }: Webhook): Pick<
    NewInboxEvent,
    'partnerId' | 'id' | 'environment' | 'hookGymId' | 'payload' | 'receivedAt' | 'traceparent'
  > {
    const id = uuidv7();
    const payload = this.bodies.encrypt(partnerId, id, rawBody);
    const values = { partnerId, id, environment, hookGymId: gymId ?? null, payload };
    return { ...values, receivedAt, traceparent: traceparent ?? null };
  }
}
