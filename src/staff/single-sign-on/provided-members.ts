import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import { uuidv7 } from '../../platform/crypto/uuid.js';
import type { Queries } from '../../platform/database/database.js';
import {
  MOST_MEMBERS,
  StaffMembersRepository,
  type StaffPlace,
} from '../members/staff-members.repository.js';
import { StaffPeopleRepository } from '../people/staff-people.repository.js';
import { StaffSessions } from '../sessions/staff-sessions.js';
import {
  IdentitiesRepository,
  type IdentityKey,
  type IdentityProfile,
  type KnownIdentity,
} from './identities.repository.js';

/** A person whom a provider vouches for. */
export interface ProvidedPerson extends IdentityKey {
  readonly profile: IdentityProfile;
}

/** The people of the staff who come by a provider. Every change stands in the audit log under their own name. */
@Injectable()
export class ProvidedMembers {
  constructor(
    private readonly identities: IdentitiesRepository,
    private readonly members: StaffMembersRepository,
    private readonly people: StaffPeopleRepository,
    private readonly sessions: StaffSessions,
    private readonly audit: Audit,
  ) {}

  /** Until the commit no other call changes the staff of the partner. */
  lock(tx: Queries, partnerId: string): Promise<void> {
    return this.members.lockEmployer(tx, partnerId);
  }

  find(tx: Queries, key: IdentityKey): Promise<KnownIdentity | undefined> {
    return this.identities.find(tx, key);
  }

  /** @returns undefined when the staff has as many people as it may have */
  async add(
    tx: Queries,
    person: ProvidedPerson,
    { role, gymIds }: StaffPlace,
  ): Promise<KnownIdentity | undefined> {
    const { partnerId, profile } = person;
    if ((await this.members.count(tx, partnerId)) >= MOST_MEMBERS) return undefined;
    const personId = await this.identities.add(tx, person, profile);
    const member = { id: uuidv7(), personId, role, gymIds, isAccepted: true };
    await this.members.insert(tx, partnerId, member);
    await this.record(tx, person, { id: member.id, action: 'staff.joined-by-provider' });
    return member;
  }

  renew(tx: Queries, { profile }: ProvidedPerson, { personId }: KnownIdentity): Promise<void> {
    return this.identities.renew(tx, personId, profile);
  }

  /** Another role or other gyms; sessions with the former ones end. */
  async move(tx: Queries, person: ProvidedPerson, member: KnownIdentity): Promise<void> {
    const { id, role, gymIds } = member;
    await this.members.change(tx, person.partnerId, { id, role, gymIds });
    await this.sessions.endAllOfMember(tx, person.partnerId, id);
    await this.record(tx, person, { id, action: 'staff.moved-by-provider' });
  }

  async remove(tx: Queries, person: ProvidedPerson, member: KnownIdentity): Promise<void> {
    const { id, personId } = member;
    await this.sessions.endAllOfMember(tx, person.partnerId, id);
    await this.members.remove(tx, person.partnerId, id);
    await this.people.removeUnlessMember(tx, personId);
    await this.record(tx, person, { id, action: 'staff.left-by-provider' });
  }

  /** @param exceptMemberId who changes how people log in */
  logOutAll(tx: Queries, partnerId: string, exceptMemberId?: string): Promise<void> {
    return this.sessions.endAllFromProvider(tx, partnerId, exceptMemberId);
  }

  async removeAll(tx: Queries, partnerId: string): Promise<void> {
    await this.logOutAll(tx, partnerId);
    await this.identities.removeAll(tx, partnerId);
  }

  private record(
    tx: Queries,
    { partnerId, profile }: ProvidedPerson,
    { id, action }: { readonly id: string; readonly action: string },
  ): Promise<void> {
    const actor = auditNameFor(profile, id);
    return this.audit.recordOrFail({ partnerId, actor, action, object: id }, tx);
  }
}

/** As the audit log names people with a session. */
export const auditNameFor = ({ name }: IdentityProfile, memberId: string): string =>
  `${name} (staff ${memberId})`;
