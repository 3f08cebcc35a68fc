import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';

/** What Wellhub's registrations and webhooks contain about a person. */
export interface WellhubUserFacts {
  readonly status: string;
  readonly planId: string | null;
  readonly origin: string | null;
  readonly countryCode: string | null;
  readonly registeredAt: string;
}

/** What rooms above know of a customer and the administration shows with it. */
interface FactsOfRooms {
  readonly hasAccount: boolean;
  readonly hasPassword: boolean;
  readonly facebookId: string | null;
  readonly wellhubUser: WellhubUserFacts | null;
}

export interface CustomerFacts extends FactsOfRooms {
  readonly id: number;
  /** The kinds of files that there are of the person. */
  readonly files: readonly string[];
}

/** Filters of lists by what rooms above know. */
export const FACT_FILTERS = [
  'wellhubStatus',
  'wellhubPlanId',
  'wellhubOrigin',
  'wellhubCountryCode',
] as const;
export type FactFilter = (typeof FACT_FILTERS)[number];

/** SQL of a value. The argument is an alias of `customers`, with `partner_id`, `id` and `gpw_id`. */
type Expression = (customer: string) => string;
/** SQL of a condition; `value` is an SQL expression too. */
type Condition = (customer: string, value: string) => string;

const FILES: Expression = (customer) => `array(select f.kind from files f
  where f.partner_id = ${customer}.partner_id and f.customer_id = ${customer}.id and f.contract_id is null)`;

/**
 * Rooms above offer fragments about their tables (`decisions/0004-sql-fragments.md`), so that one statement shows a
 * page of customers with all that is known of them.
 */
@Injectable()
export class CustomerFactsSql {
  private readonly expressions = new Map<keyof FactsOfRooms, Expression>();
  private readonly conditions = new Map<FactFilter, Condition>();

  constructor(private readonly db: Database) {}

  show(expressions: Partial<Record<keyof FactsOfRooms, Expression>>): void {
    for (const [name, expression] of Object.entries(expressions))
      this.expressions.set(name as keyof FactsOfRooms, expression);
  }

  filter(conditions: Partial<Record<FactFilter, Condition>>): void {
    for (const [name, condition] of Object.entries(conditions))
      this.conditions.set(name as FactFilter, condition);
  }

  /** @param value SQL expression */
  condition(name: FactFilter, customer: string, value: string): string {
    const condition = this.conditions.get(name);
    if (!condition) throw new Error(`no room offers the filter ${name}`);
    return condition(customer, value);
  }

  async read(partnerId: string, ids: readonly number[]): Promise<Map<number, CustomerFacts>> {
    const shown = [...this.expressions].map(([name, of]) => `, ${of('c')} as "${name}"`);
    const text = `select c.id, ${FILES('c')} as files${shown.join('')}
      from customers c where c.partner_id = $1 and c.id = any($2::bigint[])`;
    type Row = CustomerFacts & Record<string, unknown>;
    const rows = await this.db.query<Row>({ name: 'customers.facts', text }, [partnerId, ids]);
    return new Map(rows.map((row) => [row.id, row]));
  }
}
