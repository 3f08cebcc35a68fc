import { Injectable } from '@nestjs/common';
import { Accounts, type Account } from '../../accounts/index.js';
import { Contracts, Customers, type Customer } from '../../customers/index.js';
import { Database, type Queries } from '../../platform/database/database.js';
import type { Proven } from '../links/confirmed-email.js';

/** Who has an e-mail address at this partner. Neither field: a new customer will be created. */
export interface JoinTarget {
  readonly account?: Account;
  readonly customer?: Customer;
}

/** Finds who an address belongs to: an account first, then a customer without one (2.3). */
@Injectable()
export class JoinTargets {
  constructor(
    private readonly db: Database,
    private readonly accounts: Accounts,
    private readonly customers: Customers,
    private readonly contracts: Contracts,
  ) {}

  async find(partnerId: string, emailKey: string, queries: Queries = this.db): Promise<JoinTarget> {
    const account = await this.accounts.findByEmail(queries, partnerId, emailKey);
    if (account) {
      const owner = await this.customers.find(partnerId, account.customerId, queries);
      return { account, ...(owner && { customer: owner }) };
    }
    const people = await this.customers.findByEmail(queries, partnerId, emailKey);
    const customer = await this.firstToConfirm(queries, partnerId, people);
    return customer ? { customer } : {};
  }

  /** True when an account or a customer has this address. A customer whose account has another one counts too. */
  async isTaken(partnerId: string, emailKey: string): Promise<boolean> {
    const account = await this.accounts.findByEmail(this.db, partnerId, emailKey);
    const people = await this.customers.findByEmail(this.db, partnerId, emailKey);
    return account !== undefined || people.length > 0;
  }

  /** The address as stored, else as typed: mail goes to no other spelling than the stored one. */
  async storedAddress(queries: Queries, partnerId: string, typed: Proven): Promise<string> {
    const account = await this.accounts.findByEmail(queries, partnerId, typed.key);
    const [customer] = await this.customers.findByEmail(queries, partnerId, typed.key);
    return account?.email ?? customer?.email ?? typed.email;
  }

  /**
   * A customer who pays the gym directly, because that forbids the link even if others have the address; else the
   * oldest.
   */
  private async firstToConfirm(
    queries: Queries,
    partnerId: string,
    people: readonly Customer[],
  ): Promise<Customer | undefined> {
    let first: Customer | undefined;
    for (const person of people) {
      if (await this.contracts.hasCurrent(queries, partnerId, person.id)) return person;
      first ??= (await this.accounts.findByCustomer(queries, partnerId, person.id))
        ? undefined
        : person;
    }
    return first;
  }
}
