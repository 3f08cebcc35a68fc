import { Injectable } from '@nestjs/common';
import { Customers } from '../../customers/index.js';
import type { Queries } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { AccountErrors } from '../accounts/accounts.errors.js';
import { AccountsRepository } from '../accounts/accounts.repository.js';
import { LogIns } from '../log-in/log-ins.js';
import { SecurityMails } from '../accounts/security-mails.js';
import type { ResetToken } from './reset-tokens.repository.js';
import { Sessions } from '../log-in/sessions.js';

export interface NewPassword {
  readonly accountId: string;
  readonly hash: string;
  /** True: the owner is notified of a first password too; a person who signs up needs no such mail. */
  readonly notifyOfFirst: boolean;
}

/** Sets a new password: sessions, tokens and locks end, and the owner is notified. */
@Injectable()
export class PasswordChanges {
  constructor(
    private readonly rows: AccountsRepository,
    private readonly logIns: LogIns,
    private readonly sessions: Sessions,
    private readonly securityMails: SecurityMails,
    private readonly customers: Customers,
  ) {}

  /** Inside a transaction; what it ended counts here at once after the commit. @throws account.not-found */
  async set(queries: Queries, partnerId: string, change: NewPassword): Promise<void> {
    const { accountId, hash, notifyOfFirst } = change;
    const set = await this.rows.setPassword(queries, partnerId, { accountId, hash });
    if (!set) throw new DomainError(AccountErrors.notFound);
    await this.logIns.liftLocks(queries, partnerId, set.emailKey);
    if (set.hadPassword || notifyOfFirst)
      await this.securityMails.passwordChanged(queries, partnerId, set);
    queries.afterCommit(this.sessions.forgetAll);
  }

  /** Before `set`. Its `timestamp` rises, and an address that a mail went to is the person's (`emailAddressIsConfirmed`). */
  async recordOnCustomer(
    tx: Queries,
    partnerId: string,
    {
      customerId,
      mailed,
      emailKey,
      language,
    }: ResetToken & { readonly language?: string | undefined },
  ): Promise<void> {
    await this.customers.touch(tx, partnerId, customerId);
    const customer = await this.customers.find(partnerId, customerId, tx);
    if (!customer) return;
    const patch = {
      ...(mailed && customer.emailKey === emailKey && { emailConfirmed: true }),
      ...(language !== undefined && customer.language === null && { language }),
    };
    await this.customers.change(tx, partnerId, customerId, patch);
  }
}
