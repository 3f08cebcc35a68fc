import {
  accessPolicySql,
  ageSql,
  closingDaySql,
  decidingRuleSql,
  localTimeOf,
  localTimeSql,
  passesForEntrySql,
  RIGHT_BITS,
  type Candidate,
} from '../../access-rules/index.js';
import { checkInsForEntrySql, validatedCheckInSql } from '../../check-in-validation/index.js';
import { currentMembershipsSql, WELLHUB_PERSON_SQL } from '../../customers/index.js';
import { wellhubPlanSql } from '../../user-registration/index.js';

/**
 * The rights to enter of the people whom a statement judges, and what the rules say of them (`access-rules.md` sections
 * 2 and 3). They are read before a row of presence is locked.
 */

/** Few columns are joined among themselves, then once with the many of a person. */
const FACTS = `
    select t.*, y.*, passes.is_staff, passes.guest_pass_id
    from (${localTimeSql('s.scanned_at', 's.time_zone')}) t
    left join lateral (${accessPolicySql('s.partner_id', 'case when s.has_policy then s.gym_id end')}) y on true
    left join lateral (
      select p.* from (${passesForEntrySql('s.partner_id', 's.customer_id', { gym: 's.gym_id', day: 't.local::date' })} offset 0) p
      where s.has_access_passes offset 0) passes on true`;

/**
 * `source` with what rules look at: the policy, the local moment, closing day, age, memberships, plan and passes. The
 * moment is that of the scan, so that the hours do not change while Wellhub is called.
 */
export const peopleUnderRulesSql = (source: string): string => `
  select s.*, facts.*,
    case when facts.has_closings then ${closingDaySql('s.partner_id', 's.gym_id', localTimeOf('facts'))} end as closing_day,
    ${ageSql('s.birth_date', 'facts.local')} as age,
    ${currentMembershipsSql('s.partner_id', 's.customer_id', 'facts.local::date')} as membership_ids,
    coalesce(case when s.gpw_active then ${wellhubPlanSql('s.partner_id', 's.gpw_id')} end, 'unknown') as wellhub_plan
  from ${source} s
  cross join lateral (${FACTS} offset 0) facts`;

const ENTRY = {
  partner: 'f.partner_id',
  customer: 'f.customer_id',
  gym: 'f.gym_id',
  today: 'f.today',
};

const REENTRY = { minutes: 'f.reentry_minutes', at: 'coalesce(f.check_ins_at, f.scanned_at)' };

/** What Wellhub has just answered for is good, also where its day is another one. */
const CHECK_INS = `${checkInsForEntrySql(ENTRY, REENTRY)}
      union all select v.* from (${validatedCheckInSql(ENTRY, 'f.admitted_check_in', REENTRY)} offset 0) v
      where f.admitted_check_in is not null`;

const NO_CHECK_IN = `null::uuid as check_in_id, coalesce(f.told_product, 'unknown') as product, false as is_pending,
      null::timestamptz as event_at`;
const IS_WELLHUB = `(${WELLHUB_PERSON_SQL.replaceAll(/\b(wellhub_id|gpw_id|gpw_active|origin)\b/g, 'f.$1')})`;

/** What Wellhub has refused is not requested again. */
const MAY_CALL = `coalesce(f.admit <> 'REFUSED', true)`;

/**
 * The candidates, best first by `rank`: staff, contract, a check-in that is validated, one that can be, a guest pass, and
 * last the question whether there is a check-in. Without `usable` a check-in opens no door, but it may still go to the worker.
 */
const CANDIDATES = `
    select 1 as rank, ${NO_CHECK_IN}, true as usable
    where f.is_staff
    union all
    select 2, ${NO_CHECK_IN}, true
    where f.membership_ids is not null
    union all
    select case when ci.state = 'VALIDATED' then 3 when ci.probe and ci.state = 'PENDING' then 6 else 4 end,
      ci.id, coalesce(f.told_product, ci.product_id, 'unknown'), ci.state = 'PENDING', ci.event_at,
      ${IS_WELLHUB} and (ci.state = 'VALIDATED' or ${MAY_CALL} and (ci.state = 'EXPIRED' or not ci.probe))
    from (${CHECK_INS}) ci
    union all
    select 5, ${NO_CHECK_IN}, true
    where f.guest_pass_id is not null and f.counts_visits
    union all
    select 6, ${NO_CHECK_IN}, ${MAY_CALL}
    where f.wellhub_id is not null`;

/** The name of the right of a candidate. */
export const rightOfRank = (rank: string): string =>
  `(array['STAFF', 'CONTRACT', 'WELLHUB', 'WELLHUB', 'GUEST', 'WELLHUB'])[${rank}]`;

/** What comes of a candidate that the rules allow. */
export const outcomeOfRank = (row: string, rank: string): string =>
  `case when ${rank} in (1, 2, 3, 5) then 'OPEN'
      when ${rank} = 4 then case when not ${row}.execute or ${row}.admit = 'PROVISIONAL' then 'OPEN' else 'VALIDATE' end
      when ${rank} = 6 then case when ${row}.execute then 'PROBE' else 'WELLHUB_CHECKIN_REQUIRED' end end`;

const bitOfRank = (rank: string): string =>
  `case ${rank} when 1 then 0 when 2 then ${RIGHT_BITS.CONTRACT} when 5 then ${RIGHT_BITS.GUEST} else ${RIGHT_BITS.WELLHUB} end`;

/** The facts about `row` that a rule is compared with; `candidate` is a relation with its `product`. */
export const candidateOf = (row: string, candidate: string, rank: string): Candidate => ({
  partner: `${row}.partner_id`,
  gym: `${row}.gym_id`,
  device: `${row}.device_id`,
  ...localTimeOf(row),
  age: `${row}.age`,
  memberships: `${row}.membership_ids`,
  plan: `${row}.wellhub_plan`,
  rightBit: bitOfRank(rank),
  product: `${candidate}.product`,
});

const RULED = `
    select c.*, c.rank = 1 or coalesce(r.effect, f.outside_rules, 'ALLOW') = 'ALLOW' as allowed,
      r.rule_id, r.denied_as
    from (${CANDIDATES}) c
    left join lateral (${decidingRuleSql({ ...candidateOf('f', 'c', 'c.rank'), gym: 'case when f.outside_rules is not null then f.gym_id end' })}) r on true`;

const BEST = 'order by j.rank, not j.is_pending, j.event_at desc';
const inOrder = (what: string, name: string) => `array_agg(${what} ${BEST}) as ${name}`;

/**
 * The candidates side by side, best first. They are few, and arrays in one order cost one sort. A probe is for those
 * without a check-in that could be used: it must not lead around a rule about one.
 */
const IN_ORDER = `
    select ${[
      inOrder('j.rank', 'ranks'),
      inOrder('j.product', 'products'),
      inOrder('j.check_in_id', 'check_ins'),
      inOrder('j.rule_id', 'rules'),
      inOrder('j.denied_as', 'denials'),
      inOrder('j.usable', 'usable'),
      inOrder('j.usable and j.allowed and j.rank < 6', 'good'),
      inOrder('j.is_pending', 'pending'),
      inOrder('j.is_pending and j.allowed', 'pending_allowed'),
    ].join(',\n      ')},
      bool_or(j.rank = 6 and j.usable and j.allowed) and not bool_or(j.rank in (3, 4) and j.usable) as may_probe,
      coalesce(bool_or(j.rank = 5 and j.allowed), false) as is_guest_allowed
    from (${RULED}) j`;

/** Where they stand: the first candidate whatever the rules say, and the first that they allow. A probe is the last one. */
const PLACED = `
    select i.*, array_position(i.usable, true) as first,
      coalesce(array_position(i.good, true), case when i.may_probe then cardinality(i.ranks) end) as allowed
    from (${IN_ORDER}) i offset 0`;

/**
 * The right of each person in `source`: the first one that the rules allow, else the first one (`is_allowed` tells).
 * `first_…` is the first one whatever the rules say. `allowed_pending_id` and `first_pending_id` go to the worker when
 * the customer enters.
 */
export const rightsSql = (source: string): string => `
  select f.*, e.ranks[e.best] as best_rank, e.products[e.best] as product, e.check_ins[e.best] as best_check_in_id,
    e.rules[e.best] as best_rule_id, e.denials[e.best] as denied_as, e.allowed is not null as is_allowed,
    e.is_guest_allowed, e.ranks[e.first] as first_rank, e.check_ins[e.first] as first_check_in_id,
    e.check_ins[array_position(e.pending_allowed, true)] as allowed_pending_id,
    e.check_ins[array_position(e.pending, true)] as first_pending_id
  from ${source} f
  left join lateral (select p.*, coalesce(p.allowed, p.first) as best from (${PLACED}) p offset 0) e on true`;
