import { Injectable } from '@nestjs/common';
import { GymErrors, Gyms, Partners } from '../partners/index.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { invalid } from '../platform/errors/request-errors.js';
import type { CustomerValues } from './customer.entity.js';
import type { Viewer } from './viewer.js';

/** Which gym may be somebody's home, as seen by a key: to a narrowed one there is only its own. */
@Injectable()
export class HomeGyms {
  constructor(
    private readonly gyms: Gyms,
    private readonly partners: Partners,
  ) {}

  /** The values of a new customer with its home. @throws partner.not-found, gym.not-found */
  async forNew<V extends CustomerValues>(viewer: Viewer, values: V): Promise<V> {
    await this.partners.get(viewer.partnerId);
    const homeGymId = values.homeGymId ?? viewer.gymId ?? null;
    await this.check(viewer, homeGymId);
    return { ...values, homeGymId };
  }

  /** @throws gym.not-found, request.invalid when a narrowed key would lose sight of the customer */
  async check(viewer: Viewer, homeGymId: number | null | undefined): Promise<void> {
    if (homeGymId === undefined) return;
    if (homeGymId === null) {
      if (viewer.gymId === undefined) return;
      throw invalid({ path: 'homeGymId', detail: 'cannot be cleared by a key for one gym' });
    }
    if (viewer.gymId !== undefined && viewer.gymId !== homeGymId)
      throw new DomainError(GymErrors.notFound);
    await this.gyms.get(viewer.partnerId, homeGymId);
  }
}
