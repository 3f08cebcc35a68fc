import { Injectable } from '@nestjs/common';
import { Accounts, MailedTokens, Passwords, Sessions } from '../accounts/index.js';
import { Database } from '../platform/database/database.js';
import type { FinishResult } from '../user-registration/index.js';

/** Sets another password of an account with the token that `PasswordMails` sent to its owner. */
@Injectable()
export class NewPasswords {
  constructor(
    private readonly db: Database,
    private readonly tokens: MailedTokens,
    private readonly passwords: Passwords,
    private readonly accounts: Accounts,
    private readonly sessions: Sessions,
  ) {}

  /** The address of the account that the token is for; undefined when it is not for an account, or used, or old. */
  async emailFor(partnerId: string, clear: string): Promise<string | undefined> {
    const token = await this.tokens.peek(partnerId, clear);
    return token?.accountId && !token.joinState ? token.email : undefined;
  }

  /** Call it only for a token that `emailFor` knows. Uses the token up once the password is good. */
  async set(partnerId: string, clear: string, password: string): Promise<FinishResult> {
    const email = await this.emailFor(partnerId, clear);
    if (email === undefined) return { kind: 'invalid-token' };
    const fault = this.passwords.fault(password, email);
    if (fault)
      return { kind: 'bad-input', fields: { password: password === '' ? 'missing' : fault } };
    const hash = await this.passwords.hash(password);
    const accountId = await this.db.transaction(async (tx) => {
      const used = await this.tokens.consume(tx, partnerId, clear);
      if (used?.accountId) await this.accounts.setPassword(tx, partnerId, used.accountId, hash);
      return used?.accountId;
    });
    this.sessions.forgetAll();
    return accountId ? { kind: 'joined', accountId } : { kind: 'invalid-token' };
  }
}
