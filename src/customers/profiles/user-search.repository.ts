import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { phoneDigitsSql } from '../search/customer-text.sql.js';
import type { PhoneMatch } from './phone-match.js';

/** What a person is looked up by (`users-api.md` 4.1); everything that is there must fit. */
export interface UserCriteria {
  readonly id?: number | undefined;
  /** Of the person, or of an account: then whose. */
  readonly email?: { readonly key: string; readonly holderId: number | null } | undefined;
  readonly phone?: PhoneMatch | undefined;
  /** In the stored form. */
  readonly cardNumber?: string | undefined;
  readonly personalId?: string | undefined;
}

/** Rows of a page (`users-api.md` 1). */
const PAGE = 100;
const FIRST = 4;

/** Without the marks that people write between the signs: the expression of `ix_customers_personal_id`. */
const plainIdSql = (text: string) => `upper(regexp_replace(${text}, '[ ./-]', '', 'g'))`;
const PHONE = phoneDigitsSql('c');

type Condition = (next: (value: unknown) => string) => string;

const CONDITIONS: {
  readonly [K in keyof UserCriteria]-?: (value: NonNullable<UserCriteria[K]>) => Condition;
} = {
  id: (id) => (next) => `c.id = ${next(id)}::bigint`,
  email:
    ({ key, holderId }) =>
    (next) =>
      `(c.email_key = ${next(key)}::text or c.id = ${next(holderId)}::bigint)`,
  phone:
    ({ same, begin }) =>
    (next) => {
      const [anyOf, from] = [next(same), next(begin)];
      return `(${PHONE} = any(${anyOf}::text[])
        or (${PHONE} ~>=~ ${from}::text and ${PHONE} ~<~ (${from}::text || ':')))`;
    },
  cardNumber: (number) => (next) => `c.card_number = ${next(number)}::text`,
  personalId: (id) => (next) =>
    `${plainIdSql('c.personal_id')} = ${plainIdSql(`${next(id)}::text`)}`,
};

/** Finds people for the Users API by what is theirs alone, or nearly. */
@Injectable()
export class UserSearchRepository {
  constructor(private readonly db: Database) {}

  /** Ids in ascending order, at most 100. @param page from 1 */
  async find(partnerId: string, criteria: UserCriteria, page: number): Promise<number[]> {
    const { names, conditions, values } = compiled(criteria);
    const statement = {
      name: `user-search.${names.join('.')}`,
      text: `select c.id from customers c where c.partner_id = $1 and ${conditions.join(' and ')}
        order by c.id offset $2 limit $3`,
    };
    const place = [partnerId, (page - 1) * PAGE, PAGE];
    const rows = await this.db.query<{ id: number }>(statement, [...place, ...values]);
    return rows.map(({ id }) => id);
  }
}

function compiled(criteria: UserCriteria) {
  const names = (Object.keys(CONDITIONS) as (keyof UserCriteria)[]).filter(
    (name) => criteria[name] !== undefined,
  );
  const values: unknown[] = [];
  const next = (value: unknown) => `$${values.push(value) + FIRST - 1}`;
  const conditions = names.map((name) =>
    (CONDITIONS[name] as (value: unknown) => Condition)(criteria[name])(next),
  );
  return { names, conditions, values };
}
