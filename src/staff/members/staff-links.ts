import { Injectable } from '@nestjs/common';
import { Mailbox, mailLanguage, staffInvitationMail } from '../../mail/index.js';
import { readLetterhead } from '../../partners/index.js';
import { Settings } from '../../platform/config/settings.js';
import { randomToken, sha256 } from '../../platform/crypto/hashing.js';
import type { Queries } from '../../platform/database/database.js';
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
    const { name: gym } = await readLetterhead(tx, partnerId);
    const mail = staffInvitationMail(mailLanguage(language), { gym, link });
    if (this.canMail) await this.mailbox.queue(tx, partnerId, { to: email, ...mail });
    return link;
  }
}
