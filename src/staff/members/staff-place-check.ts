import { Injectable } from '@nestjs/common';
import { mayGrant } from '../../partner-auth/index.js';
import { Gyms, Partners } from '../../partners/index.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { invalid } from '../../platform/errors/request-errors.js';
import type { Caller } from '../../platform/http/declarations.js';
import type { StaffPlace } from './staff-members.repository.js';
import type { Employer } from '../people/employer.js';
import { mayBeNarrowed, scopesOf, type StaffRole } from '../people/staff-roles.js';
import { StaffErrors } from '../people/staff.errors.js';

/** Which role at which gyms a caller may give. */
@Injectable()
export class StaffPlaceCheck {
  constructor(
    private readonly partners: Partners,
    private readonly gyms: Gyms,
  ) {}

  /** @throws partner.not-found, gym.not-found, staff.beyond-own, request.invalid */
  async check(employer: Employer, { role, gymIds }: StaffPlace, caller: Caller): Promise<void> {
    if (gymIds && !mayBeNarrowed(role))
      throw invalid({ path: 'gymIds', detail: `must be absent: ${role} is for the whole partner` });
    if (employer === null) return checkOperator(role, caller);
    const scopes = scopesOf(role, gymIds !== null);
    if (!(gymIds ?? [undefined]).every((gymId) => mayGrant(caller, scopes, gymId)))
      throw new DomainError(StaffErrors.beyondOwn);
    await this.partners.get(employer);
    for (const gymId of gymIds ?? []) await this.gyms.get(employer, gymId);
  }
}

function checkOperator(role: StaffRole, { scopes }: Caller): void {
  if (role !== 'OPERATOR' || !scopes.includes('OPERATOR'))
    throw new DomainError(StaffErrors.beyondOwn);
}
