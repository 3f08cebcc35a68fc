import { Injectable } from '@nestjs/common';
import {
  Mailbox,
  MailedTokens,
  mailLanguage,
  setPasswordMail,
  type Account,
} from '../accounts/index.js';
import type { Partner } from '../partners/index.js';
import { Settings } from '../platform/config/settings.js';
import type { Queries } from '../platform/database/database.js';

/** The mail whose link sets another password of an account. */
@Injectable()
export class PasswordLetters {
  constructor(
    private readonly tokens: MailedTokens,
    private readonly mailbox: Mailbox,
    private readonly settings: Settings,
  ) {}

  /** Queues it in the caller's transaction; the caller wakes the mailbox after the commit. */
  async write(tx: Queries, partner: Partner, account: Account): Promise<void> {
    const { id: accountId, email, emailKey } = account;
    const clear = await this.tokens.issue(tx, partner.id, { accountId, email, emailKey });
    const mail = setPasswordMail(mailLanguage(partner.locale), {
      gym: partner.name,
      link: `${this.settings.publicUrl}/${partner.slug}/confirm?token=${clear}`,
      minutes: this.settings.resetTokenMinutes,
    });
    await this.mailbox.queue(tx, partner.id, { to: email, ...mail });
  }
}
