import { Injectable } from '@nestjs/common';
import { GymErrors, Gyms, Partners } from '../../partners/index.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import type { Actor } from '../../platform/http/actor.js';
import { StoredWebhookErrors } from '../events/wellhub-inbox.errors.js';
import {
  StoredWebhooksRepository,
  type StoredWebhook,
  type WebhookFilter,
} from '../storage/stored-webhooks.repository.js';

export interface WantedWebhooks extends Omit<WebhookFilter, 'wellhubGymId'> {
  readonly gymId: number | undefined;
  readonly before: string | undefined;
  readonly limit: number;
}

/** What Wellhub sent, as far as the caller may see it: a key of one gym sees what names that gym. */
@Injectable()
export class StoredWebhooks {
  constructor(
    private readonly partners: Partners,
    private readonly gyms: Gyms,
    private readonly rows: StoredWebhooksRepository,
  ) {}

  /** @throws partner.not-found, gym.not-found */
  async list(caller: Actor, wanted: WantedWebhooks): Promise<StoredWebhook[]> {
    const { partnerId } = caller;
    await this.partners.get(partnerId);
    const { gymId = caller.gymId, before, limit, ...filter } = wanted;
    if (caller.gymId !== undefined && gymId !== caller.gymId)
      throw new DomainError(GymErrors.notFound);
    if (gymId === undefined)
      return this.rows.list(partnerId, { ...filter, wellhubGymId: undefined }, { before, limit });
    const { wellhubGymId } = await this.gyms.get(partnerId, gymId);
    if (wellhubGymId === null) return [];
    return this.rows.list(partnerId, { ...filter, wellhubGymId }, { before, limit });
  }

  /** @throws wellhub-event.not-found */
  async get({ partnerId, gymId }: Actor, id: string): Promise<StoredWebhook> {
    const row = await this.rows.find(partnerId, id);
    if (!row || (gymId !== undefined && row.gymId !== gymId))
      throw new DomainError(StoredWebhookErrors.notFound);
    return row;
  }
}
