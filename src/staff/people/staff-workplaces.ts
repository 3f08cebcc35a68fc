import { Injectable } from '@nestjs/common';
import { Gyms, Partners } from '../../partners/index.js';
import { OPERATOR_NAME } from './employer.js';
import { StaffPeopleRepository, type StaffWorkplace } from './staff-people.repository.js';
import type { StaffRole } from './staff-roles.js';

/** A place to work at, as a person reads it. */
export interface NamedWorkplace {
  readonly workplace: StaffWorkplace;
  readonly partnerName: string;
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
    const partnerName =
      partnerId === null ? OPERATOR_NAME : (await this.partners.get(partnerId)).name;
    if (partnerId === null || !gymIds) return [{ workplace, partnerName, role }];
    const gyms = await this.gyms.findEvenRemoved(partnerId, gymIds);
    return gyms
      .filter(({ deletedAt }) => deletedAt === null)
      .map(({ id, name }) => ({ workplace, partnerName, role, gym: { id, name } }));
  }
}
