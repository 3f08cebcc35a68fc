import { Injectable } from '@nestjs/common';
import type { WellhubHook } from '../partners/index.js';
import { uuidv7 } from '../platform/crypto/uuid.js';
import type { RoutedEvent } from './event-routing.js';
import { InboxRepository } from './inbox.repository.js';
import type { NewInboxEvent } from './new-event.js';
import { SealedBodies } from './sealed-bodies.js';
import { InboxSignals } from './inbox-signals.js';

/** Makes verified bodies durable, and notifies the handlers of their type. */
@Injectable()
export class EventStore {
  constructor(
    private readonly rows: InboxRepository,
    private readonly bodies: SealedBodies,
    private readonly news: InboxSignals,
  ) {}

  async received(
    hook: WellhubHook,
    { type, wellhubGymId, person }: RoutedEvent,
    rawBody: Buffer,
    keys: readonly Buffer[],
  ): Promise<void> {
    const isNew = await this.rows.store({
      ...this.row(hook, rawBody),
      type,
      wellhubGymId,
      person: person === null ? null : (this.bodies.personHashes(person)[0] ?? null),
      state: type === 'unknown' ? 'IGNORED' : 'RECEIVED',
      reason: null,
      keys,
    });
    if (isNew) this.news.notify(type);
  }

  /** Nobody will handle it; kept for support until its body is cleared. */
  async dead(
    hook: WellhubHook,
    rawBody: Buffer,
    { reason, keys }: { reason: string; keys: readonly Buffer[] },
  ): Promise<void> {
    await this.rows.store({
      ...this.row(hook, rawBody),
      type: 'unknown',
      wellhubGymId: null,
      person: null,
      state: 'DEAD',
      reason,
      keys,
    });
  }

  private row(
    { partnerId, environment, gymId }: WellhubHook,
    rawBody: Buffer,
  ): Pick<NewInboxEvent, 'partnerId' | 'id' | 'environment' | 'hookGymId' | 'payload'> {
    const id = uuidv7();
    const payload = this.bodies.seal(partnerId, id, rawBody);
    return { partnerId, id, environment, hookGymId: gymId ?? null, payload };
  }
}
