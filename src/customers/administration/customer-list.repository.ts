import { Injectable } from '@nestjs/common';
import { Partners } from '../../partners/index.js';
import { Database } from '../../platform/database/database.js';
import type { Actor } from '../../platform/http/actor.js';
import type { Customer } from '../people/customer.js';
import { CUSTOMER_COLUMNS } from '../people/customers.repository.js';
import { seenAtSql } from '../people/desk-person.sql.js';
import { RankedSearchRepository, type RankedPlace } from '../search/ranked-search.repository.js';
import { FIRST_FILTER } from '../search/search-matches.sql.js';
import { searchTerms } from '../search/search-terms.js';
import { CustomerFilterSql, type CustomerFilter } from './customer-filter.sql.js';

export interface CustomerPage {
  /** The last customer of the page before; 0 for the first page. */
  readonly after: number;
  readonly limit: number;
}

export interface RankedPage {
  readonly after: RankedPlace | undefined;
  readonly limit: number;
}

export type RankedCustomer = Customer & RankedPlace;
type Row = Customer & Record<string, unknown>;

const FIRST_OF_LIST = 5;

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
    private readonly filters: CustomerFilterSql,
    private readonly search: RankedSearchRepository,
  ) {}

  /** Ascending by id. @throws partner.not-found */
  async find(
    { partnerId, gymId, isAdmin }: Actor,
    filter: CustomerFilter,
    { after, limit }: CustomerPage,
  ): Promise<Customer[]> {
    await this.partners.get(partnerId);
    if (filter.status === 'ERASED' && !isAdmin) return [];
    const { name, conditions, values } = this.filters.read(filter, FIRST_OF_LIST);
    const text = `select ${CUSTOMER_COLUMNS} from customers c
      where c.partner_id = $1 and ${seenAtSql('c', '$2::bigint')} and c.id > $3 and ${conditions.join(' and ')}
      order by c.id limit $4`;
    return this.db.transaction(async (queries) => {
      await queries.query(PLAN_FOR_THE_VALUES, []);
      const first = [partnerId, gymId ?? null, after, limit];
      return queries.query<Row>({ name: `customers.list.${name}`, text }, [...first, ...values]);
    });
  }

  /** Those that a text means, the likeliest first; filters narrow. @throws partner.not-found */
  async match(
    actor: Actor,
    { text, filter }: { readonly text: string; readonly filter: CustomerFilter },
    page: RankedPage,
  ): Promise<RankedCustomer[]> {
    await this.partners.get(actor.partnerId);
    const terms = searchTerms(text);
    if (!terms) return [];
    const filters = this.filters.read(filter, FIRST_FILTER);
    return this.search.find<Customer>(actor, terms, {
      ...filters,
      ...page,
      name: `list.${filters.name}`,
      columns: COLUMNS,
    });
  }
}

const COLUMNS = CUSTOMER_COLUMNS.split(', ')
  .map((column) => `c.${column}`)
  .join(', ');
