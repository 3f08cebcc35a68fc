import { Injectable } from '@nestjs/common';
import { CustomerFactsSql, FACT_FILTERS, type FactFilter } from '../people/customer-facts.sql.js';

const COLUMNS = {
  emailKey: 'email_key',
  wellhubId: 'wellhub_id',
  gpwId: 'gpw_id',
  number: 'number',
  status: 'status',
} as const;
/** Of several customers, separated by commas. */
const IDS = 'ids';
type ColumnFilter = keyof typeof COLUMNS;

export type CustomerFilter = Partial<
  Record<ColumnFilter | FactFilter | typeof IDS, string | undefined>
>;

const FILTERS = [...(Object.keys(COLUMNS) as ColumnFilter[]), ...FACT_FILTERS, IDS] as const;

export interface FilterSql {
  /** Short, since PostgreSQL compares only the beginning of a long name: which filters these are. */
  readonly name: string;
  /** On the alias `c` of `customers`. */
  readonly conditions: readonly string[];
  readonly values: readonly unknown[];
}

/** Filters of customers as conditions of a statement. Erased ones are left out unless they are wanted by name. */
@Injectable()
export class CustomerFilterSql {
  constructor(private readonly facts: CustomerFactsSql) {}

  /** @param first number of the first parameter */
  read(filter: CustomerFilter, first: number): FilterSql {
    const names = FILTERS.filter((name) => filter[name] !== undefined);
    const conditions = names.map((name, at) => this.condition(name, `$${at + first}`));
    if (filter.status === undefined) conditions.push(`c.status <> 'ERASED'`);
    return {
      name: names.map((name) => FILTERS.indexOf(name)).join('.'),
      conditions,
      values: names.map((name) => filter[name]),
    };
  }

  private condition(name: (typeof FILTERS)[number], value: string): string {
    if (name in COLUMNS) return `c.${COLUMNS[name as ColumnFilter]} = ${value}`;
    if (name === IDS) return `c.id = any(string_to_array(${value}, ',')::bigint[])`;
    return this.facts.condition(name as FactFilter, 'c', value);
  }
}
