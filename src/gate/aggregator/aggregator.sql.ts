import { policyColumnsOf, ruleMessageSql } from '../../access-rules/index.js';
import { handOverSql } from '../../check-in-validation/index.js';
import { customerByWellhubIdForEntrySql, restrictedSql } from '../../customers/index.js';
import {
  gymWithPolicySql,
  outcomeOfRank,
  peopleUnderRulesSql,
  rightOfRank,
  rightsSql,
} from '../scan/rights.sql.js';
import { OUTCOME, RULE_CHECKS } from '../scan/rule-checks.sql.js';
import type { ScanRow, ScanVerdict } from '../scan/scan.js';
import { casesOf, PERSON_CHECKS, usedSql } from '../scan/verdict.sql.js';

export interface MemberRow extends Pick<
  ScanRow,
  'right' | 'ruleId' | 'checkInId' | 'reentryMinutes' | 'message'
> {
  customerId: number | null;
  verdict: Exclude<
    ScanVerdict,
    | 'REPEAT'
    | 'REPEAT_OF_NONCE'
    | 'NONCE_REUSED'
    | 'FIRST_TIME'
    | 'AGAIN'
    | 'RULES'
    | 'WELLHUB_REFUSED'
  >;
}

/**
 * Who is at the gym's own door. Values: partner, gym, Wellhub id. It has no device and no visits of ours: no rule with
 * doors fits, and guest passes, whose entries are visits, are no right.
 */
const MEMBER = `
  select q.*, null::bigint as device_id, g.today, g.time_zone, g.has_policy, ${policyColumnsOf('g')}, clock_timestamp() as scanned_at,
    c.id as customer_id, c.status, c.origin, c.wellhub_id, c.gpw_id, c.gpw_active, c.birth_date, c.has_access_passes,
    false as card_blocked, ${restrictedSql('q.partner_id', 'c.id', 'g.today')} as restricted,
    true as execute, null::text as admit, null::uuid as admitted_check_in, null::text as told_product,
    null::timestamptz as check_ins_at, false as counts_visits
  from (select $1::uuid as partner_id, $2::bigint as gym_id, $3::text as member) q
  cross join lateral (${gymWithPolicySql('q.partner_id', 'q.gym_id')}) g
  left join lateral (${customerByWellhubIdForEntrySql('q.partner_id', 'q.member')}) c on true`;

/** In place of the presence that a door locks: the person counts as outside. */
const STANDING = `
  select p.*, p.best_rank as entry_rank, ${rightOfRank('p.best_rank')} as entry_right,
    ${outcomeOfRank('p', 'p.best_rank')} as outcome, p.best_rule_id as rule_id,
    p.best_check_in_id as check_in_id, p.allowed_pending_id as pending_id, 'IN' as direction, 'IN' as way,
    false as takes_over, false as goes_again, null::bigint as open_gym_id, null::text as open_source, null::timestamptz as open_since
  from people p`;

const VERDICT = `case when customer_id is null then 'WELLHUB_CHECKIN_REQUIRED'
    ${casesOf([...PERSON_CHECKS, ...RULE_CHECKS])} else ${OUTCOME} end`;

/**
 * The gate's right to enter without its door: no code, no visit. An entry with a waiting check-in hands it over to the
 * worker.
 */
export const MAY_ENTER = {
  name: 'gate.may-enter',
  text: `with member as materialized (${MEMBER}),
  under_rules as materialized (${peopleUnderRulesSql('member')}),
  people as materialized (${rightsSql('under_rules')}),
  standing as materialized (${STANDING}),
  judged as materialized (
    select v.*, ${usedSql({ withRules: true })} from (select standing.*, ${VERDICT} as verdict from standing) v),
  handed as (select partner_id, pending_id as check_in_id from judged
    where verdict = 'OPEN' and pending_id is not null),
  handed_over as (${handOverSql('handed')})
  select customer_id as "customerId", verdict, used_right as "right", used_rule_id as "ruleId",
    check_in_id as "checkInId", reentry_minutes as "reentryMinutes", case when used_rule_id is not null and verdict like 'ACCESS%'
      then ${ruleMessageSql('judged.partner_id', 'used_rule_id')} end as message
  from judged`,
};
