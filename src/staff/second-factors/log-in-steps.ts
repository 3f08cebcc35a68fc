import { Injectable } from '@nestjs/common';
import { Partners } from '../../partners/index.js';
import { Settings } from '../../platform/config/settings.js';
import { SecondFactors } from './second-factors.js';
import type { StaffRole } from '../people/staff-roles.js';
import { StaffPeopleRepository, type StaffWorkplace } from '../people/staff-people.repository.js';

/** What a session still needs before it counts: a code of the second factor, or a second factor at all. */
export type AwaitedStep = 'CODE' | 'ENROLMENT';

const NEEDED_BY: ReadonlySet<StaffRole> = new Set(['OWNER', 'OPERATOR']);

/** Which steps a log-in takes (`admin-api.md`, C-12). */
@Injectable()
export class LogInSteps {
  constructor(
    private readonly factors: SecondFactors,
    private readonly settings: Settings,
    private readonly partners: Partners,
    private readonly people: StaffPeopleRepository,
  ) {}

  /** @param isProven the second factor was given just now */
  async next(
    place: Pick<StaffWorkplace, 'personId' | 'partnerId' | 'role'>,
    isProven: boolean,
  ): Promise<AwaitedStep | null> {
    if (isProven) return null;
    if (await this.factors.has(place.personId)) return 'CODE';
    return (await this.isMandatory(place)) ? 'ENROLMENT' : null;
  }

  /** False while one of their places requires it. */
  async mayRemove(personId: string): Promise<boolean> {
    for (const place of await this.people.workplaces(personId))
      if (await this.isMandatory(place)) return false;
    return true;
  }

  /** Who may do everything must have one; the sandbox has no secrets of anybody. */
  private async isMandatory({
    partnerId,
    role,
  }: Pick<StaffWorkplace, 'partnerId' | 'role'>): Promise<boolean> {
    if (NEEDED_BY.has(role) && !this.settings.sandbox) return true;
    if (partnerId === null) return false;
    return (await this.partners.get(partnerId)).secondFactorRequired;
  }
}
