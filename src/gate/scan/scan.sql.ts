import { youngCodeSql } from '../../access-codes/index.js';
import {
  admitProvisionallySql,
  entryFactsSql,
  handOverSql,
} from '../../check-in-validation/index.js';
import {
  currentContractSql,
  customerByCardForEntrySql,
  customerForEntrySql,
  restrictedSql,
  WELLHUB_PERSON_SQL,
} from '../../customers/index.js';
import { insertEventsSql } from '../../event-webhooks/index.js';
import { gymTodaySql } from '../../partners/index.js';
import { RowStatement } from '../../platform/database/row-statement.js';
import {
  closeVisitsSql,
  lockPresenceSql,
  movePresenceSql,
  openVisitsSql,
  seenPresenceSql,
} from '../../visits/index.js';

/**
 * The gate statement: many scans, one round trip, one transaction. It finds the door and the person, locks the person's
 * presence, judges (checks 1 and 3 to 11 of `open-api.md` section 5) and writes what an accepted scan does.
 *
 * Each room's tables are named by that room's fragments; this file holds the rules. The steps: door (device, local day)
 * → person (code or card) → locked (newest presence) → judged (one verdict per scan) → acted (what the accepted ones
 * change) → the writes.
 */

/** A scan as the statement takes it; `no` brings the answers back into order. */
const SCAN_FIELDS = {
  no: 'int',
  token_hash: 'bytea',
  is_code: 'boolean',
  card_number: 'text',
  nonce: 'uuid',
  execute: 'boolean',
  waited_seconds: 'float8',
  arrived_at: 'timestamptz',
  admit: 'text',
  traceparent: 'text',
};

/** The fields that hold a value's hashes; what is written is the first. */
type Hashes = readonly string[];
const hashNames = (keys: number): Hashes =>
  Array.from({ length: keys }, (_, no) => (no === 0 ? 'value_hash' : `value_hash_${no + 1}`));

export const hashFields = (hashes: readonly Buffer[]): Record<string, Buffer> =>
  Object.fromEntries(hashNames(hashes.length).map((name, no) => [name, hashes[no] as Buffer]));

const isOneOf = (column: string, hashes: Hashes, row = ''): string =>
  hashes.length === 1
    ? `${column} = ${row}${hashes[0]}`
    : `${column} in (${hashes.map((name) => `${row}${name}`).join(', ')})`;

/** One equality per key (see `youngCodeSql`). */
const codeSql = (hashes: Hashes): string =>
  hashes
    .map((name) => youngCodeSql('d.partner_id', `case when d.is_code then d.${name} end`))
    .map((one) => (hashes.length === 1 ? one : `(${one})`))
    .join(' union all ');

/** Checks 1 and 3, and the nonce half of check 4. `scanned_at` is the moment the scan reached us, by the database's clock. */
const DOORS = `
  select s.*, d.partner_id, d.id as device_id, d.gym_id, d.direction, d.repeat_window_seconds, g.today, g.language,
    coalesce(s.arrived_at, clock_timestamp() - make_interval(secs => s.waited_seconds)) as scanned_at,
    case when s.card_number is not null and s.admit is null
      then extract(epoch from d.cards_locked_until - clock_timestamp())::float8 end as locked_for,
    n.answer as earlier_answer, n.value_hash as earlier_value_hash
  from scans s
  left join devices d on d.token_hash = s.token_hash and d.active and d.deleted_at is null
  left join lateral (${gymTodaySql('d.partner_id', 'd.gym_id')}) g on true
  left join lateral (
    select m.answer, m.value_hash from gate_nonces m
    where m.partner_id = d.partner_id and m.device_id = d.id and m.nonce = s.nonce
      and s.execute and m.at > statement_timestamp() - interval '24 hours'
    limit 1) n on true`;

/** While its card reader is closed a device looks no card up, so that a known card cannot be recognised. */
const CARD = 'case when d.locked_for > 0 then null else d.card_number end';

/** Check 5: the customer behind the value, with the facts that the checks need. */
const peopleSql = (hashes: Hashes): string => `
  select d.*, a.customer_id as code_customer_id, a.gym_id as code_gym_id, a.single_use, a.issued_at, a.expires_at,
    c.id as customer_id, c.status, c.origin, c.wellhub_id, c.gpw_id, c.gpw_active,
    d.card_number is not null and c.card_blocked as card_blocked, seen.moved_at as seen_moved_at,
    ${restrictedSql('d.partner_id', 'c.id', 'd.today')} as restricted,
    ${currentContractSql('d.partner_id', 'c.id', 'd.today')} as has_contract,
    facts.best, facts.pending_id
  from doors d
  left join lateral (${codeSql(hashes)}) a on true
  left join lateral (
    (${customerForEntrySql('d.partner_id', 'a.customer_id')})
    union all
    (${customerByCardForEntrySql('d.partner_id', CARD)})
  ) c on true
  left join lateral (${seenPresenceSql('d.partner_id', 'c.id')}) seen on true
  left join lateral ${entryFactsSql({ partner: 'd.partner_id', customer: 'c.id', gym: 'd.gym_id', today: 'd.today' })} facts on c.id is not null`;

/** The lock is taken here; `inside` and the rest are as committed now, not as when the statement began. */
const standing = (order: string, hashes: Hashes): string => `
  select p.*, l.customer_id is not null as has_presence, l.visit_id as open_visit_id, l.visit_gym_id as open_gym_id,
    l.visit_source as open_source, l.codes_used_until, l.moved_at, l.last_visit_id, l.last_direction,
    l.last_provisional,
    p.execute and l.last_device_id = p.device_id and ${isOneOf('l.last_value_hash', hashes, 'p.')} and (
      case when p.nonce is null
        then l.last_nonce is null and p.scanned_at < l.last_scan_at + make_interval(secs => p.repeat_window_seconds)
        else l.last_nonce = p.nonce end) as is_repeat,
    l.moved_at is distinct from p.seen_moved_at or p.scanned_at <= l.moved_at as overtaken,
    case when p.direction = 'BOTH' then case when l.visit_gym_id = p.gym_id and l.visit_source <> 'DESK'
      then 'OUT' else 'IN' end else p.direction end as way,
    ${order} as turn
  from people p left join locked l on l.partner_id = p.partner_id and l.customer_id = p.customer_id`;

/** Check 10, for those who enter. VALIDATE and PROBE need a call to Wellhub before they can be decided. */
export const RIGHT_TO_ENTER = `case
    when has_contract then 'OPEN'
    when not (${WELLHUB_PERSON_SQL}) then 'CONTRACT_REQUIRED'
    when best = 'VALIDATED' or admit = 'VALIDATED' then 'OPEN'
    when best = 'VALIDATABLE' and (not execute or admit = 'PROVISIONAL') then 'OPEN'
    when best = 'VALIDATABLE' then 'VALIDATE'
    when wellhub_id is not null and execute then 'PROBE'
    else 'WELLHUB_CHECKIN_REQUIRED' end`;

/** The checks in their order; the first that fails answers. */
const verdictSql = (hashes: Hashes): string => `case
    when device_id is null or today is null then 'DEVICE_TOKEN_INVALID'
    when locked_for > 0 then 'DEVICE_RATE_LIMITED'
    when earlier_answer is not null and ${isOneOf('earlier_value_hash', hashes)} then 'REPEAT_OF_NONCE'
    when earlier_answer is not null then 'NONCE_REUSED'
    when customer_id is null then 'ACCESS_CODE_UNKNOWN'
    when not has_presence then 'FIRST_TIME'
    when turn > 1 then 'AGAIN'
    when is_repeat then 'REPEAT'
    when code_gym_id <> gym_id then 'ACCESS_CODE_WRONG_STUDIO'
    when single_use and direction <> 'OUT' and issued_at <= codes_used_until then 'ACCESS_CODE_ALREADY_USED'
    when scanned_at >= expires_at then 'ACCESS_CODE_EXPIRED'
    when way = 'OUT' and direction = 'OUT' then 'OPEN'
    when overtaken and execute then 'ACCESS_CODE_ALREADY_USED'
    when way = 'OUT' then 'OPEN'
    when status not in ('PENDING', 'ACTIVE') or card_blocked or restricted then 'CUSTOMER_ACCESS_RESTRICTED'
    else ${RIGHT_TO_ENTER} end`;

/** What an accepted scan does: enter, take over the visit the desk opened, leave, or pass an exit without a visit. */
const ACTED = `
  select j.*, case when action = 'ENTER' then nextval('visit_ids') else open_visit_id_here end as visit_id,
    case when action = 'ENTER' then open_visit_id when action = 'LEAVE' then open_visit_id_here end as closed_visit_id,
    case when action = 'ENTER' then open_gym_id else gym_id end as closed_gym_id,
    coalesce(single_use, true) and direction <> 'OUT' as consumes,
    coalesce(j.admit = 'PROVISIONAL', false) and not has_contract and best = 'VALIDATABLE' and way = 'IN' as provisional
  from (
    select standing_judged.*, clock_timestamp() as at,
      case when open_gym_id = gym_id then open_visit_id end as open_visit_id_here,
      case when way = 'IN' and open_gym_id = gym_id and open_source = 'DESK' then 'TAKE_OVER'
        when way = 'IN' then 'ENTER'
        when open_gym_id = gym_id then 'LEAVE'
        else 'PASS' end as action
    from judged standing_judged where verdict = 'OPEN' and execute
  ) j`;

const EVENTS = `
  select partner_id, gen_random_uuid() as event_id, 'CUSTOMER_CHECKOUT' as type, customer_id as entity_id,
    closed_gym_id as gym_id, at as occurred_at, null::json as content, traceparent
  from acted where closed_visit_id is not null
  union all
  select partner_id, gen_random_uuid(), 'CUSTOMER_CHECKIN', customer_id, gym_id, at, null::json, traceparent
  from acted where action = 'ENTER'`;

const NONCES = `
  insert into gate_nonces (partner_id, device_id, nonce, value_hash, answer)
  select partner_id, device_id, nonce, value_hash, json_build_object(
    'customerId', customer_id, 'visitId', visit_id, 'direction', way, 'provisional', provisional)
  from acted where nonce is not null
  on conflict do nothing`;

/** Every verdict that is final here leaves its row; the others leave it when they are decided (O-36). */
const DECISIONS = `
  insert into gate_decisions (partner_id, at, gym_id, device_id, result, customer_id, visit_id, value_hash_prefix, dry_run)
  select j.partner_id, clock_timestamp(), j.gym_id, j.device_id,
    case j.verdict when 'REPEAT_OF_NONCE' then 'REPEAT' when 'NONCE_REUSED' then 'VALIDATION_FAILED' else j.verdict end,
    j.customer_id, a.visit_id,
    left(encode(j.value_hash, 'hex'), 12), not j.execute
  from judged j left join acted a on a.no = j.no
  where j.verdict not in ('DEVICE_TOKEN_INVALID', 'FIRST_TIME', 'AGAIN', 'VALIDATE', 'PROBE', 'ACCESS_CODE_UNKNOWN')`;

/** Only the first scan of a customer is judged: the others have to see what it did. */
const PLACE_IN_BATCH = 'row_number() over (partition by p.partner_id, p.customer_id order by p.no)';

/** @param keys under how many keys a value may stand: more than one only while `SECRETS_KEY` is rotated */
export const scanStatement = (keys: number) => {
  const hashes = hashNames(keys);
  const fields = { ...SCAN_FIELDS, ...Object.fromEntries(hashes.map((name) => [name, 'bytea'])) };
  const name = keys === 1 ? 'gate.scan' : `gate.scan-${keys}-keys`;
  return new RowStatement(name, fields, (scans, isAlone) => scanSql(scans, isAlone, hashes));
};

const scanSql = (
  scans: string,
  isAlone: boolean,
  hashes: Hashes,
): string => `with scans as materialized (${scans}),
  doors as materialized (${DOORS}),
  people as materialized (${peopleSql(hashes)}),
  locked as materialized (${lockPresenceSql('people')}),
  standing as materialized (${standing(isAlone ? '1' : PLACE_IN_BATCH, hashes)}),
  judged as materialized (select standing.*, ${verdictSql(hashes)} as verdict from standing),
  acted as materialized (${ACTED}),
  closing as (select partner_id, closed_visit_id, at from acted where closed_visit_id is not null),
  entering as (select * from acted where action = 'ENTER'),
  handed as (select partner_id, pending_id as check_in_id from acted where way = 'IN' and pending_id is not null),
  admitted as (select partner_id, pending_id as check_in_id from acted where provisional and pending_id is not null),
  new_events as (${EVENTS}),
  moved as (${movePresenceSql('acted')}),
  opened as (${openVisitsSql('entering')}),
  closed as (${closeVisitsSql('closing')}),
  published as (${insertEventsSql('new_events')}),
  handed_over as (${handOverSql('(select * from handed where check_in_id not in (select check_in_id from admitted))')}),
  marked as (${admitProvisionallySql('admitted')}),
  remembered as (${NONCES}),
  logged as (${DECISIONS})
  select j.no, j.verdict, j.partner_id as "partnerId", j.gym_id as "gymId", j.device_id as "deviceId",
    j.customer_id as "customerId", j.scanned_at as "scannedAt", j.locked_for as "lockedFor", j.language,
    j.earlier_answer as "earlierAnswer",
    case when j.verdict = 'REPEAT' then j.last_visit_id else a.visit_id end as "visitId",
    case when j.verdict = 'REPEAT' then j.last_direction else j.way end as direction,
    case when j.verdict = 'REPEAT' then j.last_provisional else coalesce(a.provisional, false) end as provisional,
    exists (select from published where waits) as "eventsWait"
  from judged j left join acted a on a.no = j.no order by j.no`;
