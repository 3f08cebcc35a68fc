import { Injectable } from '@nestjs/common';
import { Customers } from '../../customers/index.js';
import type { EmailAddress } from '../../platform/values/email-address.js';
import { Database, type Queries } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Accounts } from './accounts.js';
import { AccountErrors } from './accounts.errors.js';
import { AccountsRepository, type Account } from './accounts.repository.js';

const TAKEN = [AccountErrors.emailTaken, AccountErrors.customerHasOne, AccountErrors.facebookTaken];
/** The address belongs to a customer who may not get an account, or has one under another address. */
const UNFIT = [AccountErrors.customerHasOne, AccountErrors.customerDisabled];

/** The one account of an e-mail, made when there is none (users-api.md 3, "SignUp"). */
@Injectable()
export class AccountSignUp {
  constructor(
    private readonly db: Database,
    private readonly rows: AccountsRepository,
    private readonly accounts: Accounts,
    private readonly customers: Customers,
  ) {}

  /**
   * Runs `work` with the account, locked until the commit. Of parallel sign-ups one makes the account; the others
   * find it made and read it.
   * @returns undefined when the address is not that of exactly one customer who may get an account
   */
  async run<T>(
    partnerId: string,
    address: EmailAddress,
    work: (tx: Queries, account: Account) => Promise<T>,
  ): Promise<T | undefined> {
    const once = () =>
      this.db.transaction(async (tx) => {
        const account = await this.account(tx, partnerId, address);
        return account && work(tx, account);
      });
    try {
      return await once().catch((error: unknown) => {
        if (isOneOf(TAKEN, error)) return once();
        throw error;
      });
    } catch (error) {
      if (isOneOf(UNFIT, error)) return undefined;
      throw error;
    }
  }

  private async account(
    tx: Queries,
    partnerId: string,
    address: EmailAddress,
  ): Promise<Account | undefined> {
    const known = await this.rows.lockByEmail(tx, partnerId, address.key);
    return known ?? this.create(tx, partnerId, address);
  }

  private async create(
    tx: Queries,
    partnerId: string,
    { email, key }: EmailAddress,
  ): Promise<Account | undefined> {
    const [known, another] = await this.customers.findByEmail(tx, partnerId, key);
    if (another) return undefined;
    const customer = known ?? (await this.newCustomer(tx, partnerId, email));
    const values = { customerId: customer.id, email, emailKey: key, passwordHash: null };
    const account = await this.accounts.create(tx, partnerId, values);
    // `hasAccount` is shown with the customer: its `timestamp` rises also when nothing else of it changed.
    if (known) await this.customers.touch(tx, partnerId, known.id);
    return account;
  }

  private newCustomer(tx: Queries, partnerId: string, email: string) {
    return this.customers.create(tx, partnerId, { email, status: 'ACTIVE' });
  }
}

const isOneOf = (specs: readonly { code: string }[], error: unknown): boolean =>
  error instanceof DomainError && specs.some(({ code }) => code === error.spec.code);
