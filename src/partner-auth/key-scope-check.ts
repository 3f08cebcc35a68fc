import { Injectable } from '@nestjs/common';
import {
  Gyms,
  Partners,
  TestEnvironments,
  type Partner,
  type PartnerEnvironment,
} from '../partners/index.js';
import { invalid } from '../platform/errors/request-errors.js';

/** Whose a key is: the partner's or its test environment's; both, and the gym of a narrowed key, exist. */
@Injectable()
export class KeyScopeCheck {
  constructor(
    private readonly partners: Partners,
    private readonly tests: TestEnvironments,
    private readonly gyms: Gyms,
  ) {}

  /** The tenant of a new key; a test environment is made with its first key. @throws partner.not-found, request.invalid */
  async tenantFor(partnerId: string, wanted: PartnerEnvironment | undefined): Promise<Partner> {
    const partner = await this.partners.get(partnerId);
    if (wanted === undefined || wanted === partner.environment) return partner;
    if (wanted === 'test') return (await this.tests.ensure(partnerId)).partner;
    const detail = 'this is a test environment; a live key is made at its partner';
    throw invalid({ path: 'environment', detail });
  }

  /** @throws partner.not-found */
  tenantOf(partnerId: string): Promise<Partner> {
    return this.partners.get(partnerId);
  }

  async check(partnerId: string, gymId?: number): Promise<void> {
    await this.partners.get(partnerId);
    if (gymId !== undefined) await this.gyms.get(partnerId, gymId);
  }
}
