import { Injectable } from '@nestjs/common';
import { Gyms, Partners, type Partner } from '../../partners/index.js';
import { OPERATOR_NAME } from './employer.js';
import { StaffPeopleRepository, type StaffWorkplace } from './staff-people.repository.js';
import type { StaffRole } from './staff-roles.js';

/** A place to work at, as a person reads it. */
export interface NamedWorkplace {
  readonly workplace: StaffWorkplace;
  readonly partnerName: string;
  /** Absent: the operator's. */
  readonly partner?: Partner;
  readonly role: StaffRole;
  /** Absent: all gyms. */
  readonly gym?: { readonly id: number; readonly name: string };
}

/** Where a person may work: every membership, and each of its gyms where it does not have all. */
@Injectable()
export class StaffWorkplaces {
  constructor(
    private readonly people: StaffPeopleRepository,
    private readonly partners: Partners,
    private readonly gyms: Gyms,
  ) {}

  async list(personId: string): Promise<NamedWorkplace[]> {
    const workplaces = await this.people.workplaces(personId);
    const open = workplaces.filter(({ isOpen }) => isOpen);
    const named = await Promise.all(open.map((one) => this.named(one)));
    return named.flat();
  }

  private async named(workplace: StaffWorkplace): Promise<NamedWorkplace[]> {
    const { partnerId, role, gymIds } = workplace;
    if (partnerId === null) return [{ workplace, partnerName: OPERATOR_NAME, role }];
    const partner = await this.partners.get(partnerId);
    const { name: partnerName } = partner;
    if (!gymIds) return [{ workplace, partnerName, partner, role }];
    const gyms = await this.gyms.findEvenRemoved(partnerId, gymIds);
    return gyms
      .filter(({ deletedAt }) => deletedAt === null)
      .map(({ id, name }) => ({ workplace, partnerName, partner, role, gym: { id, name } }));
  }
}
