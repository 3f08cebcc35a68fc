import { Injectable } from '@nestjs/common';
import { emailAddress } from '../../platform/values/email-address.js';
import { Database, type Queries } from '../../platform/database/database.js';
import { AccountsRepository, type Account } from '../accounts/accounts.repository.js';
import { ResetTokens } from './reset-tokens.js';
import { AccountSignUp } from '../accounts/account-sign-up.js';

/** `customerId` is for the audit log: who was granted access. */
export interface IssuedToken {
  readonly kind: 'TOKEN';
  readonly token: string;
  readonly customerId: number;
}

export type AccountSignUpResult =
  | IssuedToken
  | { readonly kind: 'HAS_PASSWORD' }
  /** Malformed, or not the address of exactly one customer who may get an account. */
  | { readonly kind: 'BAD_EMAIL' };

export type IssueResult = IssuedToken | { readonly kind: 'BAD_EMAIL' | 'UNKNOWN' };

/** Reset tokens in an answer: they work for the keys of one lineage only, and prove no address. */
@Injectable()
export class ResetTokenIssuance {
  constructor(
    private readonly db: Database,
    private readonly rows: AccountsRepository,
    private readonly tokens: ResetTokens,
    private readonly signUps: AccountSignUp,
  ) {}

  async signUp(partnerId: string, email: string, lineage: string): Promise<AccountSignUpResult> {
    const address = emailAddress(email);
    if (!address) return { kind: 'BAD_EMAIL' };
    const result = await this.signUps.run<AccountSignUpResult>(
      partnerId,
      address,
      async (tx, account) =>
        account.hasPassword ? { kind: 'HAS_PASSWORD' } : this.issue(tx, account, lineage),
    );
    return result ?? { kind: 'BAD_EMAIL' };
  }

  async reset(partnerId: string, email: string, lineage: string): Promise<IssueResult> {
    const address = emailAddress(email);
    if (!address) return { kind: 'BAD_EMAIL' };
    return this.db.transaction<IssueResult>(async (tx) => {
      const account = await this.rows.lockByEmail(tx, partnerId, address.key);
      if (!account?.enabled) return { kind: 'UNKNOWN' };
      return this.issue(tx, account, lineage);
    });
  }

  private async issue(tx: Queries, account: Account, lineage: string): Promise<IssuedToken> {
    const token = await this.tokens.issueForKey(tx, account, lineage);
    return { kind: 'TOKEN', token, customerId: account.customerId };
  }
}
