import { Injectable } from '@nestjs/common';
import { Mailbox, setPasswordMail } from '../../mail/index.js';
import { Settings } from '../../platform/config/settings.js';
import { randomToken, sha256 } from '../../platform/crypto/hashing.js';
import type { Queries } from '../../platform/database/database.js';
import {
  PASSWORD_LINK_MINUTES,
  PasswordLinksRepository,
  type PasswordRequest,
} from './password-links.repository.js';
import { tenantOf } from '../people/employer.js';
import { StaffMailStyles } from '../people/staff-mail-styles.js';
import { StaffPeopleRepository } from '../people/staff-people.repository.js';

/** Mails whose link sets the password of a person of the staff. */
@Injectable()
export class PasswordLinkMails {
  constructor(
    private readonly links: PasswordLinksRepository,
    private readonly people: StaffPeopleRepository,
    private readonly mailbox: Mailbox,
    private readonly styles: StaffMailStyles,
    private readonly settings: Settings,
  ) {}

  /** Nothing for an address of no person who may log in. */
  async send(tx: Queries, { emailKey, source }: PasswordRequest): Promise<void> {
    const person = await this.people.findByEmail(emailKey, tx);
    if (!person?.passwordHash) return;
    const [workplace] = await this.people.workplaces(person.id, tx);
    if (!workplace) return;
    const token = randomToken();
    await this.links.replace(tx, person.id, sha256(token));
    const link = `${this.settings.publicUrl}/console/new-password?token=${token}`;
    const values = { gym: 'Gatehouse', link, minutes: PASSWORD_LINK_MINUTES };
    const mail = setPasswordMail(await this.styles.of(tx, person), values);
    const to = { to: person.email, requester: source };
    await this.mailbox.queue(tx, tenantOf(workplace.partnerId), { ...mail, ...to });
  }
}
