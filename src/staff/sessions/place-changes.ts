import { Injectable } from '@nestjs/common';
import { Partners } from '../../partners/index.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { StaffPeopleRepository, type StaffWorkplace } from '../people/staff-people.repository.js';
import { StaffErrors } from '../people/staff.errors.js';
import { SecondFactors } from '../second-factors/second-factors.js';
import type { LiveStaffSession } from './staff-sessions.repository.js';
import { StaffSessions, type OpenedSeat } from './staff-sessions.js';

/** Where a person wants to work: at a place of their own, or looking in at a partner. */
export type WantedPlace =
  | { readonly memberId: string; readonly gymId?: number | undefined }
  | { readonly observedPartnerId: string };

/** A person changes where they work: in a new session, which counts as proved as the former one. */
@Injectable()
export class PlaceChanges {
  constructor(
    private readonly sessions: StaffSessions,
    private readonly people: StaffPeopleRepository,
    private readonly partners: Partners,
    private readonly factors: SecondFactors,
  ) {}

  /** The former session is the caller's to close. @throws staff.place-not-found, staff.may-not-look-in, partner.not-found */
  async open(session: LiveStaffSession, wanted: WantedPlace, source: string): Promise<OpenedSeat> {
    const seat =
      'memberId' in wanted
        ? await this.ownPlace(session, wanted)
        : await this.observed(session, wanted.observedPartnerId);
    // A place that requires a second factor gets it, one that was given counts on.
    const isProven = await this.factors.has(session.personId);
    return this.sessions.open({ ...seat, source, isProven, provenAt: session.provenAt });
  }

  private async ownPlace(
    { personId }: LiveStaffSession,
    { memberId, gymId }: Extract<WantedPlace, { readonly memberId: string }>,
  ) {
    const places = await this.people.workplaces(personId);
    const workplace = places.find((one) => one.memberId === memberId);
    if (!workplace || !hasGym(workplace, gymId)) throw new DomainError(StaffErrors.placeNotFound);
    return { workplace, gymId };
  }

  private async observed({ personId, memberId, role }: LiveStaffSession, partnerId: string) {
    if (role !== 'OPERATOR') throw new DomainError(StaffErrors.mayNotLookIn);
    const { id: observedPartnerId } = await this.partners.get(partnerId);
    const workplace = { personId, memberId, role, partnerId: null, gymIds: null };
    return { workplace, observedPartnerId };
  }
}

/** Who has some gyms works at one of them. */
const hasGym = ({ gymIds }: StaffWorkplace, gymId: number | undefined): boolean =>
  gymIds === null ? gymId === undefined : gymId === undefined || gymIds.includes(gymId);
