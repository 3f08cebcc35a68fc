import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { rememberBefore } from '../../platform/audit/changes.js';
import { Database, type Queries } from '../../platform/database/database.js';
import { DomainError, type ErrorSpec } from '../../platform/errors/domain-error.js';
import type { Caller } from '../../platform/http/declarations.js';
import {
  StaffMembersRepository,
  type StaffMember,
  type StaffPlace,
} from './staff-members.repository.js';
import { StaffPeopleRepository } from '../people/staff-people.repository.js';
import type { Employer } from '../people/employer.js';
import type { StaffRole } from '../people/staff-roles.js';
import { StaffPlaceCheck } from './staff-place-check.js';
import { StaffSessions } from '../sessions/staff-sessions.js';
import { StaffErrors } from '../people/staff.errors.js';

export interface StaffChange extends Partial<StaffPlace> {
  readonly id: string;
  /** What the caller has read; absent: whatever it is. */
  readonly version?: number | undefined;
  /** Throws where the caller saw another one. */
  readonly isExpected?: (present: StaffMember) => void;
}

/** Of these roles one who has accepted is left. */
const LAST: Partial<Record<StaffRole, ErrorSpec>> = {
  OWNER: StaffErrors.lastOwner,
  OPERATOR: StaffErrors.lastOperator,
};

const placeAfter = (change: StaffChange, { role, gymIds }: StaffPlace): StaffPlace => ({
  role: change.role ?? role,
  gymIds: change.gymIds === undefined ? gymIds : change.gymIds,
});

/** The people of a partner or of the operator, and what they may do. What changes ends their sessions here at once, elsewhere within 5 s. */
@Injectable()
export class StaffMembers {
  constructor(
    private readonly db: Database,
    private readonly rows: StaffMembersRepository,
    private readonly people: StaffPeopleRepository,
    private readonly places: StaffPlaceCheck,
    private readonly sessions: StaffSessions,
  ) {}

  list(employer: Employer, after: string | undefined, limit: number): Promise<StaffMember[]> {
    return this.rows.list(employer, after, limit);
  }

  /** @throws staff.not-found */
  async get(employer: Employer, id: string, queries?: Queries): Promise<StaffMember> {
    const member = await this.rows.find(employer, id, queries);
    if (!member) throw new DomainError(StaffErrors.notFound);
    return member;
  }

  /** @throws staff.not-found, staff.changed, staff.from-provider, staff.last-owner, staff.beyond-own, gym.not-found, request.invalid */
  async change(partnerId: string, change: StaffChange, caller: Caller): Promise<StaffMember> {
    const { id, version, isExpected = () => undefined } = change;
    const place = placeAfter(change, await this.get(partnerId, id));
    await this.places.check(partnerId, place, caller);
    await this.db.transaction(async (tx) => {
      await this.rows.lockEmployer(tx, partnerId);
      const now = await this.get(partnerId, id, tx);
      isExpected(now);
      const isStale = version !== undefined && version !== now.version;
      // What the change leaves as it is may be another than the checked one.
      if (isStale || !isDeepStrictEqual(placeAfter(change, now), place))
        throw new DomainError(StaffErrors.changed);
      if (now.isFromProvider) throw new DomainError(StaffErrors.fromProvider);
      if (place.role !== now.role) await this.keepLast(tx, now);
      rememberBefore(now);
      await this.rows.change(tx, partnerId, { id, ...place });
      await this.sessions.endAllOfMember(tx, partnerId, id);
    });
    return this.get(partnerId, id);
  }

  /** @throws staff.not-found, staff.last-owner, staff.last-operator */
  async remove(employer: Employer, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      await this.rows.lockEmployer(tx, employer);
      const member = await this.get(employer, id, tx);
      await this.keepLast(tx, member);
      await this.sessions.endAllOfMember(tx, employer, id);
      await this.rows.remove(tx, employer, id);
      await this.people.removeUnlessMember(tx, member.personId);
    });
  }

  private async keepLast(tx: Queries, member: StaffMember): Promise<void> {
    const error = LAST[member.role];
    if (!error || !member.acceptedAt || member.isFromProvider) return;
    if ((await this.rows.countOthers(tx, member)) === 0) throw new DomainError(error);
  }
}
