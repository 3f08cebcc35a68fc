import { Injectable } from '@nestjs/common';
import { GymErrors, Gyms, Partners } from '../../partners/index.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { invalid } from '../../platform/errors/request-errors.js';
import type { CustomerValues } from '../people/customer.js';
import type { Actor } from '../../platform/http/actor.js';

/** Which gym a customer may belong to, as seen by a key: a key narrowed to one gym sees only that one. */
@Injectable()
export class HomeGyms {
  constructor(
    private readonly gyms: Gyms,
    private readonly partners: Partners,
  ) {}

  /** The values of a new customer with its home. @throws partner.not-found, gym.not-found */
  async forNew<V extends CustomerValues>(actor: Actor, given: V): Promise<V> {
    await this.partners.get(actor.partnerId);
    const values = { ...given, homeGymId: given.homeGymId ?? actor.gymId ?? null };
    await this.check(actor, values);
    return values;
  }

  /** @throws gym.not-found, request.invalid when a narrowed key would lose sight of the customer */
  async check(actor: Actor, { homeGymId, registeredAtGymId }: CustomerValues): Promise<void> {
    if (homeGymId === null && actor.gymId !== undefined)
      throw invalid({ path: 'homeGymId', detail: 'cannot be cleared by a key for one gym' });
    for (const gymId of [homeGymId, registeredAtGymId])
      if (gymId !== null && gymId !== undefined) await this.find(actor, gymId);
  }

  private async find(actor: Actor, gymId: number): Promise<void> {
    if (actor.gymId !== undefined && actor.gymId !== gymId)
      throw new DomainError(GymErrors.notFound);
    await this.gyms.get(actor.partnerId, gymId);
  }
}
