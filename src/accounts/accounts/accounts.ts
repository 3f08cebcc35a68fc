import { Injectable } from '@nestjs/common';
import { CustomerErrors, Customers } from '../../customers/index.js';
import type { Queries } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { AccountErrors } from './accounts.errors.js';
import {
  AccountsRepository,
  type Account,
  type AccountFacts,
  type NewAccount,
} from './accounts.repository.js';

/** At most one account per customer, and one per e-mail and partner. */
@Injectable()
export class Accounts {
  constructor(
    private readonly rows: AccountsRepository,
    private readonly customers: Customers,
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

  findByFacebook(
    queries: Queries,
    partnerId: string,
    facebookId: string,
  ): Promise<Account | undefined> {
    return this.rows.findByFacebook(queries, partnerId, facebookId);
  }

  /**
   * The customer becomes ACTIVE; a disabled one is refused.
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

  /** What the user object of the Users API shows, by customer; each of them has an entry. */
  facts(
    queries: Queries,
    partnerId: string,
    customerIds: readonly number[],
  ): Promise<ReadonlyMap<number, AccountFacts>> {
    return this.rows.facts(queries, partnerId, customerIds);
  }

  /** @throws account.facebook-taken */
  async linkFacebook(queries: Queries, account: Account, facebookId: string): Promise<void> {
    await this.rows.linkFacebook(queries, account, facebookId);
    await this.customers.touch(queries, account.partnerId, account.customerId);
  }
}
