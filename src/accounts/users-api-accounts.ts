import { Injectable } from '@nestjs/common';
import type { Queries } from '../platform/database/database.js';
import { Accounts } from './accounts.js';
import type { Account, AccountFacts } from './accounts.repository.js';
import { FacebookAccounts, type FacebookSignUpResult } from './facebook-accounts.js';
import { PasswordResets, type ResetResult } from './password-resets.js';
import { ResetMails, type MailResult } from './reset-mails.js';
import { TokenHandouts, type HandResult, type SignUpResult } from './token-handouts.js';

/**
 * The password and account calls of users-api.md 3, without their wire: every refusal that is to be expected is a
 * result. `line` is the line of the API key that asks (a key and its rotations).
 */
@Injectable()
export class UsersApiAccounts {
  constructor(
    private readonly handouts: TokenHandouts,
    private readonly mails: ResetMails,
    private readonly resets: PasswordResets,
    private readonly facebook: FacebookAccounts,
    private readonly accounts: Accounts,
  ) {}

  signUp(partnerId: string, email: string, line: string): Promise<SignUpResult> {
    return this.handouts.signUp(partnerId, email, line);
  }

  signUpWithFacebook(partnerId: string, facebookToken: string): Promise<FacebookSignUpResult> {
    return this.facebook.signUp(partnerId, facebookToken);
  }

  handResetToken(partnerId: string, email: string, line: string): Promise<HandResult> {
    return this.handouts.reset(partnerId, email, line);
  }

  mailResetToken(partnerId: string, email: string, line: string): Promise<MailResult> {
    return this.mails.send(partnerId, email, line);
  }

  /** @throws request.unavailable when too many hashes are waiting */
  resetPassword(
    partnerId: string,
    token: string,
    password: string,
    line: string,
  ): Promise<ResetResult> {
    return this.resets.reset(partnerId, token, password, line);
  }

  /** @param source see Accounts.logIn. @throws request.unavailable */
  logIn(
    partnerId: string,
    userName: string,
    password: string,
    source: string,
  ): Promise<Account | undefined> {
    return this.accounts.logIn(partnerId, userName, password, source);
  }

  logInWithFacebook(partnerId: string, facebookToken: string): Promise<Account | undefined> {
    return this.facebook.logIn(partnerId, facebookToken);
  }

  hasAccount(queries: Queries, partnerId: string, customerId: number): Promise<AccountFacts> {
    return this.accounts.facts(queries, partnerId, customerId);
  }
}
