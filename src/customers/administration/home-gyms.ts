import { Injectable } from '@nestjs/common';
import { GymErrors, Gyms, Partners } from '../../partners/index.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { invalid } from '../../platform/errors/request-errors.js';
import type { CustomerValues } from '../people/customer.entity.js';
import type { Viewer } from '../people/viewer.js';

/** Which gym somebody may belong to, as seen by a key: to a narrowed one there is only its own. */
@Injectable()
export class HomeGyms {
  constructor(
    private readonly gyms: Gyms,
    private readonly partners: Partners,
  ) {}

  /** The values of a new customer with its home. @throws partner.not-found, gym.not-found */
  async forNew<V extends CustomerValues>(viewer: Viewer, given: V): Promise<V> {
    await this.partners.get(viewer.partnerId);
    const values = { ...given, homeGymId: given.homeGymId ?? viewer.gymId ?? null };
    await this.check(viewer, values);
    return values;
  }

  /** @throws gym.not-found, request.invalid when a narrowed key would lose sight of the customer */
  async check(viewer: Viewer, { homeGymId, registeredAtGymId }: CustomerValues): Promise<void> {
    if (homeGymId === null && viewer.gymId !== undefined)
      throw invalid({ path: 'homeGymId', detail: 'cannot be cleared by a key for one gym' });
    for (const gymId of [homeGymId, registeredAtGymId])
      if (gymId !== null && gymId !== undefined) await this.find(viewer, gymId);
  }

  private async find(viewer: Viewer, gymId: number): Promise<void> {
    if (viewer.gymId !== undefined && viewer.gymId !== gymId)
      throw new DomainError(GymErrors.notFound);
    await this.gyms.get(viewer.partnerId, gymId);
  }
}
