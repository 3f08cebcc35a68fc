import { Injectable } from '@nestjs/common';
import { Partners } from '../partners/index.js';
import type { Queries } from '../platform/database/database.js';
import type { PasswordSet } from './accounts.repository.js';
import { LogIns } from './log-ins.js';
import { mailLanguage, passwordChangedMail } from './mail-templates.js';
import { Mailbox } from './mailbox.js';
import { Sessions } from './sessions.js';

/** What a new password brings with it beyond the account's row. */
@Injectable()
export class PasswordChanges {
  constructor(
    private readonly logIns: LogIns,
    private readonly sessions: Sessions,
    private readonly partners: Partners,
    private readonly mailbox: Mailbox,
  ) {}

  async settle(queries: Queries, partnerId: string, set: PasswordSet): Promise<void> {
    await this.logIns.liftLocks(queries, partnerId, set.emailKey);
    // Nobody needs to be told of a first password: there was nothing to take over.
    if (set.hadPassword) await this.tellOwner(queries, partnerId, set.email);
    this.sessions.forgetAll();
  }

  private async tellOwner(queries: Queries, partnerId: string, to: string): Promise<void> {
    const { name, locale, supportEmail } = await this.partners.getEvenStale(partnerId);
    const content = passwordChangedMail(mailLanguage(locale), { gym: name, supportEmail });
    await this.mailbox.queue(queries, partnerId, { to, ...content, notice: true });
  }
}
