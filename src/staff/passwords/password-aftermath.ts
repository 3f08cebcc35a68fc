import { Injectable } from '@nestjs/common';
import { LogInTries } from '../../accounts/index.js';
import { Mailbox, mailLanguage, passwordChangedMail } from '../../mail/index.js';
import type { Queries } from '../../platform/database/database.js';
import { tenantOf, type Employer } from '../people/employer.js';
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
  ) {}

  async follow(tx: Queries, owner: PasswordLinkOwner, employer: Employer): Promise<void> {
    const { personId, email, emailKey, language } = owner;
    await this.tries.lift(tx, DEPLOYMENT, emailKey);
    await this.sessions.endAllOfPerson(tx, personId);
    const mail = passwordChangedMail(mailLanguage(language), { gym: 'Gatehouse' });
    await this.mailbox.queue(tx, tenantOf(employer), { to: email, ...mail, isSecurityMail: true });
  }
}
