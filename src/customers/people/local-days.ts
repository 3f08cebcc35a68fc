import { Injectable } from '@nestjs/common';
import { GymErrors, Gyms, Partners } from '../../partners/index.js';
import { DomainError } from '../../platform/errors/domain-error.js';

/** Whose "today" counts: the gym's, or the partner's where there is no gym. */
@Injectable()
export class LocalDays {
  constructor(
    private readonly gyms: Gyms,
    private readonly partners: Partners,
  ) {}

  /** The IANA zone; a gym that was removed meanwhile counts as none. @throws partner.not-found */
  async zoneOf(partnerId: string, gymId: number | null): Promise<string> {
    try {
      if (gymId !== null) return (await this.gyms.get(partnerId, gymId)).timeZone;
    } catch (error) {
      if (!(error instanceof DomainError && error.is(GymErrors.notFound))) throw error;
    }
    return (await this.partners.get(partnerId)).timeZone;
  }
}
