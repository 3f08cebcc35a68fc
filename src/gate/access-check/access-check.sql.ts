import { policyColumnsOf, ruleNameSql, showsOccupancySql } from '../../access-rules/index.js';
import { customerForEntrySql, restrictedSql } from '../../customers/index.js';
import { peopleInsideSql, presenceSql } from '../../visits/index.js';
import { gymWithPolicySql, peopleUnderRulesSql, rightsSql } from '../scan/rights.sql.js';
import {
  IS_ALLOWED,
  IS_CLOSED,
  IS_OF_WRONG_AGE,
  JUDGED,
  RULE_CHECKS,
} from '../scan/rule-checks.sql.js';
import { standingSql } from '../scan/standing.sql.js';
import { casesOf, PERSON_CHECKS, usedSql, type ScanCheck } from '../scan/verdict.sql.js';

/**
 * The checks of the gate statement over one person at one door, at several moments: nothing is locked, and nothing is
 * written. Values: partner, gym, customer, device or null, moments (null: now), people inside or null, product or null.
 */

const FORM = { namedBy: 'TOKEN', hashes: ['value_hash'], withRules: true, isAlone: true } as const;

/** In place of device and value: what a scan would bring. */
const KNOWN = `
  select a.no, $1::uuid as partner_id, $2::bigint as gym_id, d.id as device_id,
    coalesce(d.direction, 'IN') as direction, g.today, g.time_zone, g.has_policy, ${policyColumnsOf('g')},
    coalesce(a.at, clock_timestamp()) as scanned_at, true as execute, null::text as admit,
    null::uuid as admitted_check_in, $7::text as told_product, clock_timestamp() as check_ins_at, true as counts_visits, null::uuid as nonce, null::bytea as value_hash,
    0 as repeat_window_seconds, null::timestamptz as seen_moved_at, c.id as customer_id, c.status, c.origin,
    c.wellhub_id, c.gpw_id, c.gpw_active, c.birth_date, c.has_access_passes, false as card_blocked,
    ${restrictedSql('$1::uuid', 'c.id', 'g.today')} as restricted
  from unnest($5::timestamptz[]) with ordinality a (at, no)
  cross join lateral (${gymWithPolicySql('$1::uuid', '$2::bigint')}) g
  cross join lateral (${customerForEntrySql('$1::uuid', '$3::bigint')}) c
  left join devices d on d.partner_id = $1 and d.id = $4::bigint and d.gym_id = $2 and d.deleted_at is null`;

const IS_FULL = `(coalesce(capacity_max <= people_inside, false) and coalesce(entry_right <> 'STAFF', true)
  and not takes_over and open_gym_id is distinct from gym_id and awaited_gym_id is distinct from gym_id)`;

const fails = (checks: readonly ScanCheck[], verdict: string): string =>
  checks.find(([, answer]) => answer === `'${verdict}'`)?.[0] ?? 'false';

const VERDICT = `case when way = 'OUT' then 'OPEN' ${casesOf([...PERSON_CHECKS, ...RULE_CHECKS])}
      when ${IS_FULL} then 'ACCESS_FULL' else outcome end`;

export const CHECK_ACCESS = {
  name: 'gate.check-access',
  text: `with known as materialized (${KNOWN}),
  under_rules as materialized (${peopleUnderRulesSql('known')}),
  people as materialized (${rightsSql('under_rules')}),
  locked as materialized (${presenceSql('$1::uuid', '$3::bigint')}),
  standing as materialized (
    select p.*, coalesce($6::int, ${peopleInsideSql('p.partner_id', 'p.gym_id')}) as people_inside
    from (${standingSql(FORM)}) p),
  judged as materialized (
    select v.*, ${usedSql(FORM)} from (select standing.*, ${VERDICT} as verdict from standing) v)
  select verdict, scanned_at as "at", to_char(local, 'YYYY-MM-DD"T"HH24:MI:SS') as local,
    (extract(epoch from local - scanned_at at time zone 'UTC') / 60)::int as "offsetMinutes",
    way, used_right as "right", used_rule_id as "ruleId", closing_day as "closingDay", age, minimum_age as "minimumAge",
    capacity_max as "capacity", people_inside as "inside",
    time_zone as "timeZone",
    coalesce(${showsOccupancySql('judged.partner_id', 'judged.gym_id')}, false) as "showsOccupancy",
    case when used_rule_id is not null then ${ruleNameSql('judged.partner_id', 'used_rule_id')} end as "ruleName",
    coalesce(not (${fails(PERSON_CHECKS, 'CUSTOMER_ACCESS_RESTRICTED')}), true) as "isUnrestricted",
    not (${JUDGED} and ${IS_CLOSED}) as "isOpenDay",
    not (${JUDGED} and ${IS_OF_WRONG_AGE}) as "isOfAge",
    coalesce(not (${fails(RULE_CHECKS, 'ACCESS_ANTI_PASSBACK')}), true) as "isNotInside",
    coalesce(${IS_ALLOWED}, false) as "isAllowed", not ${IS_FULL} as "hasPlace"
  from judged order by no`,
};
