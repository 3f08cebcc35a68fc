import { Injectable } from '@nestjs/common';
import { Partners } from '../../partners/index.js';
import { Database } from '../../platform/database/database.js';
import { CustomerFactsSql, FACT_FILTERS, type FactFilter } from '../people/customer-facts.sql.js';
import type { Customer } from '../people/customer.js';
import { CUSTOMER_COLUMNS } from '../people/customers.repository.js';
import { seenAtSql } from '../people/desk-person.sql.js';
import type { Actor } from '../../platform/http/actor.js';

const COLUMNS = {
  emailKey: 'email_key',
  wellhubId: 'wellhub_id',
  gpwId: 'gpw_id',
  number: 'number',
  status: 'status',
} as const;

export type CustomerFilter = Partial<Record<keyof typeof COLUMNS | FactFilter, string | undefined>>;

export interface CustomerPage {
  /** The last customer of the page before; 0 for the first page. */
  readonly after: number;
  readonly limit: number;
}

type Row = Customer & Record<string, unknown>;

// A rare value is best found by its index, a common one by walking the order of the list: the best plan depends on the
// values.
const PLAN_FOR_THE_VALUES = {
  name: 'customers.plan-for-the-values',
  text: 'set local plan_cache_mode = force_custom_plan',
};

/** Finds customers by filters. Erased ones are listed only for administrators, with the status as filter. */
@Injectable()
export class CustomerList {
  constructor(
    private readonly db: Database,
    private readonly partners: Partners,
    private readonly facts: CustomerFactsSql,
  ) {}

  /** Ascending by id. @throws partner.not-found */
  async find(
    { partnerId, gymId, isAdmin }: Actor,
    filter: CustomerFilter,
    { after, limit }: CustomerPage,
  ): Promise<Customer[]> {
    await this.partners.get(partnerId);
    if (filter.status === 'ERASED' && !isAdmin) return [];
    const { statement, values } = this.statementFor(filter);
    return this.db.transaction(async (queries) => {
      await queries.query(PLAN_FOR_THE_VALUES, []);
      const first = [partnerId, gymId ?? null, after, limit];
      return queries.query<Row>(statement, [...first, ...values]);
    });
  }

  private statementFor(filter: CustomerFilter) {
    const names = [...keysOf(COLUMNS), ...FACT_FILTERS].filter(
      (name) => filter[name] !== undefined,
    );
    const conditions = names.map((name, at) => this.condition(name, `$${at + 5}`));
    if (filter.status === undefined) conditions.push(`c.status <> 'ERASED'`);
    const text = `select ${CUSTOMER_COLUMNS} from customers c
      where c.partner_id = $1 and ${seenAtSql('c', '$2::bigint')} and c.id > $3 and ${conditions.join(' and ')}
      order by c.id limit $4`;
    const values = names.map((name) => filter[name]);
    return { statement: { name: ['customers.list', ...names].join(' '), text }, values };
  }

  private condition(name: keyof CustomerFilter, value: string): string {
    if (name in COLUMNS) return `c.${COLUMNS[name as keyof typeof COLUMNS]} = ${value}`;
    return this.facts.condition(name as FactFilter, 'c', value);
  }
}

const keysOf = <T extends object>(object: T) => Object.keys(object) as (keyof T)[];
