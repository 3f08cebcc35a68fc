import { Injectable } from '@nestjs/common';
import { mailLanguage } from '../../mail/index.js';
import { Partners } from '../../partners/index.js';
import { Database, type Queries } from '../../platform/database/database.js';
import type { StaffPlace } from '../members/staff-members.repository.js';
import type { StaffWorkplace } from '../people/staff-people.repository.js';
import { GroupPlaces } from './group-places.js';
import type { KnownIdentity } from './identities.repository.js';
import type { IdentityProvider } from './identity-providers.repository.js';
import { auditNameFor, ProvidedMembers, type ProvidedPerson } from './provided-members.js';
import { groupsIn, profileIn } from './provider-claims.js';
import type { ProviderAnswer } from './provider-clients.js';

export type AdmissionResult =
  /** `actor` is how the audit log names the person. */
  | { readonly kind: 'in'; readonly workplace: StaffWorkplace; readonly actor: string }
  | { readonly kind: 'no-group' | 'too-many' };

/**
 * Makes people of the staff of those whom a provider vouches for, and keeps their role as their groups say. They are found by
 * issuer and subject alone, and belong to that partner alone: a provider has no say at other partners.
 */
@Injectable()
export class ProviderPeople {
  constructor(
    private readonly db: Database,
    private readonly partners: Partners,
    private readonly places: GroupPlaces,
    private readonly members: ProvidedMembers,
  ) {}

  async admit(
    provider: IdentityProvider,
    { subject, told }: ProviderAnswer,
  ): Promise<AdmissionResult> {
    const { partnerId, issuer, groupsClaim } = provider;
    const { locale } = await this.partners.get(partnerId);
    const place = await this.places.find(provider, groupsIn(told, groupsClaim));
    const profile = profileIn(told, (said) => mailLanguage(said, locale));
    const person = { partnerId, issuer, subject, profile };
    return this.db.transaction(async (tx) => {
      await this.members.lock(tx, partnerId);
      const known = await this.members.find(tx, person);
      if (!place) {
        // In no group that means something here: who was on the staff is no longer.
        if (known) await this.members.remove(tx, person, known);
        return { kind: 'no-group' };
      }
      const member = known
        ? await this.keep(tx, person, { known, place })
        : await this.members.add(tx, person, place);
      return member ? admitted(person, member) : { kind: 'too-many' };
    });
  }

  private async keep(
    tx: Queries,
    person: ProvidedPerson,
    { known, place }: { readonly known: KnownIdentity; readonly place: StaffPlace },
  ): Promise<KnownIdentity> {
    const member = { ...known, role: place.role, gymIds: place.gymIds };
    await this.members.renew(tx, person, member);
    if (!isSamePlace(known, place)) await this.members.move(tx, person, member);
    return member;
  }
}

const admitted = (
  { partnerId, profile }: ProvidedPerson,
  { id: memberId, personId, role, gymIds }: KnownIdentity,
): AdmissionResult => ({
  kind: 'in',
  workplace: { memberId, personId, partnerId, role, gymIds },
  actor: auditNameFor(profile, memberId),
});

const isSamePlace = (a: StaffPlace, b: StaffPlace): boolean =>
  a.role === b.role && JSON.stringify(a.gymIds) === JSON.stringify(b.gymIds);
