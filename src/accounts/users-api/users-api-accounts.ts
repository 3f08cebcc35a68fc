import { Injectable } from '@nestjs/common';
import type { Account } from '../accounts/accounts.repository.js';
import { LogIns, type LogInCredentials } from '../log-in/log-ins.js';
import { FacebookAccounts, type FacebookSignUpResult } from './facebook-accounts.js';
import { PasswordResets, type PasswordReset, type ResetResult } from '../resets/password-resets.js';
import { ResetMails, type ResetMailResult } from '../resets/reset-mails.js';
import {
  ResetTokenIssuance,
  type IssueResult,
  type AccountSignUpResult,
} from '../resets/reset-token-issuance.js';

/**
 * The password and account calls of users-api.md 3, without their wire: every refusal that is to be expected is a
 * result. `lineage` is that of the calling API key (a key and its rotations).
 */
@Injectable()
export class UsersApiAccounts {
  constructor(
    private readonly issuance: ResetTokenIssuance,
    private readonly mails: ResetMails,
    private readonly resets: PasswordResets,
    private readonly facebook: FacebookAccounts,
    private readonly logIns: LogIns,
  ) {}

  signUp(partnerId: string, email: string, lineage: string): Promise<AccountSignUpResult> {
    return this.issuance.signUp(partnerId, email, lineage);
  }

  signUpWithFacebook(partnerId: string, facebookToken: string): Promise<FacebookSignUpResult> {
    return this.facebook.signUp(partnerId, facebookToken);
  }

  issueResetToken(partnerId: string, email: string, lineage: string): Promise<IssueResult> {
    return this.issuance.reset(partnerId, email, lineage);
  }

  mailResetToken(partnerId: string, email: string, lineage: string): Promise<ResetMailResult> {
    return this.mails.send(partnerId, email, lineage);
  }

  /** @throws request.unavailable when too many hashes are waiting */
  resetPassword(
    partnerId: string,
    reset: PasswordReset & { readonly lineage: string },
  ): Promise<ResetResult> {
    return this.resets.reset(partnerId, reset);
  }

  /** @throws request.unavailable when too many log in at once */
  logIn(partnerId: string, credentials: LogInCredentials): Promise<Account | undefined> {
    return this.logIns.attempt(partnerId, credentials);
  }

  logInWithFacebook(partnerId: string, facebookToken: string): Promise<Account | undefined> {
    return this.facebook.logIn(partnerId, facebookToken);
  }
}
