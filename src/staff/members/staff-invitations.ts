import { Injectable } from '@nestjs/common';
import { mailLanguage } from '../../mail/index.js';
import { readLetterhead } from '../../partners/index.js';
import { uuidv7 } from '../../platform/crypto/uuid.js';
import { Database, type Queries } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { invalid } from '../../platform/errors/request-errors.js';
import type { Caller } from '../../platform/http/declarations.js';
import { emailAddress } from '../../platform/values/email-address.js';
import { StaffLinks } from './staff-links.js';
import {
  MOST_MEMBERS,
  StaffMembersRepository,
  type StaffMember,
  type StaffPlace,
} from './staff-members.repository.js';
import { StaffPeopleRepository } from '../people/staff-people.repository.js';
import type { Employer } from '../people/employer.js';
import { StaffPlaceCheck } from './staff-place-check.js';
import { StaffErrors } from '../people/staff.errors.js';

export interface StaffInvite extends StaffPlace {
  readonly email: string;
  /** Of a person who is new here; the partner's where it is absent. */
  readonly language?: string | undefined;
}

export interface SentInvitation {
  readonly memberId: string;
  /** It lets its holder in: for the command line only, where no mail can leave. */
  readonly link: string;
}

/** The language of those who have none. */
const localeOf = async (tx: Queries, employer: Employer): Promise<string | undefined> =>
  employer === null ? undefined : (await readLetterhead(tx, employer)).locale;

/** Invites people to the staff of a partner or of the operator, by mail; the link is valid for 48 h and once. */
@Injectable()
export class StaffInvitations {
  constructor(
    private readonly db: Database,
    private readonly members: StaffMembersRepository,
    private readonly people: StaffPeopleRepository,
    private readonly places: StaffPlaceCheck,
    private readonly links: StaffLinks,
  ) {}

  /** False where no mail leaves the installation. */
  get canMail(): boolean {
    return this.links.canMail;
  }

  /** @throws staff.mail-not-set-up */
  requireMail(): void {
    if (!this.canMail) throw new DomainError(StaffErrors.mailNotSetUp);
  }

  /** @throws staff.exists, staff.too-many, staff.provider-required, staff.beyond-own, partner.not-found, gym.not-found, request.invalid */
  async invite(employer: Employer, invite: StaffInvite, caller: Caller): Promise<SentInvitation> {
    const address = emailAddress(invite.email);
    if (!address) throw invalid({ path: 'email', detail: 'must be an e-mail address' });
    await this.places.check(employer, invite, caller);
    const { role, gymIds, language } = invite;
    return this.db.transaction(async (tx) => {
      await this.members.lockEmployer(tx, employer);
      if (role !== 'OWNER' && (await this.members.isProviderRequired(tx, employer)))
        throw new DomainError(StaffErrors.providerRequired);
      if ((await this.members.count(tx, employer)) >= MOST_MEMBERS)
        throw new DomainError(StaffErrors.tooMany);
      const own = mailLanguage(language, await localeOf(tx, employer));
      const person = await this.people.findOrAdd(tx, address, own);
      const id = uuidv7();
      if (!(await this.members.insert(tx, employer, { id, personId: person.id, role, gymIds })))
        throw new DomainError(StaffErrors.exists);
      return this.send(tx, await this.locked(tx, employer, id));
    });
  }

  /** A new link; the earlier one ends. @throws staff.not-found, staff.accepted */
  resend(employer: Employer, id: string): Promise<SentInvitation> {
    return this.db.transaction(async (tx) => {
      await this.members.lockEmployer(tx, employer);
      const member = await this.locked(tx, employer, id);
      if (member.acceptedAt) throw new DomainError(StaffErrors.accepted);
      return this.send(tx, member);
    });
  }

  private async locked(tx: Queries, employer: Employer, id: string): Promise<StaffMember> {
    const member = await this.members.find(employer, id, tx);
    if (!member) throw new DomainError(StaffErrors.notFound);
    return member;
  }

  private async send(tx: Queries, member: StaffMember): Promise<SentInvitation> {
    return { memberId: member.id, link: await this.links.send(tx, member) };
  }
}
