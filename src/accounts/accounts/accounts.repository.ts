import { Injectable } from '@nestjs/common';
import { uuidv7 } from '../../platform/crypto/uuid.js';
import { constraintOf } from '../../platform/database/database-failure.js';
import type { Queries } from '../../platform/database/database.js';
import { Sweeps, type Sweep } from '../../platform/database/sweeps.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { AccountErrors } from './accounts.errors.js';
import { ACCOUNT_COLUMNS } from './accounts.sql.js';

/** How one customer logs in at one partner. */
export interface Account {
  readonly partnerId: string;
  readonly id: string;
  readonly customerId: number;
  readonly email: string;
  readonly emailKey: string;
  readonly hasPassword: boolean;
  readonly enabled: boolean;
}

export interface NewAccount {
  readonly customerId: number;
  readonly email: string;
  readonly emailKey: string;
  readonly passwordHash: string | null;
}

/** What the user object shows of a customer's account. */
export interface AccountFacts {
  readonly hasAccount: boolean;
  readonly hasPassword: boolean;
  readonly facebookId: string | null;
}

const NO_ACCOUNT: AccountFacts = { hasAccount: false, hasPassword: false, facebookId: null };

const find = (name: string, condition: string) => ({
  name: `accounts.${name}`,
  text: `select ${ACCOUNT_COLUMNS} from accounts where partner_id = $1 and ${condition}`,
});
const FIND = find('find', 'id = $2');
const FIND_BY_EMAIL = find('find-by-email', 'email_key = $2');
const FIND_BY_CUSTOMER = find('find-by-customer', 'customer_id = $2');
const FIND_BY_FACEBOOK = find('find-by-facebook', 'facebook_id = $2');
const LOCK_BY_EMAIL = find('lock-by-email', 'email_key = $2 for no key update');
const FACTS = {
  name: 'accounts.facts',
  text: `select customer_id as "customerId", true as "hasAccount", password_hash is not null as "hasPassword",
      facebook_id as "facebookId"
    from accounts where partner_id = $1 and customer_id = any($2)`,
};
const LINK_FACEBOOK = {
  name: 'accounts.link-facebook',
  text: `update accounts set facebook_id = $3, updated_at = clock_timestamp()
    where partner_id = $1 and id = $2`,
};

const INSERT = {
  name: 'accounts.insert',
  text: `insert into accounts (partner_id, id, customer_id, email, email_key, password_hash)
    values ($1, $2, $3, $4, $5, $6) returning ${ACCOUNT_COLUMNS}`,
};

const SET_PASSWORD = {
  name: 'accounts.set-password',
  text: `with old as (
      select partner_id, id, password_hash from accounts where partner_id = $1 and id = $2 for no key update
    ), changed as (
      update accounts a set password_hash = $3, updated_at = clock_timestamp()
      from old where a.partner_id = old.partner_id and a.id = old.id
    ), ended as (
      delete from sessions s using old where s.partner_id = old.partner_id and s.account_id = old.id
    ), dead as (
      update password_resets r set expires_at = clock_timestamp() from old
      where r.partner_id = old.partner_id and r.account_id = old.id
        and r.used_at is null and r.expires_at > clock_timestamp()
    )
    select a.email, a.email_key as "emailKey", a.customer_id as "customerId", old.password_hash is not null as "hadPassword"
    from old join accounts a on a.partner_id = old.partner_id and a.id = old.id`,
};

export interface PasswordSet {
  readonly customerId: number;
  readonly email: string;
  readonly emailKey: string;
  readonly hadPassword: boolean;
}

const ENDED: readonly Sweep[] = [
  {
    data: { data: 'sessions', countedFrom: 'ENDED' },
    table: 'sessions',
    column: 'expires_at',
    keep: '0 seconds',
  },
  // Kept for a day, because they are counted per link token and address.
  {
    data: { data: 'password-links', countedFrom: 'ENDED' },
    table: 'password_resets',
    column: 'expires_at',
    keep: '1 day',
  },
  {
    data: { data: 'failed-log-ins', countedFrom: 'ENDED' },
    table: 'login_failures',
    column: 'last_at',
    keep: '1 hour',
  },
  // Kept for a day, so that a warning is not repeated before.
  { table: 'login_alarms', column: 'last_at', keep: '1 day' },
];

/** The rows of `accounts`. */
@Injectable()
export class AccountsRepository {
  constructor(sweeps: Sweeps) {
    ENDED.forEach((sweep) => sweeps.declare(sweep));
  }

  async find(queries: Queries, partnerId: string, id: string): Promise<Account | undefined> {
    return (await queries.query<Account>(FIND, [partnerId, id]))[0];
  }

  async findByEmail(
    queries: Queries,
    partnerId: string,
    emailKey: string,
  ): Promise<Account | undefined> {
    return (await queries.query<Account>(FIND_BY_EMAIL, [partnerId, emailKey]))[0];
  }

  async findByCustomer(
    queries: Queries,
    partnerId: string,
    customerId: number,
  ): Promise<Account | undefined> {
    return (await queries.query<Account>(FIND_BY_CUSTOMER, [partnerId, customerId]))[0];
  }

  async findByFacebook(
    queries: Queries,
    partnerId: string,
    facebookId: string,
  ): Promise<Account | undefined> {
    return (await queries.query<Account>(FIND_BY_FACEBOOK, [partnerId, facebookId]))[0];
  }

  /** A transaction that changes tokens of an account locks its row first. */
  async lockByEmail(
    queries: Queries,
    partnerId: string,
    emailKey: string,
  ): Promise<Account | undefined> {
    return (await queries.query<Account>(LOCK_BY_EMAIL, [partnerId, emailKey]))[0];
  }

  /** By customer; each of them has an entry. */
  async facts(
    queries: Queries,
    partnerId: string,
    customerIds: readonly number[],
  ): Promise<ReadonlyMap<number, AccountFacts>> {
    type Row = AccountFacts & { readonly customerId: number };
    const rows = await queries.query<Row>(FACTS, [partnerId, customerIds]);
    return new Map([
      ...customerIds.map((id) => [id, NO_ACCOUNT] as const),
      ...rows.map(({ customerId, ...facts }) => [customerId, facts] as const),
    ]);
  }

  /** @throws account.facebook-taken */
  async linkFacebook(queries: Queries, account: Account, facebookId: string): Promise<void> {
    try {
      await queries.query(LINK_FACEBOOK, [account.partnerId, account.id, facebookId]);
    } catch (error) {
      if (constraintOf(error) === 'uq_accounts_facebook_id')
        throw new DomainError(AccountErrors.facebookTaken);
      throw error;
    }
  }

  /** @throws account.customer-has-one, account.email-taken */
  async insert(queries: Queries, partnerId: string, values: NewAccount): Promise<Account> {
    const { customerId, email, emailKey, passwordHash } = values;
    const row = [partnerId, uuidv7(), customerId, email, emailKey, passwordHash];
    try {
      const [account] = await queries.query<Account>(INSERT, row);
      if (!account) throw new Error('the new account was not returned');
      return account;
    } catch (error) {
      const constraint = constraintOf(error);
      if (constraint === 'uq_accounts_customer')
        throw new DomainError(AccountErrors.customerHasOne);
      if (constraint === 'uq_accounts_email_key') throw new DomainError(AccountErrors.emailTaken);
      throw error;
    }
  }

  /** Also ends the account's sessions and unused tokens, in the same statement. */
  async setPassword(
    queries: Queries,
    partnerId: string,
    { accountId, hash }: { readonly accountId: string; readonly hash: string },
  ): Promise<PasswordSet | undefined> {
    return (await queries.query<PasswordSet>(SET_PASSWORD, [partnerId, accountId, hash]))[0];
  }
}
