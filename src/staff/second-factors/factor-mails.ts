import { Injectable } from '@nestjs/common';
import { Mailbox, secondFactorMail } from '../../mail/index.js';
import type { Queries } from '../../platform/database/database.js';
import { tenantOf } from '../people/employer.js';
import { StaffMailStyles } from '../people/staff-mail-styles.js';
import { StaffPeopleRepository } from '../people/staff-people.repository.js';

type FactorChange = Parameters<typeof secondFactorMail>[1];

/** Notifies people of what happened to their second factors, so that they notice when it was not them. */
@Injectable()
export class FactorMails {
  constructor(
    private readonly people: StaffPeopleRepository,
    private readonly styles: StaffMailStyles,
    private readonly mailbox: Mailbox,
  ) {}

  async send(tx: Queries, personId: string, change: FactorChange): Promise<void> {
    const person = await this.people.find(tx, personId);
    const [workplace] = await this.people.workplaces(personId, tx);
    if (!person || !workplace) return;
    const mail = secondFactorMail(await this.styles.of(tx, person), change);
    const addressed = { to: person.email, ...mail, isSecurityMail: true };
    await this.mailbox.queue(tx, tenantOf(workplace.partnerId), addressed);
  }
}
