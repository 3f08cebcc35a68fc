import { Injectable } from '@nestjs/common';
import { type PasswordFault } from '../../accounts/index.js';
import { sha256 } from '../../platform/crypto/hashing.js';
import { Database } from '../../platform/database/database.js';
import { textRule } from '../../platform/http/field-rules.js';
import {
  StaffInvitationsRepository,
  type StaffInvitation,
} from './staff-invitations.repository.js';
import { StaffLogIns } from '../log-in/staff-log-ins.js';
import { StaffPasswords } from '../passwords/staff-passwords.js';
import { StaffPeopleRepository, type StaffWorkplace } from '../people/staff-people.repository.js';

/** What the page of an invitation has read. */
export interface AcceptanceForm {
  readonly token: string;
  /** Of a person who is new here. */
  readonly name: string;
  /** A new one, or the present one of a person who has one. */
  readonly password: string;
  readonly source: string;
}

export type AcceptanceResult =
  | { readonly kind: 'accepted'; readonly workplace: StaffWorkplace }
  | { readonly kind: 'ended' }
  | { readonly kind: 'bad-name' | 'bad-password' }
  | { readonly kind: 'weak-password'; readonly fault: PasswordFault };

const nameRule = textRule({ min: 1, max: 100 });

/** Another request used the link first: rolls the transaction back. */
class LinkEnded extends Error {}

/** How an invitation is accepted: once, with a new password or, of a person who has one, with that. */
@Injectable()
export class StaffAcceptance {
  constructor(
    private readonly db: Database,
    private readonly invitations: StaffInvitationsRepository,
    private readonly people: StaffPeopleRepository,
    private readonly passwords: StaffPasswords,
    private readonly logIns: StaffLogIns,
  ) {}

  /** What the link invites to, while it is valid; nothing happens to it. */
  inspect(token: string): Promise<StaffInvitation | undefined> {
    return this.invitations.find(sha256(token));
  }

  /** A form with a fault leaves the link as it is. @throws request.unavailable */
  async accept(form: AcceptanceForm): Promise<AcceptanceResult> {
    const invitation = await this.inspect(form.token);
    if (!invitation) return { kind: 'ended' };
    return invitation.hasPassword
      ? this.acceptKnown(invitation, form)
      : this.acceptNew(invitation, form);
  }

  private async acceptKnown(
    invitation: StaffInvitation,
    { token, password, source }: AcceptanceForm,
  ): Promise<AcceptanceResult> {
    const person = await this.logIns.verify({ email: invitation.email, password, source });
    if (person?.id !== invitation.personId) return { kind: 'bad-password' };
    return this.use(invitation, token);
  }

  private async acceptNew(
    invitation: StaffInvitation,
    { token, name, password }: AcceptanceForm,
  ): Promise<AcceptanceResult> {
    if (nameRule(name) !== undefined) return { kind: 'bad-name' };
    const { partnerId, email, personId: id } = invitation;
    const result = await this.passwords.hash(partnerId, password, { email, name });
    if (result.kind === 'weak') return { kind: 'weak-password', fault: result.fault };
    return this.use(invitation, token, { id, name, passwordHash: result.hash });
  }

  private async use(
    { partnerId, memberId, personId }: StaffInvitation,
    token: string,
    first?: Parameters<StaffPeopleRepository['setFirstPassword']>[1],
  ): Promise<AcceptanceResult> {
    try {
      await this.db.transaction(async (tx) => {
        const isUsed = await this.invitations.use(tx, sha256(token));
        if (!isUsed || (first && !(await this.people.setFirstPassword(tx, first))))
          throw new LinkEnded();
      });
    } catch (error) {
      if (error instanceof LinkEnded) return { kind: 'ended' };
      throw error;
    }
    const workplaces = await this.people.workplaces(personId);
    const workplace = workplaces.find((one) => one.memberId === memberId && one.isOpen);
    return workplace?.partnerId === partnerId ? { kind: 'accepted', workplace } : { kind: 'ended' };
  }
}
