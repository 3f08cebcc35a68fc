import { Injectable } from '@nestjs/common';
import { GymErrors, Gyms } from '../partners/index.js';
import { DomainError } from '../platform/errors/domain-error.js';

/** The zone in which a gym's days begin; a gym that was removed meanwhile counts in UTC. */
@Injectable()
export class GymZones {
  constructor(private readonly gyms: Gyms) {}

  async of({ partnerId, gymId }: { partnerId: string; gymId: number }): Promise<string> {
    try {
      return (await this.gyms.get(partnerId, gymId)).timeZone;
    } catch (error) {
      if (error instanceof DomainError && error.is(GymErrors.notFound)) return 'UTC';
      throw error;
    }
  }
}
