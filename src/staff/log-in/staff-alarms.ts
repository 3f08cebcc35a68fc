import { Injectable } from '@nestjs/common';
import type { CountedFailure } from '../../accounts/index.js';
import { logInAttemptsMail, Mailbox } from '../../mail/index.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { tenantOf } from '../people/employer.js';
import { StaffMailStyles } from '../people/staff-mail-styles.js';
import { StaffPeopleRepository, type StaffPerson } from '../people/staff-people.repository.js';

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** What a failed log-in leaves: rows of the audit log, and a warning to the person whose password is guessed. */
@Injectable()
export class StaffAlarms {
  constructor(
    private readonly db: Database,
    private readonly people: StaffPeopleRepository,
    private readonly mailbox: Mailbox,
    private readonly styles: StaffMailStyles,
    private readonly audit: Audit,
  ) {}

  /** In the log of every partner for whom the person works; of an unknown name in that of the installation. */
  async failed(
    person: StaffPerson | undefined,
    counted: CountedFailure | undefined,
  ): Promise<void> {
    if (!counted) return;
    const action = counted.locks ? 'staff.log-in-locked' : 'staff.log-in-failed';
    // Of an unknown name, too: the answer takes as long.
    const places = await this.people.workplaces(person?.id ?? NOBODY);
    for (const { partnerId, memberId } of places)
      await this.audit.attempt({ partnerId, action, object: memberId });
    if (places.length === 0) await this.audit.attempt({ partnerId: null, action, object: '' });
    const [first] = places;
    if (counted.alarm && person && first) await this.warn(person, tenantOf(first.partnerId));
  }

  private async warn(person: StaffPerson, tenant: string): Promise<void> {
    const form = await this.styles.of(this.db, person);
    const mail = logInAttemptsMail(form, { gym: 'Gatehouse' });
    await this.mailbox.queue(this.db, tenant, {
      to: person.email,
      ...mail,
      isSecurityMail: true,
    });
  }
}
