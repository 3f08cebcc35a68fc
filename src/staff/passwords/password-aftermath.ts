import { Injectable } from '@nestjs/common';
import { LogInTries } from '../../accounts/index.js';
import { Mailbox, passwordChangedMail } from '../../mail/index.js';
import type { Queries } from '../../platform/database/database.js';
import { tenantOf, type Employer } from '../people/employer.js';
import { StaffMailStyles } from '../people/staff-mail-styles.js';
import type { PasswordLinkOwner } from './password-links.repository.js';
import { DEPLOYMENT } from '../log-in/staff-log-ins.js';
import { StaffSessions } from '../sessions/staff-sessions.js';

/** What follows from a new password: sessions and locks end, and the person is notified. */
@Injectable()
export class PasswordAftermath {
  constructor(
    private readonly tries: LogInTries,
    private readonly sessions: StaffSessions,
    private readonly mailbox: Mailbox,
    private readonly styles: StaffMailStyles,
  ) {}

  async follow(tx: Queries, owner: PasswordLinkOwner, employer: Employer): Promise<void> {
    const { personId, email, emailKey, language } = owner;
    await this.tries.lift(tx, DEPLOYMENT, emailKey);
    await this.sessions.endAllOfPerson(tx, personId);
    const form = await this.styles.of(tx, { id: personId, language });
    const mail = passwordChangedMail(form, { gym: 'Gatehouse' });
    await this.mailbox.queue(tx, tenantOf(employer), { to: email, ...mail, isSecurityMail: true });
  }
}
