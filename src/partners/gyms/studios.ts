import { Injectable } from '@nestjs/common';
import { setRequestLanguage } from '../../platform/deadline/request-context.js';
import { DomainError, defineErrors } from '../../platform/errors/domain-error.js';
import type { Caller } from '../../platform/http/declarations.js';
import { requireId } from '../../platform/http/parameters.js';
import type { Gym } from './gym.js';
import { Gyms } from './gyms.js';
import { GymErrors } from '../partners/partners.errors.js';

export const StudioErrors = defineErrors('studio', {
  required: { kind: 'invalid', title: 'Name the studio with the query parameter studioId' },
});

/** A key's own gym, when it is narrowed to one. */
type GymOf = Pick<Caller, 'gymId'>;

/** Which gym a call on the Open API is about (`open-api.md` 1.3). */
@Injectable()
export class Studios {
  constructor(private readonly gyms: Gyms) {}

  /** The key's own gym, the named one, or the partner's only one. @throws gym.not-found, request.invalid */
  async find(partnerId: string, caller: GymOf, studioId: unknown): Promise<Gym | undefined> {
    const gym = await this.spokenFor(partnerId, caller, studioId);
    if (gym) setRequestLanguage(gym.language);
    return gym;
  }

  /** @throws studio.required, gym.not-found, request.invalid */
  async get(partnerId: string, caller: Caller, studioId: unknown): Promise<Gym> {
    const gym = await this.find(partnerId, caller, studioId);
    if (gym) return gym;
    const violations = [{ path: 'studioId', detail: 'is required' }];
    throw new DomainError(StudioErrors.required, { violations });
  }

  private async spokenFor(partnerId: string, caller: GymOf, studioId: unknown) {
    const own = caller.gymId;
    if (studioId === undefined) {
      return own === undefined ? this.gyms.findOnly(partnerId) : this.gyms.get(partnerId, own);
    }
    const named = requireId(studioId, 'studioId');
    if (own !== undefined && own !== named) throw new DomainError(GymErrors.notFound);
    return this.gyms.get(partnerId, named);
  }
}
