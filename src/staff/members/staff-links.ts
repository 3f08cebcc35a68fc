import { Injectable } from '@nestjs/common';
import {
  mailBrand,
  Mailbox,
  mailLanguage,
  OUR_BRAND,
  operatorInvitationMail,
  staffInvitationMail,
  type MailContent,
} from '../../mail/index.js';
import { readLetterhead } from '../../partners/index.js';
import { Settings } from '../../platform/config/settings.js';
import { randomToken, sha256 } from '../../platform/crypto/hashing.js';
import type { Queries } from '../../platform/database/database.js';
import { tenantOf, type Employer } from '../people/employer.js';
import { StaffInvitationsRepository } from './staff-invitations.repository.js';
import type { StaffMember } from './staff-members.repository.js';

/** The links of invitations, and the mails that carry them. */
@Injectable()
export class StaffLinks {
  constructor(
    private readonly invitations: StaffInvitationsRepository,
    private readonly mailbox: Mailbox,
    private readonly settings: Settings,
  ) {}

  /** False where no mail leaves the installation. */
  get canMail(): boolean {
    return this.mailbox.canSend;
  }

  /** Mails a new link where mail can leave; the earlier one ends. @returns the link: it lets its holder in */
  async send(tx: Queries, { id, partnerId, email, language }: StaffMember): Promise<string> {
    const token = randomToken();
    await this.invitations.replace(tx, id, sha256(token));
    const link = `${this.settings.publicUrl}/console/invitation?token=${token}`;
    if (!this.canMail || email === null) return link;
    const mail = await this.invitationMail(tx, partnerId, { language, link });
    await this.mailbox.queue(tx, tenantOf(partnerId), { to: email, ...mail });
    return link;
  }

  private async invitationMail(
    tx: Queries,
    employer: Employer,
    invitation: { readonly language: string; readonly link: string },
  ): Promise<MailContent> {
    const { link } = invitation;
    const language = mailLanguage(invitation.language);
    if (employer === null) return operatorInvitationMail({ language, brand: OUR_BRAND }, { link });
    const partner = await readLetterhead(tx, employer);
    const brand = mailBrand(partner, this.settings.publicUrl);
    return staffInvitationMail({ language, brand }, { gym: partner.name, link });
  }
}
