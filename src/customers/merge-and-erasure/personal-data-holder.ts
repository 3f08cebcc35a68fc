import type { Queries } from '../../platform/database/database.js';

/** What a room keeps about a person, under names that mean something outside: `{ visits: [...] }`. */
type Export = (
  queries: Queries,
  partnerId: string,
  customerId: number,
) => Promise<Record<string, unknown>>;

/**
 * A room that keeps rows with a customer id. `move` hands the rows of a merged profile to the surviving
 * customer; `erase` removes what is personal and keeps ledgers. Both run inside the caller's transaction,
 * before the customer itself changes, so its ids can still be read. `export` lists everything that is
 * kept, except secrets and hashes; a room without it keeps nothing but numbers of other rooms.
 */
export interface PersonalDataHolder {
  readonly name: string;
  /** Its tables that have a column `customer_id`. */
  readonly tables: readonly string[];
  move(queries: Queries, partnerId: string, fromId: number, intoId: number): Promise<void>;
  erase(queries: Queries, partnerId: string, customerId: number): Promise<void>;
  readonly export?: Export;
}
