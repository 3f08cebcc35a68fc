import { WELLHUB_PERSON_SQL } from '../../customers/index.js';
import { isOneOf, type Hashes } from './scan-fields.sql.js';
import { LEAVES_COUNTED_GYM } from './places.sql.js';
import { IS_BACK, IS_OF_WRONG_AGE, OUTCOME, RULE_CHECKS } from './rule-checks.sql.js';
import type { ScanForm } from './scan-form.js';

/** A check of the gate: `[condition under which it answers, the verdict]`, both SQL over a row of `standing`. */
export type ScanCheck = readonly [when: string, verdict: string];

/** Check 10, for those who enter. VALIDATE and PROBE need a call to Wellhub before they can be decided. */
export const RIGHT_TO_ENTER = `case
    when has_contract then 'OPEN'
    when not (${WELLHUB_PERSON_SQL}) then 'CONTRACT_REQUIRED'
    when best = 'VALIDATED' or admit = 'VALIDATED' then 'OPEN'
    when best = 'VALIDATABLE' and (not execute or admit = 'PROVISIONAL') then 'OPEN'
    when best = 'VALIDATABLE' then 'VALIDATE'
    when wellhub_id is not null and execute then 'PROBE'
    else 'WELLHUB_CHECKIN_REQUIRED' end`;

const READER_CHECK: ScanCheck = ['locked_for > 0 and not is_code', `'DEVICE_RATE_LIMITED'`];
const repeatChecks = (hashes: Hashes): readonly ScanCheck[] => [
  [`earlier_answer is not null and ${isOneOf('earlier_value_hash', hashes)}`, `'REPEAT_OF_NONCE'`],
  ['earlier_answer is not null', `'NONCE_REUSED'`],
];

/** A device that names each scan by itself gets the grant again, also while its reader is closed. */
const REPEATS_AND_READER = {
  TOKEN: (hashes: Hashes) => [READER_CHECK, ...repeatChecks(hashes)],
  ID: (hashes: Hashes) => [...repeatChecks(hashes), READER_CHECK],
} as const;

/** Device, reader, repeats of a nonce, and the value. */
const valueChecks = ({ namedBy, hashes }: ScanForm): readonly ScanCheck[] => [
  ['device_id is null or today is null', `'DEVICE_TOKEN_INVALID'`],
  ...REPEATS_AND_READER[namedBy](hashes),
  ['customer_id is null', `'ACCESS_CODE_UNKNOWN'`],
];

/** What the plain form leaves to the form with rules. */
const LEFT_TO_RULES: readonly ScanCheck[] = [
  [`has_policy or has_access_passes or ${LEAVES_COUNTED_GYM}`, `'RULES'`],
];

/** The person has a row to lock, comes once in the batch, and repeats nothing (the rest of check 4). */
const PRESENCE_CHECKS: readonly ScanCheck[] = [
  ['not has_presence', `'FIRST_TIME'`],
  ['not is_first', `'AGAIN'`],
  ['is_repeat', `'REPEAT'`],
];

/** Code, and the way out, which no later check can close. */
const CODE_CHECKS: readonly ScanCheck[] = [
  ['code_gym_id <> gym_id', `'ACCESS_CODE_WRONG_STUDIO'`],
  [
    `single_use and direction <> 'OUT' and issued_at <= codes_used_until`,
    `'ACCESS_CODE_ALREADY_USED'`,
  ],
  ['scanned_at >= expires_at', `'ACCESS_CODE_EXPIRED'`],
  [`way = 'OUT' and direction = 'OUT'`, `'OPEN'`],
  ['overtaken and execute', `'ACCESS_CODE_ALREADY_USED'`],
  [`way = 'OUT'`, `'OPEN'`],
];

/** Check 9. */
export const PERSON_CHECKS: readonly ScanCheck[] = [
  [
    `status not in ('PENDING', 'ACTIVE') or card_blocked or restricted`,
    `'CUSTOMER_ACCESS_RESTRICTED'`,
  ],
];

export const casesOf = (checks: readonly ScanCheck[]): string =>
  checks.map(([when, verdict]) => `when ${when} then ${verdict}`).join('\n    ');

/** The checks in their order; the first that fails answers. */
const verdictSql = (form: ScanForm): string => {
  const { withRules } = form;
  const checks = [
    ...valueChecks(form),
    ...(withRules ? [] : LEFT_TO_RULES),
    ...PRESENCE_CHECKS,
    ...CODE_CHECKS,
    ...PERSON_CHECKS,
    ...(withRules ? RULE_CHECKS : []),
  ];
  return `case ${casesOf(checks)}\n    else ${withRules ? OUTCOME : RIGHT_TO_ENTER} end`;
};

/** Verdicts about the right of an entry; of them those that a rule decides. */
const ABOUT_A_RIGHT = ['ACCESS_CLOSED_TODAY', 'ACCESS_AGE', 'ACCESS_ANTI_PASSBACK', 'ACCESS_FULL'];
const ABOUT_A_RULE = [
  'OPEN',
  'VALIDATE',
  'PROBE',
  'WELLHUB_CHECKIN_REQUIRED',
  'ACCESS_OUTSIDE_HOURS',
  'ACCESS_DOOR_NOT_INCLUDED',
  'ACCESS_PLAN_NOT_INCLUDED',
];
const quoted = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ');

/** `used_right` and `used_rule_id`: what the `verdict` goes back to. */
export const usedSql = ({ withRules }: Pick<ScanForm, 'withRules'>): string =>
  withRules
    ? `case when verdict in (${quoted([...ABOUT_A_RIGHT, ...ABOUT_A_RULE])}) then entry_right end as used_right,
      case when verdict in (${quoted(ABOUT_A_RULE)}) or verdict = 'ACCESS_AGE' and not ${IS_OF_WRONG_AGE}
        then rule_id end as used_rule_id`
    : `case when way <> 'IN' then null when verdict = 'OPEN' and has_contract then 'CONTRACT'
        when verdict in ('OPEN', 'VALIDATE', 'PROBE') then 'WELLHUB' end as used_right,
      null::bigint as used_rule_id`;

/** What the answer and the effects read: every step costs by the columns that it hands on. */
const HANDED_ON = `no, partner_id, gym_id, device_id, customer_id, execute, nonce, value_hash, traceparent, admit, scanned_at,
    locked_for, language, has_policy, earlier_answer, direction, way, counts_later, goes_again, single_use, pending_id,
    open_visit_id, open_gym_id, open_source, awaited_gym_id, last_visit_id, last_direction, last_provisional`;
export const ONLY_ID = 'medium, turn_seconds, first_name';
const ONLY_PLAIN = 'has_contract, best';
const ONLY_RULES = `takes_over, entry_right, entry_rank, rule_id, check_in_id, guest_pass_id, reentry_minutes, is_guest_allowed,
    closing_day, capacity_max, minimum_age, unknown_age, age`;

const handedOn = ({ namedBy, withRules }: ScanForm): string =>
  [HANDED_ON, ...(namedBy === 'ID' ? [ONLY_ID] : []), withRules ? ONLY_RULES : ONLY_PLAIN].join(
    ', ',
  );

/** The people of `source` with what the checks say to them; up to 9d where there are rules. */
export const checkedSql = (source: string, form: ScanForm): string =>
  form.withRules
    ? `select ${handedOn(form)}, ${verdictSql(form)} as ruled_verdict, ${IS_BACK} as is_passed_back from ${source} standing`
    : `select ${handedOn(form)}, ${verdictSql(form)} as verdict, false as is_passed_back from ${source} standing offset 0`;

/** What the checks say, with the right that is used. @param checked with one `verdict` per scan */
export const judgedSql = (checked: string, form: Pick<ScanForm, 'withRules'>): string =>
  `select v.*, ${usedSql(form)} from (${checked}) v`;
