import { youngCodeSql } from '../../access-codes/index.js';
import { entryFactsSql } from '../../check-in-validation/index.js';
import {
  currentContractSql,
  customerByCardForEntrySql,
  customerForEntrySql,
  FIRST_NAME_SQL,
  restrictedSql,
} from '../../customers/index.js';
import { seenPresenceSql } from '../../visits/index.js';
import { isOneOf, type Hashes } from './scan-fields.sql.js';
import type { ScanForm } from './scan-form.js';

/** One equality per key (see `youngCodeSql`). */
const codeSql = (hashes: Hashes): string =>
  hashes
    .map((name) => youngCodeSql('d.partner_id', `case when d.is_code then d.${name} end`))
    .map((one) => (hashes.length === 1 ? one : `(${one})`))
    .join(' union all ');

/**
 * A number that may be either is a code first. While its card reader is closed a device looks no card up, so that a known
 * card cannot be recognised.
 */
const CARD =
  'case when a.customer_id is not null or d.locked_for > 0 then null else d.card_number end';

/** A nonce that was answered for this value is about the same person again, also when the code is gone or the reader closed. */
const isAnswered = (hashes: Hashes): string =>
  `coalesce(${isOneOf('d.earlier_value_hash', hashes, 'd.')}, false)`;

/** The customer by id, and the card to look up where that is none. */
const VALUES = {
  TOKEN: () => ({ customer: 'a.customer_id', card: CARD }),
  ID: (hashes: Hashes) => ({
    customer: `case when ${isAnswered(hashes)} then (d.earlier_answer ->> 'customerId')::bigint
      else coalesce(a.customer_id, d.known_customer_id) end`,
    card: `case when not ${isAnswered(hashes)} then ${CARD} end`,
  }),
} as const;
/** For devices that show it. */
const FIRST_NAME = { TOKEN: '', ID: FIRST_NAME_SQL } as const;
const SHOWN_NAME = {
  TOKEN: '',
  ID: 'case when d.shows_name then c.first_name end as first_name,',
} as const;

/** The ways to find a person: at most one of them finds a row. */
const peopleFound = ({ namedBy, hashes }: ScanForm): string => {
  const { customer, card } = VALUES[namedBy](hashes);
  const name = FIRST_NAME[namedBy];
  return [
    customerForEntrySql('d.partner_id', customer, name),
    customerByCardForEntrySql('d.partner_id', card, name),
  ]
    .map((one) => `(${one})`)
    .join(' union all ');
};

/** What check 10 needs; the form with rules reads it for itself (`rightsSql`). */
const RIGHTS = {
  columns: `,
    ${currentContractSql('d.partner_id', 'c.id', 'd.today')} as has_contract,
    facts.best, facts.pending_id`,
  from: `
  left join lateral ${entryFactsSql({ partner: 'd.partner_id', customer: 'c.id', gym: 'd.gym_id', today: 'd.today' })} facts
    on c.id is not null`,
};

/** Check 5: the customer behind the value, with the facts that the checks need. */
export const peopleSql = (source: string, form: ScanForm): string => `
  select d.*, a.customer_id as code_customer_id, a.gym_id as code_gym_id, a.single_use, a.issued_at, a.expires_at,
    ${SHOWN_NAME[form.namedBy]} c.id as customer_id, c.status, c.origin, c.wellhub_id, c.gpw_id, c.gpw_active, c.birth_date, c.has_access_passes,
    a.customer_id is null and d.card_number is not null and c.card_blocked as card_blocked, seen.moved_at as seen_moved_at,
    ${restrictedSql('d.partner_id', 'c.id', 'd.today')} as restricted${form.withRules ? ', null::text as told_product, null::timestamptz as check_ins_at, true as counts_visits' : RIGHTS.columns}
  from ${source} d
  left join lateral (${codeSql(form.hashes)}) a on true
  left join lateral (${peopleFound(form)}) c on true
  left join lateral (${seenPresenceSql('d.partner_id', 'c.id')}) seen on true${form.withRules ? '' : RIGHTS.from}`;
