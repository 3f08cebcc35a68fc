import { Injectable } from '@nestjs/common';
import { rememberBefore } from '../../platform/audit/changes.js';
import { Database, type Queries } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import type { Caller } from '../../platform/http/declarations.js';
import {
  StaffMembersRepository,
  type StaffMember,
  type StaffPlace,
} from './staff-members.repository.js';
import { StaffPeopleRepository } from '../people/staff-people.repository.js';
import { StaffPlaceCheck } from './staff-place-check.js';
import { StaffSessions } from '../sessions/staff-sessions.js';
import { StaffErrors } from '../people/staff.errors.js';

export interface StaffChange extends Partial<StaffPlace> {
  readonly id: string;
  /** What the caller has read; absent: whatever it is. */
  readonly version?: number | undefined;
}

/** The people of a partner, and what they may do. What changes ends their sessions here at once, elsewhere within 5 s. */
@Injectable()
export class StaffMembers {
  constructor(
    private readonly db: Database,
    private readonly rows: StaffMembersRepository,
    private readonly people: StaffPeopleRepository,
    private readonly places: StaffPlaceCheck,
    private readonly sessions: StaffSessions,
  ) {}

  list(partnerId: string, after: string | undefined, limit: number): Promise<StaffMember[]> {
    return this.rows.list(partnerId, after, limit);
  }

  /** @throws staff.not-found */
  async get(partnerId: string, id: string, queries?: Queries): Promise<StaffMember> {
    const member = await this.rows.find(partnerId, id, queries);
    if (!member) throw new DomainError(StaffErrors.notFound);
    return member;
  }

  /** @throws staff.not-found, staff.changed, staff.last-owner, staff.beyond-own, gym.not-found, request.invalid */
  async change(partnerId: string, change: StaffChange, caller: Caller): Promise<StaffMember> {
    const { id, version } = change;
    const before = await this.get(partnerId, id);
    const { role = before.role, gymIds = before.gymIds } = change;
    await this.places.check(partnerId, { role, gymIds }, caller);
    await this.db.transaction(async (tx) => {
      await this.rows.lockPartner(tx, partnerId);
      const now = await this.get(partnerId, id, tx);
      if (now.version !== (version ?? before.version)) throw new DomainError(StaffErrors.changed);
      if (role !== 'OWNER') await this.keepOwner(tx, now);
      rememberBefore(now);
      await this.rows.change(tx, partnerId, { id, role, gymIds });
      await this.sessions.endAllOfMember(tx, partnerId, id);
    });
    return this.get(partnerId, id);
  }

  /** @throws staff.not-found, staff.last-owner */
  async remove(partnerId: string, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      await this.rows.lockPartner(tx, partnerId);
      const member = await this.get(partnerId, id, tx);
      await this.keepOwner(tx, member);
      await this.sessions.endAllOfMember(tx, partnerId, id);
      await this.rows.remove(tx, partnerId, id);
      await this.people.removeUnlessMember(tx, member.personId);
    });
  }

  private async keepOwner(tx: Queries, { id, partnerId, role, acceptedAt }: StaffMember) {
    if (role !== 'OWNER' || !acceptedAt) return;
    if ((await this.rows.countOtherOwners(tx, partnerId, id)) === 0)
      throw new DomainError(StaffErrors.lastOwner);
  }
}
