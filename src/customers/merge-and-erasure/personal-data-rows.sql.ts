import type { PersonalDataHolder } from './personal-data-holder.js';

/** A `move` of the rows of one table that hold nothing but the customer's number. */
export const movedRows =
  (table: string): PersonalDataHolder['move'] =>
  async (queries, partnerId, fromId, intoId) => {
    const text = `update ${table} set customer_id = $3 where partner_id = $1 and customer_id = $2`;
    await queries.query({ name: `move.${table}`, text }, [partnerId, fromId, intoId]);
  };

/** An `export` of the rows of one statement; `$1` is the partner, `$2` the customer. */
export const exportedRows =
  (name: string, text: string): NonNullable<PersonalDataHolder['export']> =>
  async (queries, partnerId, customerId) => ({
    [name]: await queries.query({ name: `export.${name}`, text }, [partnerId, customerId]),
  });
