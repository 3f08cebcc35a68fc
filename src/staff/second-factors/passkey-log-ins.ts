import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import {
  firstPlace,
  StaffPeopleRepository,
  type KnownWorkplace,
} from '../people/staff-people.repository.js';
import { PasskeyCeremonies } from './passkey-ceremonies.js';

/** Log-ins without a password: a passkey that was unlocked is both factors. */
@Injectable()
export class PasskeyLogIns {
  constructor(
    private readonly ceremonies: PasskeyCeremonies,
    private readonly people: StaffPeopleRepository,
    private readonly audit: Audit,
  ) {}

  /** The first place at which the person works. Undefined for every reason to refuse. */
  async attempt(response: string): Promise<KnownWorkplace | undefined> {
    const use = await this.ceremonies.used(response, { purpose: 'LOG_IN', sessionId: null });
    if (!use) return undefined;
    const places = await this.people.workplaces(use.passkey.personId);
    if (use.isRight) return firstPlace(places);
    for (const { partnerId, memberId: object } of places)
      await this.audit.attempt({ partnerId, action: 'staff.passkey-refused', object });
    return undefined;
  }
}
