import { Injectable } from '@nestjs/common';
import { Gyms } from '../../partners/index.js';
import type { StaffPlace } from '../members/staff-members.repository.js';
import type { IdentityProvider } from './identity-providers.repository.js';

/** What the groups of a provider may do at its partner. */
@Injectable()
export class GroupPlaces {
  constructor(private readonly gyms: Gyms) {}

  /** By the first group in the partner's list that the person is in; gyms that are gone do not count. */
  async find(
    { partnerId, groups }: IdentityProvider,
    own: ReadonlySet<string>,
  ): Promise<StaffPlace | undefined> {
    const found = groups.find(({ group }) => own.has(group));
    if (!found?.gymIds) return found;
    const gyms = await this.gyms.findEvenRemoved(partnerId, found.gymIds);
    const gymIds = gyms.filter(({ deletedAt }) => deletedAt === null).map(({ id }) => id);
    return gymIds.length > 0 ? { role: found.role, gymIds } : undefined;
  }
}
