import { Injectable } from '@nestjs/common';
import { Gyms, Partners } from '../partners/index.js';

/** Checks that the partner, and the gym of a narrowed key, exist. */
@Injectable()
export class KeyScopeCheck {
  constructor(
    private readonly partners: Partners,
    private readonly gyms: Gyms,
  ) {}

  async check(partnerId: string, gymId?: number): Promise<void> {
    await this.partners.get(partnerId);
    if (gymId !== undefined) await this.gyms.get(partnerId, gymId);
  }
}
