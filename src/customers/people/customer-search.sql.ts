import { deskPersonColumns, seenAtSql } from './desk-person.sql.js';

const FOUND = `${deskPersonColumns('c')}, c.number, c.wellhub_id as "wellhubId", c.gpw_id as "gpwId"`;

const MINE = `c.partner_id = $1 and c.status <> 'ERASED' and ${seenAtSql('c', '$2::bigint')}`;

/**
 * By the beginning of a first name, last name or e-mail; every further word must begin one of them too. The
 * comparisons are those of the indexes. A word that begins a great many names is cut off before it is sorted.
 */
const starts = (expression: string) =>
  `(${expression} ~>=~ lower($3) and ${expression} ~<~ (lower($3) || chr(1114109)))`;

export const BY_WORDS = {
  name: 'customer-search.by-words',
  text: `with hits as materialized (
      select c.* from customers c
      where ${MINE} and (${starts('lower(c.first_name)')} or ${starts('lower(c.last_name)')} or ${starts('c.email_key')})
      limit 1000)
    select ${FOUND} from hits c
    where not exists (select from unnest($4::text[]) word
      where not starts_with(lower(coalesce(c.first_name, '')), lower(word))
        and not starts_with(lower(coalesce(c.last_name, '')), lower(word))
        and not starts_with(coalesce(c.email_key, ''), lower(word)))
    order by c.last_name, c.first_name, c.id limit $5`,
};

export const BY_NUMBER = {
  name: 'customer-search.by-number',
  text: `select ${FOUND} from customers c
    where ${MINE} and (c.number = $3 or c.wellhub_id = $3 or c.id = $4) order by c.id limit $5`,
};
