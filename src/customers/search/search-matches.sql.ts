import { seenAtSql } from '../people/desk-person.sql.js';
import { customerTextSql, namesSql, phoneDigitsSql } from './customer-text.sql.js';
import { MOST_WORDS } from './search-terms.js';

/** Settings of one transaction. A rare word and a common one need different plans. */
export const SEARCH_SETTINGS = {
  name: 'customer-search.settings',
  text: `select set_config('plan_cache_mode', 'force_custom_plan', true),
    set_config('pg_trgm.word_similarity_threshold', '0.4', true)`,
};

/** Whether the database forgives typing errors: pg_trgm may be missing, and its index not built yet. */
export const HAS_SIMILARITY = {
  name: 'customer-search.has-similarity',
  text: `select exists (select from pg_index
    where indexrelid = to_regclass('ix_customers_similarity') and indisvalid) as "isThere"`,
};

const arm = (rank: string, condition: string) =>
  `select c.id, ${rank} as rank from customers c
    where c.partner_id = $1 and c.status <> 'ERASED' and ${condition}`;

const PHONE = phoneDigitsSql('c');
/** What names exactly one person comes first, then whom an e-mail or a phone number belongs to. */
const BY_IDS = [
  arm('3000', 'c.number = $6'),
  arm('3000', 'c.gpw_id = $6'),
  arm('3000', 'c.wellhub_id = $7::text'),
  arm('3000', 'c.id = $9::bigint'),
  arm('3000', 'c.card_number = $10::text'),
  arm('2900', 'c.email_key = $8::text'),
  arm('2000', `${PHONE} ~>=~ $11::text and ${PHONE} ~<~ ($11::text || ':')`),
];

/** The words are constants when the statement is planned, so what is said of a missing one costs nothing. */
const WORDS = Array.from({ length: MOST_WORDS }, (_, no) => `($12::text[])[${no + 1}]`);
const [FIRST = '', ...MORE] = WORDS;
const eachSql = (condition: (word: string) => string) =>
  MORE.map((word) => `(${word} is null or ${condition(word)})`).join(' and ');

const begins = (name: string, word: string) =>
  `(${name} ~>=~ ${word} and ${name} ~<~ (${word} || chr(1114109)))`;
const NAMES = namesSql('c');
/** The first word is found by an index, every further one must begin a name as well. Whole names come first. */
const BY_BEGINNINGS = NAMES.map((name) =>
  arm(
    `case when ${name} = ${FIRST} then 1600 else 1500 end`,
    `${begins(name, FIRST)} and ${eachSql((word) => `(${NAMES.map((one) => `coalesce(${begins(one, word)}, false)`).join(' or ')})`)}`,
  ),
);

const TEXT = customerTextSql('c');
/** Of more people than that a page shows nothing that helps. */
const MOST_SIMILAR = 2_000;
const BY_SIMILARITY = `select id, (select (avg(word_similarity(word, t)) * 1000)::int from unnest($12::text[]) word) as rank
    from (select c.id, ${TEXT} as t from customers c
      where c.partner_id = $1 and c.status <> 'ERASED' and ${FIRST} <% ${TEXT} and ${eachSql((word) => `${word} <% ${TEXT}`)}
      limit ${MOST_SIMILAR}) similar_ones`;

interface RankedSearch {
  readonly columns: string;
  readonly isSimilar: boolean;
  /** Further conditions on `c`; their values begin with `$13`. */
  readonly conditions: readonly string[];
}

/**
 * Customers that a text means, the likeliest first. `$1` partner, `$2` gym of the key, `$3` limit, `$4` and `$5` rank
 * and id of the last one before, `$6` text, `$7` Wellhub id, `$8` e-mail, `$9` id, `$10` card, `$11` end of the phone
 * number, `$12` words. Those that are only similar come last, so a page that is full without them is the same with them.
 */
export const rankedSearchSql = ({ columns, isSimilar, conditions }: RankedSearch): string => `
  with hits as (
    select id, max(rank) as rank from (
      ${[...BY_IDS, ...BY_BEGINNINGS, ...(isSimilar ? [BY_SIMILARITY] : [])].join('\n      union all ')}) a
    group by id)
  select ${columns}, h.rank from hits h join customers c on c.partner_id = $1 and c.id = h.id
  where ${[seenAtSql('c', '$2::bigint'), ...conditions].join(' and ')}
    and ($4::bigint is null or h.rank < $4 or (h.rank = $4 and h.id > $5::bigint))
  order by h.rank desc, h.id limit $3`;

export const FIRST_FILTER = 13;
