import { usePassesSql } from '../../access-rules/index.js';
import { markEntriesSql } from '../../check-in-validation/index.js';
import { insertEventsSql } from '../../event-webhooks/index.js';
import {
  closeVisitsSql,
  moveLockedOccupancySql,
  movePresenceSql,
  openVisitsSql,
  placeChangesSql,
} from '../../visits/index.js';
import { openPassagesSql, replacePassagesSql } from '../passages/passages.sql.js';
import type { ScanForm } from './scan-form.js';

const PASSAGE_ID = {
  TOKEN: 'null::bigint',
  ID: `case when action is not null and turn_seconds is not null then nextval('passage_ids') end`,
} as const;

/** Whether the person enters before Wellhub has answered. */
const provisionalSql = ({ withRules }: ScanForm): string =>
  withRules
    ? `coalesce(j.admit = 'PROVISIONAL' and j.entry_right = 'WELLHUB' and j.entry_rank = 4, false)`
    : `coalesce(j.admit = 'PROVISIONAL', false) and not has_contract and best = 'VALIDATABLE' and way = 'IN'`;

/** What an entry uses. */
const usedByEntrySql = ({ withRules }: ScanForm): string =>
  withRules
    ? `case when way = 'IN' and entry_right = 'WELLHUB' and reentry_minutes is not null then check_in_id end as used_check_in_id,
    case when way = 'IN' and entry_right = 'GUEST' then guest_pass_id end as used_pass_id`
    : 'null::uuid as used_check_in_id, null::bigint as used_pass_id';

/** In these words the planner expects few, and finds the rows that they change by their keys. */
const IS_ACCEPTED = `verdict = 'OPEN' and execute`;
/** Those with an action. */
export const ACTED = `select * from judged where ${IS_ACCEPTED}`;

/**
 * The scans of `judged` with what an accepted one does, its `action`: enter, take over the visit that the desk or an
 * earlier grant opened, leave, pass an exit without a visit, or wait until the person has passed. Null for any other.
 */
export const withActionSql = (judged: string, form: ScanForm): string => `
  select j.*, ${PASSAGE_ID[form.namedBy]} as passage_id,
    case when action = 'ENTER' then nextval('visit_ids') when action <> 'WAIT' then open_visit_id_here end as visit_id,
    case when action = 'ENTER' then open_visit_id when action = 'LEAVE' then open_visit_id_here end as closed_visit_id,
    case when action = 'ENTER' then open_gym_id else gym_id end as closed_gym_id,
    coalesce(single_use, true) and direction <> 'OUT' as consumes,
    ${provisionalSql(form)} as provisional,
    ${usedByEntrySql(form)}
  from (
    select v.*, clock_timestamp() as at, case when open_gym_id = gym_id then open_visit_id end as open_visit_id_here,
      case when not (${IS_ACCEPTED}) then null when counts_later then 'WAIT'
        when way = 'IN' and open_gym_id = gym_id
          and (open_source = 'DESK' or goes_again and open_visit_id = last_visit_id) then 'TAKE_OVER'
        when way = 'IN' then 'ENTER'
        when open_gym_id = gym_id then 'LEAVE'
        else 'PASS' end as action
    from (${judged}) v
  ) j`;

const EVENTS = `
  select partner_id, gen_random_uuid() as event_id, 'CUSTOMER_CHECKOUT' as type, customer_id as entity_id,
    closed_gym_id as gym_id, at as occurred_at, null::json as content, traceparent
  from acted where closed_visit_id is not null
  union all
  select partner_id, gen_random_uuid(), 'CUSTOMER_CHECKIN', customer_id, gym_id, at, null::json, traceparent
  from acted where action = 'ENTER'`;

const ANSWER = `'customerId', customer_id, 'visitId', visit_id, 'direction', way, 'provisional', provisional`;
const ANSWERS = {
  TOKEN: `json_build_object(${ANSWER})`,
  ID: `json_build_object(${ANSWER}, 'passageId', passage_id)`,
} as const;

const noncesSql = ({ namedBy }: ScanForm): string => `
  insert into gate_nonces (partner_id, device_id, nonce, value_hash, answer)
  select partner_id, device_id, nonce, value_hash, ${ANSWERS[namedBy]} from acted where nonce is not null
  on conflict do nothing`;

/** Every verdict that is final here leaves its row; the others leave it when they are decided (O-36). */
const decisionsSql = ({ namedBy }: ScanForm): string => `
  insert into gate_decisions (partner_id, at, gym_id, device_id, result, customer_id, visit_id, value_hash_prefix, dry_run,
    note, access_right, rule_id, medium, passage_id)
  select j.partner_id, clock_timestamp(), j.gym_id, j.device_id,
    case j.verdict when 'REPEAT_OF_NONCE' then 'REPEAT' when 'NONCE_REUSED' then 'VALIDATION_FAILED' else j.verdict end,
    j.customer_id, j.visit_id,
    left(encode(j.value_hash, 'hex'), 12), not j.execute,
    case when j.action is not null and j.is_passed_back then 'ANTI_PASSBACK' end, j.used_right, j.used_rule_id,
    ${namedBy === 'ID' ? 'j.medium' : 'null'}, j.passage_id
  from judged j
  where j.verdict not in
    ('DEVICE_TOKEN_INVALID', 'FIRST_TIME', 'AGAIN', 'RULES', 'VALIDATE', 'PROBE', 'ACCESS_CODE_UNKNOWN', 'WELLHUB_REFUSED')`;

/** What entries do to the check-ins that wait for the worker; under rules also to those that they use. */
const HANDED = `
  select partner_id, pending_id as check_in_id, case when provisional then 'ADMITTED' else 'HANDED_OVER' end as how,
    case when provisional and used_check_in_id is not null then at end as used_at
  from acted where way = 'IN' and action <> 'WAIT' and pending_id is not null`;
const USED = `
  select partner_id, used_check_in_id, 'USED', at
  from acted where used_check_in_id is not null and action <> 'WAIT' and not provisional`;

/** Parts of one `with`, in their order. */
export type NamedParts = readonly (readonly [name: string, text: string])[];

/** What happens after the grant, at devices that report it. */
const PASSAGE_EFFECTS: NamedParts = [
  ['passing', 'select * from acted where passage_id is not null'],
  ['replaced', replacePassagesSql('acted')],
  ['granted', openPassagesSql('passing')],
];

/** What the accepted scans of `acted` write. */
export const effectsSql = (form: ScanForm): NamedParts => [
  [
    'closing',
    'select partner_id, closed_visit_id, at from acted where closed_visit_id is not null',
  ],
  ['entering', `select * from acted where action = 'ENTER'`],
  ['entries', form.withRules ? `${HANDED} union all ${USED}` : HANDED],
  ['new_events', EVENTS],
  ['moved', movePresenceSql('acted')],
  ['opened', openVisitsSql('entering')],
  ['closed', closeVisitsSql('closing')],
  ['published', insertEventsSql('new_events')],
  ['marked', markEntriesSql('entries')],
  ['remembered', noncesSql(form)],
  ['logged', decisionsSql(form)],
  ...(form.namedBy === 'ID' ? PASSAGE_EFFECTS : []),
];

/** What only the form with rules writes: who comes and goes where people are counted, passes that are used. */
export const EFFECTS_WITH_RULES: NamedParts = [
  ['place_changes', placeChangesSql('acted')],
  ['counted', moveLockedOccupancySql('place_changes')],
  [
    'used_passes',
    `select partner_id, customer_id, used_pass_id as pass_id, at from acted
      where action = 'ENTER' and used_pass_id is not null`,
  ],
  ['passes_used', usePassesSql('used_passes')],
];
