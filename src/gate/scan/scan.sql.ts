import { ruleMessageSql } from '../../access-rules/index.js';
import { RowStatement } from '../../platform/database/row-statement.js';
import { lockPresenceSql } from '../../visits/index.js';
import { devicesSql } from './device.sql.js';
import {
  ACTED,
  effectsSql,
  EFFECTS_WITH_RULES,
  withActionSql,
  type NamedParts,
} from './effects.sql.js';
import { peopleSql } from './person.sql.js';
import { peopleUnderRulesSql, rightsSql } from './rights.sql.js';
import { LOCKED_PLACES, PLACED } from './places.sql.js';
import { hashNames, scanFields } from './scan-fields.sql.js';
import type { ScanForm } from './scan-form.js';
import { FIRST_IN_BATCH, standingSql } from './standing.sql.js';
import { checkedSql, judgedSql, ONLY_ID } from './verdict.sql.js';

/**
 * The gate statement: many scans, one round trip, one transaction. It finds the device and the person, locks the
 * person's presence, judges (checks 1 and 3 to 11 of `open-api.md` section 5) and writes what an accepted scan does.
 *
 * Each room's tables are named by that room's fragments; this folder holds the rules, a file for each step: device
 * (with the local day) → person (code or card) → locked (newest presence) → standing → judged (one verdict
 * per scan, and what an accepted one does) → the effects.
 */
export const scanStatement = (
  keys: number,
  { namedBy, withRules }: Pick<ScanForm, 'namedBy' | 'withRules'>,
) => {
  const hashes = hashNames(keys);
  const name = [
    namedBy === 'ID' ? 'gate.scan-by-device-id' : 'gate.scan',
    ...(withRules ? ['with-rules'] : []),
    ...(keys > 1 ? [`${keys}-keys`] : []),
  ];
  return new RowStatement(name.join('-'), scanFields(hashes, namedBy), (scans, isAlone) =>
    scanSql(scans, { namedBy, hashes, withRules, isAlone }),
  );
};

/** Computed row by row where it is read: a step that only one other reads is not stored in between. */
const inPlace = (step: string): string => `(${step} offset 0)`;

/** Of people under rules, what the steps after the locks read: a stored row costs by its columns. */
const READ_LATER = `no, is_code, nonce, execute, admit, traceparent, partner_id, device_id, gym_id, direction, repeat_window_seconds,
    today, language, has_policy, counts_later, scanned_at, locked_for, earlier_answer, earlier_value_hash, code_gym_id,
    single_use, issued_at, expires_at, customer_id, status, origin, wellhub_id, gpw_id, gpw_active, card_blocked,
    seen_moved_at, restricted, local, minute_of_week, minimum_age, unknown_age, capacity_max, anti_passback_mode,
    anti_passback_minutes, anti_passback_scope, reentry_minutes, closing_day, age, membership_ids, wellhub_plan,
    guest_pass_id, best_rank, product, best_check_in_id, best_rule_id, denied_as, is_allowed, is_guest_allowed,
    first_rank, first_check_in_id, allowed_pending_id, first_pending_id`;

const readLater = ({ namedBy, hashes }: ScanForm): string =>
  [READ_LATER, ...hashes, ...(namedBy === 'ID' ? [ONLY_ID] : [])].join(', ');

/** The people at their devices, with what the checks need to know of them. */
const peopleAtDevicesSql = (scans: string, form: ScanForm): string => {
  const known = peopleSql(inPlace(devicesSql(inPlace(scans), form)), form);
  if (!form.withRules) return known;
  const rights = rightsSql(inPlace(peopleUnderRulesSql(inPlace(known))));
  return `select ${readLater(form)} from (${rights}) p`;
};

/** Locks are taken in the order of this list: people's presence first, then what counts the people inside. */
const stepsOf = (scans: string, form: ScanForm): NamedParts => {
  const checked = checkedSql(inPlace(standingSql(form)), form);
  const judged = (verdicts: string) => withActionSql(judgedSql(verdicts, form), form);
  const underRules: NamedParts = [
    ['ruled', checked],
    ['places', LOCKED_PLACES],
    ['judged', judged(PLACED)],
  ];
  return [
    ['people', peopleAtDevicesSql(scans, form)],
    ['locked', lockPresenceSql('people', form.isAlone ? {} : FIRST_IN_BATCH)],
    ...(form.withRules ? underRules : ([['judged', judged(checked)]] as const)),
  ];
};

const OF_RULES = `j.check_in_id as "checkInId", j.closing_day as "closingDay",
    j.reentry_minutes as "reentryMinutes",
    j.is_guest_allowed as "isGuestAllowed",
    case when j.used_rule_id is not null and j.verdict like 'ACCESS%'
      then ${ruleMessageSql('j.partner_id', 'j.used_rule_id')} end as message`;
const NO_RULES = `null as "checkInId", null as "closingDay", null as "reentryMinutes", false as "isGuestAllowed", null as message`;

const named = (parts: NamedParts, as: string): string[] =>
  parts.map(([name, text]) => `${name} ${as} (${text})`);

/** For devices that show it. */
const FIRST_NAME = { TOKEN: 'null', ID: 'j.first_name' } as const;

function scanSql(scans: string, form: ScanForm): string {
  const parts = [
    ...named(stepsOf(scans, form), 'as materialized'),
    ...named([['acted', ACTED]], 'as not materialized'),
    ...named([...effectsSql(form), ...(form.withRules ? EFFECTS_WITH_RULES : [])], 'as'),
  ];
  return `with ${parts.join(',\n  ')}
  select j.no, j.verdict, j.partner_id as "partnerId", j.gym_id as "gymId", j.device_id as "deviceId",
    j.customer_id as "customerId", j.scanned_at as "scannedAt", j.locked_for as "lockedFor", j.language,
    j.earlier_answer as "earlierAnswer", j.has_policy as "hasPolicy", ${FIRST_NAME[form.namedBy]} as "firstName",
    case when j.verdict = 'REPEAT' then j.last_visit_id else j.visit_id end as "visitId",
    case when j.verdict = 'REPEAT' then j.last_direction else j.way end as direction,
    case when j.verdict = 'REPEAT' then j.last_provisional else j.action is not null and j.provisional end as provisional,
    exists (select from published where waits) as "eventsWait",
    j.action is not null and j.is_passed_back as "isPassedBack", j.used_right as "right", j.used_rule_id as "ruleId",
    ${form.withRules ? OF_RULES : NO_RULES}
  from judged j${form.isAlone ? '' : ' order by j.no'}`;
}
