import { Injectable } from '@nestjs/common';
import { emailAddress } from '../platform/values/email-address.js';
import { Database, type Queries } from '../platform/database/database.js';
import { AccountsRepository, type Account } from './accounts.repository.js';
import { ResetTokens } from './reset-tokens.js';
import { SignUps } from './sign-ups.js';

/** `customerId` is for the audit log: who was given a way in. */
export interface HandedToken {
  readonly kind: 'TOKEN';
  readonly token: string;
  readonly customerId: number;
}

export type SignUpResult =
  | HandedToken
  | { readonly kind: 'HAS_PASSWORD' }
  /** Malformed, or not the address of exactly one customer who may get an account. */
  | { readonly kind: 'BAD_EMAIL' };

export type HandResult = HandedToken | { readonly kind: 'BAD_EMAIL' | 'UNKNOWN' };

/** Reset tokens in an answer: they work for the keys of one line only, and prove no address. */
@Injectable()
export class TokenHandouts {
  constructor(
    private readonly db: Database,
    private readonly rows: AccountsRepository,
    private readonly tokens: ResetTokens,
    private readonly signUps: SignUps,
  ) {}

  async signUp(partnerId: string, email: string, line: string): Promise<SignUpResult> {
    const address = emailAddress(email);
    if (!address) return { kind: 'BAD_EMAIL' };
    const result = await this.signUps.run<SignUpResult>(partnerId, address, async (tx, account) =>
      account.hasPassword ? { kind: 'HAS_PASSWORD' } : this.hand(tx, account, line),
    );
    return result ?? { kind: 'BAD_EMAIL' };
  }

  async reset(partnerId: string, email: string, line: string): Promise<HandResult> {
    const address = emailAddress(email);
    if (!address) return { kind: 'BAD_EMAIL' };
    return this.db.transaction<HandResult>(async (tx) => {
      const account = await this.rows.lockByEmail(tx, partnerId, address.key);
      if (!account?.enabled) return { kind: 'UNKNOWN' };
      return this.hand(tx, account, line);
    });
  }

  private async hand(tx: Queries, account: Account, line: string): Promise<HandedToken> {
    const token = await this.tokens.hand(tx, account, line);
    return { kind: 'TOKEN', token, customerId: account.customerId };
  }
}
