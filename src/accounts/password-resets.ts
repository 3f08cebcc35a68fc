import { Injectable } from '@nestjs/common';
import { CustomerErrors, Customers } from '../customers/index.js';
import { Database, type Queries } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { laneOf } from './lane.js';
import { PasswordChanges } from './password-changes.js';
import { Passwords, type PasswordFault } from './passwords.js';
import { ResetTokens, type Line, type ResetToken } from './reset-tokens.js';

export type ResetResult =
  | { readonly kind: 'CUSTOMER'; readonly customerId: number; readonly accountId: string }
  | { readonly kind: 'INVALID_TOKEN' }
  | { readonly kind: 'WEAK_PASSWORD'; readonly fault: PasswordFault };

/** Somebody else used the token first: takes back what the transaction did so far. */
class Spent extends Error {}

/** What a reset token is for (users-api.md 3, "reset done"). */
@Injectable()
export class PasswordResets {
  constructor(
    private readonly db: Database,
    private readonly tokens: ResetTokens,
    private readonly passwords: Passwords,
    private readonly changes: PasswordChanges,
    private readonly customers: Customers,
  ) {}

  /**
   * A weak password leaves the token as it is.
   * @param line absent on our page, which takes mailed tokens only
   * @throws request.unavailable when too many hashes are waiting
   */
  async reset(
    partnerId: string,
    clear: string,
    password: string,
    line: Line,
  ): Promise<ResetResult> {
    const token = await this.tokens.peek(partnerId, clear, line);
    if (!token) return { kind: 'INVALID_TOKEN' };
    const fault = this.passwords.fault(password, token.email);
    if (fault) return { kind: 'WEAK_PASSWORD', fault };
    const { customerId, accountId } = token;
    const hash = await this.passwords.hash(password, laneOf(partnerId, line));
    try {
      await this.db.transaction(async (tx) => {
        // The customer first, then the account: an erasure locks in the same order.
        await this.showInCustomer(tx, partnerId, token);
        await this.tokens.lockOwner(tx, partnerId, clear);
        if (!(await this.tokens.use(tx, partnerId, clear, line))) throw new Spent();
        await this.changes.set(tx, partnerId, { accountId, hash, tellOfFirst: true });
      });
    } catch (error) {
      if (isGone(error)) return { kind: 'INVALID_TOKEN' };
      throw error;
    }
    this.changes.committed();
    return { kind: 'CUSTOMER', customerId, accountId };
  }

  /** Its `timestamp` rises, and an address that a mail went to is the person's (`emailAddressIsConfirmed`). */
  private async showInCustomer(
    tx: Queries,
    partnerId: string,
    { customerId, mailed, emailKey }: ResetToken,
  ): Promise<void> {
    await this.customers.touch(tx, partnerId, customerId);
    const customer = await this.customers.find(partnerId, customerId, tx);
    if (mailed && customer?.emailKey === emailKey)
      await this.customers.change(tx, partnerId, customerId, { emailConfirmed: true });
  }
}

const isGone = (error: unknown): boolean =>
  error instanceof Spent || (error instanceof DomainError && error.is(CustomerErrors.notFound));
