import { Injectable } from '@nestjs/common';
import { CustomerErrors } from '../../customers/index.js';
import { Database } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { hashClientOf } from '../passwords/hash-client.js';
import { PasswordChanges } from './password-changes.js';
import { PasswordRules, type PasswordFault } from '../passwords/password-rules.js';
import { Passwords } from '../passwords/passwords.js';
import { ResetTokens, type TokenUse } from './reset-tokens.js';

export interface PasswordReset extends TokenUse {
  readonly password: string;
  /** Of the page on which it is set. */
  readonly language?: string | undefined;
}

export type ResetResult =
  | { readonly kind: 'CUSTOMER'; readonly customerId: number; readonly accountId: string }
  | { readonly kind: 'INVALID_TOKEN' }
  | { readonly kind: 'WEAK_PASSWORD'; readonly fault: PasswordFault; readonly detail: string };

/** Another request used the token first: rolls the transaction back. */
class Spent extends Error {}

/** What a reset token is for (users-api.md 3, "reset done"). */
@Injectable()
export class PasswordResets {
  constructor(
    private readonly db: Database,
    private readonly tokens: ResetTokens,
    private readonly passwords: Passwords,
    private readonly changes: PasswordChanges,
    private readonly rules: PasswordRules,
  ) {}

  /**
   * A weak password leaves the token as it is.
   * @throws request.unavailable when too many hashes are waiting
   */
  async reset(partnerId: string, reset: PasswordReset): Promise<ResetResult> {
    const { password, lineage } = reset;
    const token = await this.tokens.peek(partnerId, reset);
    if (!token) return { kind: 'INVALID_TOKEN' };
    const { email, customerId, accountId } = token;
    const fault = await this.rules.fault(partnerId, password, { email, names: [], customerId });
    if (fault) return { kind: 'WEAK_PASSWORD', fault, detail: this.rules.describe(fault) };
    const hash = await this.passwords.hash(password, hashClientOf(partnerId, lineage ?? undefined));
    try {
      await this.db.transaction(async (tx) => {
        // The customer first, then the account: an erasure locks in the same order.
        await this.changes.recordOnCustomer(tx, partnerId, { ...token, language: reset.language });
        await this.tokens.lockOwner(tx, partnerId, reset.token);
        if (!(await this.tokens.use(tx, partnerId, reset))) throw new Spent();
        await this.changes.set(tx, partnerId, { accountId, hash, notifyOfFirst: true });
      });
    } catch (error) {
      if (isGone(error)) return { kind: 'INVALID_TOKEN' };
      throw error;
    }
    return { kind: 'CUSTOMER', customerId, accountId };
  }
}

const isGone = (error: unknown): boolean =>
  error instanceof Spent || (error instanceof DomainError && error.is(CustomerErrors.notFound));
