import { Injectable } from '@nestjs/common';
import { gymLanguageSql } from '../../partners/index.js';
import type { Queries, Statement } from '../../platform/database/database.js';
import type { CustomerEntity } from './customer.entity.js';
import { meaningOf } from './customers.errors.js';
import { BLANK_DETAILS, type PersonDetails } from './person-details.js';

type Row = CustomerEntity & Record<string, unknown>;
/** What is written of a customer; the rest is the database's. */
export type StoredCustomer = Omit<CustomerEntity, 'partnerId' | 'id' | 'changeNo' | 'createdAt'>;

/** Everything that is written, in the order of the statements' values. */
const WRITTEN = [
  'number',
  'status',
  'origin',
  'homeGymId',
  'firstName',
  'lastName',
  'email',
  'emailKey',
  'emailConfirmed',
  'phoneNumber',
  'birthDate',
  'wellhubId',
  'gpwId',
  'gpwActive',
  'cardNumber',
  'cardBlocked',
  'mergedInto',
  ...(Object.keys(BLANK_DETAILS) as (keyof PersonDetails)[]),
] as const satisfies readonly (keyof StoredCustomer)[];
const column = (property: string) =>
  property.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
export const CUSTOMER_COLUMNS = [
  'id',
  'partner_id as "partnerId"',
  ...WRITTEN.map((property) => `${column(property)} as "${property}"`),
  'change_no as "changeNo"',
  'created_at as "createdAt"',
].join(', ');

const find = (name: string, condition: string, tail = ''): Statement => ({
  name: `customers.${name}`,
  text: `select ${CUSTOMER_COLUMNS} from customers
    where partner_id = $1 and ${condition} and status <> 'ERASED' ${tail}`,
});
const BY_ID = find('by-id', 'id = $2');
const BY_WELLHUB_ID = find('by-wellhub-id', 'wellhub_id = $2');
const BY_GPW_ID = find('by-gpw-id', 'gpw_id = $2');
const BY_EMAIL = find('by-email', 'email_key = $2', 'order by id');
// Not `for update`: that would wait for every row elsewhere that refers to the customer, and they for us.
const LOCK = find('lock', 'id = any($2::bigint[])', 'order by id for no key update');

const INSERT = {
  name: 'customers.insert',
  text: `insert into customers (partner_id, ${WRITTEN.map(column).join(', ')})
    values ($1, coalesce($2, gen_random_uuid()::text), ${WRITTEN.slice(1)
      .map((_, at) => `$${at + 3}`)
      .join(', ')})
    returning ${CUSTOMER_COLUMNS}`,
};
// Skips rows whose id or number another customer has, also one that is not committed yet.
const INSERT_FREE = {
  name: 'customers.insert-free',
  text: `insert into customers (partner_id, ${WRITTEN.map(column).join(', ')})
    select partner_id, coalesce(number, gen_random_uuid()::text), ${WRITTEN.slice(1).map(column).join(', ')}
    from json_populate_recordset(null::customers, $1::json)
    on conflict do nothing
    returning ${CUSTOMER_COLUMNS}`,
};
const UPDATE = {
  name: 'customers.update',
  text: `update customers set number = coalesce($3, gen_random_uuid()::text), ${WRITTEN.slice(1)
    .map((property, at) => `${column(property)} = $${at + 4}`)
    .join(', ')},
      change_no = nextval('change_numbers'), change_xid = pg_current_xact_id(),
      updated_at = clock_timestamp()
    where partner_id = $1 and id = $2 returning ${CUSTOMER_COLUMNS}`,
};

// A change of what others show with the customer: an account, a photo.
const TOUCH = {
  name: 'customers.touch',
  text: `update customers set change_no = nextval('change_numbers'), change_xid = pg_current_xact_id(),
      updated_at = clock_timestamp()
    where partner_id = $1 and id = $2 and status <> 'ERASED' returning id`,
};

/** The languages for mails to a customer: their own, and that of their gym or of the partner's only one. */
const LANGUAGES = {
  name: 'customers.languages',
  text: `select c.language as own, ${gymLanguageSql('c.partner_id', 'c.home_gym_id')} as gym
    from customers c where c.partner_id = $1 and c.id = $2`,
};

export interface PersonLanguages {
  readonly own: string | null;
  readonly gym: string | null;
}

type Values = Omit<StoredCustomer, 'number'> & { readonly number: string | null };
const valuesOf = (values: Values) => WRITTEN.map((property) => values[property]);
const rowOf = ({ partnerId, ...values }: Values & { readonly partnerId: string }) => ({
  partner_id: partnerId,
  ...Object.fromEntries(
    WRITTEN.map((property) => [column(property), wellFormed(values[property])]),
  ),
});
/** As the driver writes text: half a surrogate pair is no character, and JSON with one is refused. */
const wellFormed = (value: unknown) => (typeof value === 'string' ? value.toWellFormed() : value);

/** The table `customers`, for callers inside and outside transactions. Erased customers are not found. */
@Injectable()
export class CustomersRepository {
  async findById(queries: Queries, partnerId: string, id: number) {
    return (await queries.query<Row>(BY_ID, [partnerId, id]))[0];
  }

  async findByWellhubId(queries: Queries, partnerId: string, wellhubId: string) {
    return (await queries.query<Row>(BY_WELLHUB_ID, [partnerId, wellhubId]))[0];
  }

  async findByGpwId(queries: Queries, partnerId: string, gpwId: string) {
    return (await queries.query<Row>(BY_GPW_ID, [partnerId, gpwId]))[0];
  }

  async findByEmail(queries: Queries, partnerId: string, emailKey: string): Promise<Row[]> {
    return queries.query<Row>(BY_EMAIL, [partnerId, emailKey]);
  }

  async languagesOf(queries: Queries, partnerId: string, id: number): Promise<PersonLanguages> {
    const [row] = await queries.query<PersonLanguages & Record<string, unknown>>(LANGUAGES, [
      partnerId,
      id,
    ]);
    return row ?? { own: null, gym: null };
  }

  /** Locks in the order of ids, so that two calls never wait for each other in a circle. */
  async lock(queries: Queries, partnerId: string, ids: readonly number[]): Promise<Row[]> {
    return queries.query<Row>(LOCK, [partnerId, ids]);
  }

  /** A null `number` becomes a UUID. @throws customer.*-taken, gym.not-found */
  async insert(queries: Queries, partnerId: string, values: Values): Promise<CustomerEntity> {
    return only(await this.written(queries, INSERT, [partnerId, ...valuesOf(values)]));
  }

  /** Of any partners. @returns without those whose number, id or card another customer has @throws gym.not-found */
  async insertFree(
    queries: Queries,
    all: readonly (Values & { readonly partnerId: string })[],
  ): Promise<CustomerEntity[]> {
    return this.written(queries, INSERT_FREE, [JSON.stringify(all.map(rowOf))]);
  }

  /** Writes everything and takes a new change number. @throws customer.*-taken, gym.not-found */
  async update(
    queries: Queries,
    partnerId: string,
    id: number,
    values: Values,
  ): Promise<CustomerEntity> {
    return only(await this.written(queries, UPDATE, [partnerId, id, ...valuesOf(values)]));
  }

  /** Takes a new change number only. False for an unknown or erased customer. */
  async touch(queries: Queries, partnerId: string, id: number): Promise<boolean> {
    return (await queries.query(TOUCH, [partnerId, id])).length === 1;
  }

  private async written(queries: Queries, statement: Statement, values: readonly unknown[]) {
    try {
      return await queries.query<Row>(statement, values);
    } catch (error) {
      throw meaningOf(error);
    }
  }
}

function only([row]: readonly Row[]): CustomerEntity {
  if (!row) throw new Error('the customer row was not written');
  return row;
}
