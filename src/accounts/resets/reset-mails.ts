import { Injectable } from '@nestjs/common';
import { emailAddress } from '../../platform/values/email-address.js';
import { Database, type Queries } from '../../platform/database/database.js';
import { AccountsRepository, type Account } from '../accounts/accounts.repository.js';
import { AccountMailComposer, type ResetMailTemplate } from '../accounts/account-mail-composer.js';
import { Mailbox, type OutgoingMail } from '../../mail/index.js';
import { hashOf, ResetTokens } from './reset-tokens.js';

/** NOT_SENT: the server did not accept it in time, or the address has reached its hourly limit. */
export type ResetMailResult = 'SENT' | 'BAD_EMAIL' | 'UNKNOWN' | 'NO_TEMPLATE' | 'NOT_SENT';

/** A request on our page, from which network and in which language, and the template for its mail. */
export interface ResetMailRequest {
  readonly partnerId: string;
  readonly emailKey: string;
  readonly source: string;
  readonly language: string | null;
  readonly template: ResetMailTemplate;
}

/** Mails whose link sets the password of an account. */
@Injectable()
export class ResetMails {
  constructor(
    private readonly db: Database,
    private readonly rows: AccountsRepository,
    private readonly tokens: ResetTokens,
    private readonly composer: AccountMailComposer,
    private readonly mailbox: Mailbox,
  ) {}

  /**
   * Sends within the request: the result is the outcome of the mail. Without a mail no token stays valid.
   * @param lineage of the calling API key
   */
  async send(partnerId: string, email: string, lineage: string): Promise<ResetMailResult> {
    const address = emailAddress(email);
    if (!address) return 'BAD_EMAIL';
    const template = await this.composer.passwordReset(this.db, partnerId);
    if (!template) return 'NO_TEMPLATE';
    const prepared = await this.db.transaction(async (tx) => {
      const account = await this.rows.lockByEmail(tx, partnerId, address.key);
      if (!account?.enabled) return 'UNKNOWN';
      if (!this.mailbox.canSend || !(await this.mayMail(tx, account, lineage))) return 'NOT_SENT';
      const mail = await this.mail(tx, account, template);
      return this.mailbox.prepare(tx, partnerId, { ...mail, requester: lineage });
    });
    if (prepared === undefined || typeof prepared === 'string') return prepared ?? 'NOT_SENT';
    return (await this.mailbox.sendNow(prepared)) ? 'SENT' : 'NOT_SENT';
  }

  /** In the caller's transaction: nothing for an address without an account that may log in. */
  async queue(tx: Queries, request: ResetMailRequest): Promise<void> {
    const { partnerId, emailKey, source, template, language } = request;
    const account = await this.rows.lockByEmail(tx, partnerId, emailKey);
    if (!account?.enabled || !(await this.mayMail(tx, account, source))) return;
    const mail = await this.mail(tx, account, template, language ?? undefined);
    await this.mailbox.queue(tx, partnerId, { ...mail, requester: source });
  }

  private mayMail(tx: Queries, account: Account, requester: string): Promise<boolean> {
    const { partnerId, emailKey } = account;
    return this.mailbox.mayMailReset(tx, partnerId, { emailKey, requester });
  }

  /** To the stored address, never to the typed one. */
  private async mail(
    tx: Queries,
    account: Account,
    template: ResetMailTemplate,
    ofPage?: string,
  ): Promise<OutgoingMail> {
    const { partnerId, customerId, email } = account;
    const languages = await this.composer.languagesOf(tx, partnerId, { customerId, ofPage });
    const clear = await this.tokens.make(tx, account, null);
    return { to: email, ...template(clear, languages), resetTokenHash: hashOf(clear) };
  }
}
