import { Injectable } from '@nestjs/common';
import { Partners } from '../../partners/index.js';
import { Settings } from '../../platform/config/settings.js';
import { invalid } from '../../platform/errors/request-errors.js';
import type { Caller } from '../../platform/http/declarations.js';
import { faultOfTarget } from '../../platform/http-client/outgoing-target.js';
import { StaffPlaceCheck } from '../members/staff-place-check.js';
import type { ProviderSettings } from './identity-providers.repository.js';

/** Which provider a caller may set, and which roles its groups may give. */
@Injectable()
export class ProviderCheck {
  constructor(
    private readonly partners: Partners,
    private readonly places: StaffPlaceCheck,
    private readonly settings: Settings,
  ) {}

  /** @throws staff.beyond-own, partner.not-found, gym.not-found, request.invalid */
  async check(
    partnerId: string,
    { issuer, groups }: ProviderSettings,
    caller: Caller,
  ): Promise<void> {
    await this.partners.get(partnerId);
    const fault = await faultOfTarget(issuer, this.settings.outgoingUrls);
    if (fault !== undefined) throw invalid({ path: 'issuer', detail: fault });
    const { search, hash } = new URL(issuer);
    if (search !== '' || hash !== '')
      throw invalid({ path: 'issuer', detail: 'must have no query and no fragment' });
    if (new Set(groups.map(({ group }) => group)).size < groups.length)
      throw invalid({ path: 'groups', detail: 'must name each group once' });
    for (const place of groups) await this.places.check(partnerId, place, caller);
  }
}
