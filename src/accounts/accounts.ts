import { Injectable } from '@nestjs/common';
import { CustomerErrors, Customers } from '../customers/index.js';
import type { Queries } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { AccountErrors } from './accounts.errors.js';
import {
  AccountsRepository,
  type Account,
  type AccountFacts,
  type NewAccount,
} from './accounts.repository.js';
import { LogIns } from './log-ins.js';
import { PasswordChanges } from './password-changes.js';

/** How people log in: at most one account per customer, one per e-mail and partner. */
@Injectable()
export class Accounts {
  constructor(
    private readonly rows: AccountsRepository,
    private readonly logIns: LogIns,
    private readonly customers: Customers,
    private readonly changes: PasswordChanges,
  ) {}

  find(queries: Queries, partnerId: string, id: string): Promise<Account | undefined> {
    return this.rows.find(queries, partnerId, id);
  }

  findByEmail(queries: Queries, partnerId: string, emailKey: string): Promise<Account | undefined> {
    return this.rows.findByEmail(queries, partnerId, emailKey);
  }

  findByCustomer(
    queries: Queries,
    partnerId: string,
    customerId: number,
  ): Promise<Account | undefined> {
    return this.rows.findByCustomer(queries, partnerId, customerId);
  }

  /**
   * The customer becomes ACTIVE; a disabled one stays out.
   * @throws account.customer-disabled, account.customer-has-one, account.email-taken, customer.not-found
   */
  async create(queries: Queries, partnerId: string, values: NewAccount): Promise<Account> {
    const customer = await this.customers.find(partnerId, values.customerId, queries);
    if (!customer) throw new DomainError(CustomerErrors.notFound);
    if (customer.status === 'DISABLED') throw new DomainError(AccountErrors.customerDisabled);
    const account = await this.rows.insert(queries, partnerId, values);
    await this.customers.change(queries, partnerId, values.customerId, { status: 'ACTIVE' });
    return account;
  }

  /**
   * Ends the account's sessions and mailed tokens, lifts its locks, and tells its owner when there was a password before.
   * @throws account.not-found
   */
  async setPassword(
    queries: Queries,
    partnerId: string,
    accountId: string,
    passwordHash: string,
  ): Promise<void> {
    // Nobody who joins needs to be told of a first password: there was nothing to take over.
    const change = { accountId, hash: passwordHash, tellOfFirst: false };
    await this.changes.set(queries, partnerId, change);
  }

  /**
   * The account of a right password; undefined for every other reason, after the same work.
   * @param source who is counted for failures: `clientNetwork(request)`, or the line of an API key
   * @throws request.unavailable when too many log in at once
   */
  logIn(
    partnerId: string,
    email: string,
    password: string,
    source: string,
  ): Promise<Account | undefined> {
    return this.logIns.attempt(partnerId, { email, password, source });
  }

  /** False for a disabled account and for that of a disabled customer. */
  mayEnter(account: Account): Promise<boolean> {
    return this.logIns.mayEnter(account);
  }

  /** What the user object of the Users API shows. */
  facts(queries: Queries, partnerId: string, customerId: number): Promise<AccountFacts> {
    return this.rows.facts(queries, partnerId, customerId);
  }

  /** @throws account.facebook-taken */
  async linkFacebook(queries: Queries, account: Account, facebookId: string): Promise<void> {
    await this.rows.linkFacebook(queries, account, facebookId);
    await this.customers.touch(queries, account.partnerId, account.customerId);
  }
}
