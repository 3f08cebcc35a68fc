import { Injectable } from '@nestjs/common';
import { emailAddress } from '../customers/index.js';
import { Database, type Queries } from '../platform/database/database.js';
import { AccountsRepository, type Account } from './accounts.repository.js';
import { Letters, type ResetLetter } from './letters.js';
import { Mailbox, type OutgoingMail } from './mailbox.js';
import { hashOf, ResetTokens } from './reset-tokens.js';

/** NOT_SENT: the server did not take it in time, or the address had its mails of the hour. */
export type MailResult = 'SENT' | 'BAD_EMAIL' | 'UNKNOWN' | 'NO_TEMPLATE' | 'NOT_SENT';

/** Mails whose link sets the password of an account. */
@Injectable()
export class ResetMails {
  constructor(
    private readonly db: Database,
    private readonly rows: AccountsRepository,
    private readonly tokens: ResetTokens,
    private readonly letters: Letters,
    private readonly mailbox: Mailbox,
  ) {}

  /** Within the request: the answer tells what became of the mail. Without a mail no token lives. */
  async send(partnerId: string, email: string): Promise<MailResult> {
    const address = emailAddress(email);
    if (!address) return 'BAD_EMAIL';
    const letter = await this.letters.passwordReset(this.db, partnerId);
    if (!letter) return 'NO_TEMPLATE';
    const prepared = await this.db.transaction(async (tx) => {
      const account = await this.rows.lockByEmail(tx, partnerId, address.key);
      if (!account?.enabled) return 'UNKNOWN';
      if (!this.mailbox.canSend || !(await this.mayMail(tx, account))) return 'NOT_SENT';
      return this.mailbox.prepare(tx, partnerId, await this.mail(tx, account, letter));
    });
    if (prepared === undefined || typeof prepared === 'string') return prepared ?? 'NOT_SENT';
    return (await this.mailbox.sendNow(prepared)) ? 'SENT' : 'NOT_SENT';
  }

  /**
   * For our "forgot password" page: the same for every address, which is why nothing is told. The mail leaves
   * after the answer. Malformed addresses are the caller's to refuse.
   */
  async queue(partnerId: string, email: string, ofPage?: string): Promise<void> {
    const key = emailAddress(email)?.key ?? '';
    const letter = await this.letters.passwordReset(this.db, partnerId);
    await this.db.transaction(async (tx) => {
      const account = await this.rows.lockByEmail(tx, partnerId, key);
      if (!letter || !account?.enabled || !(await this.mayMail(tx, account))) return;
      const mail = await this.mail(tx, account, letter, ofPage);
      await this.mailbox.queue(tx, partnerId, mail);
    });
    this.mailbox.wake();
  }

  private mayMail(tx: Queries, { partnerId, emailKey }: Account): Promise<boolean> {
    return this.mailbox.mayMailReset(tx, partnerId, emailKey);
  }

  /** To the stored address, never to the typed one. */
  private async mail(
    tx: Queries,
    account: Account,
    letter: ResetLetter,
    ofPage?: string,
  ): Promise<OutgoingMail> {
    const { partnerId, customerId, email } = account;
    const languages = await this.letters.languagesOf(tx, partnerId, customerId, ofPage);
    const clear = await this.tokens.make(tx, account, null);
    return { to: email, ...letter(clear, languages), resetTokenHash: hashOf(clear) };
  }
}
