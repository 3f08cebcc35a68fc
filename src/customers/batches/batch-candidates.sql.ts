import { CUSTOMER_COLUMNS } from '../people/customers.repository.js';

/** Each key by its own index. */
const FITTING = `
  select id from customers where partner_id = $1 and number = any($2::text[]) and status <> 'ERASED'
  union select id from customers where partner_id = $1 and wellhub_id = any($3::text[])
  union select id from customers where partner_id = $1 and gpw_id = any($4::text[])
  union select id from customers where partner_id = $1 and card_number = any($5::text[]) and not card_blocked
  union select id from customers where partner_id = $1 and email_key = any($6::text[])`;

const read = (name: string, tail: string) => ({
  name: `customer-batches.${name}`,
  text: `select ${CUSTOMER_COLUMNS} from customers
    where partner_id = $1 and status <> 'ERASED' and id in (${FITTING}) order by id ${tail}`,
});

/** Customers that have one of the keys of a batch. */
export const CANDIDATES = read('candidates', '');
/** In the order of their ids, as everything that locks several people. */
export const LOCK_CANDIDATES = read('lock', 'for no key update');
