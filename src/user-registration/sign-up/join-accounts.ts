import { Injectable } from '@nestjs/common';
import { Accounts, PasswordChanges, type Account } from '../../accounts/index.js';
import type { Queries } from '../../platform/database/database.js';
import type { JoinTarget } from './join-targets.js';
import type { MailedLink } from './mailed-links.js';

export interface MailedPassword extends MailedLink {
  /** Null when the account keeps its own. */
  readonly passwordHash: string | null;
}

/** The account of a person whose address is proven by mail. */
@Injectable()
export class JoinAccounts {
  constructor(
    private readonly accounts: Accounts,
    private readonly passwords: PasswordChanges,
  ) {}

  /** @returns the id of a new account, or of their own, with the password they may set for it */
  async ensure(
    tx: Queries,
    { account }: JoinTarget,
    { partnerId, customerId }: Pick<Account, 'partnerId' | 'customerId'>,
    { mailed, passwordHash: hash, state }: MailedPassword,
  ): Promise<string> {
    if (!account) {
      const { email, emailKey } = mailed;
      const values = { customerId, email, emailKey, passwordHash: hash };
      return (await this.accounts.create(tx, partnerId, values)).id;
    }
    const accountId = account.id;
    if (hash !== null && (state.setPassword || !account.hasPassword))
      await this.passwords.set(tx, partnerId, { accountId, hash, notifyOfFirst: false });
    return accountId;
  }
}
