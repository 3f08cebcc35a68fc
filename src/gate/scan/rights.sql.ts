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
import {
  checkInsForEntrySql,
  hasPendingCheckInSql,
  validatedCheckInSql,
} from '../../check-in-validation/index.js';
import { currentMembershipsSql, WELLHUB_PERSON_SQL } from '../../customers/index.js';
import { gymTodaySql } from '../../partners/index.js';
import { wellhubPlanSql } from '../../user-registration/index.js';

/**
 * The rights to enter of the people whom a statement judges, and what the rules say of them (`access-rules.md` sections
 * 2 and 3). They are read before a row of presence is locked.
 */

/**
 * One row, or none: the gym's day as in `gymTodaySql`, with its policy. Nothing in it is about a person: behind
 * `offset 0` the planner keeps it for all the people of a batch, pulled up it would read it for each.
 */
export const gymWithPolicySql = (partner: string, gym: string): string => `
    select g.*, y.* from (${gymTodaySql(partner, gym)}) g
    left join lateral (${accessPolicySql(partner, `case when g.has_policy then ${gym} end`)}) y on true offset 0`;

/** Few columns are joined among themselves, then once with the many of a person. */
const FACTS = `
    select t.*, passes.is_staff, passes.guest_pass_id
    from (${localTimeSql('s.scanned_at', 's.time_zone')}) t
    left join lateral (
      select p.* from (${passesForEntrySql('s.partner_id', 's.customer_id', { gym: 's.gym_id', day: 't.local::date' })} offset 0) p
      where s.has_access_passes offset 0) passes on true`;

const isWellhub = (row: string): string =>
  `(${WELLHUB_PERSON_SQL.replaceAll(/\b(wellhub_id|gpw_id|gpw_active|origin)\b/g, `${row}.$1`)})`;

/** No check-in of theirs opens this door or waits for the worker, and none is asked for. */
const IS_WITHOUT_CHECK_INS = `not ${isWellhub('s')}
      and not ${hasPendingCheckInSql({ partner: 's.partner_id', customer: 's.customer_id', gym: 's.gym_id' })}`;

/**
 * `source`, which has the columns of `gymWithPolicySql`, with what rules look at: the local moment, closing day, age,
 * memberships, plan and passes. The moment is that of the scan, so that the hours do not change while Wellhub is called.
 */
export const peopleUnderRulesSql = (source: string): string => `
  select s.*, facts.*,
    case when s.has_closings then ${closingDaySql('s.partner_id', 's.gym_id', localTimeOf('facts'))} end as closing_day,
    ${ageSql('s.birth_date', 'facts.local')} as age,
    ${currentMembershipsSql('s.partner_id', 's.customer_id', 'facts.local::date')} as membership_ids,
    coalesce(case when s.gpw_active then ${wellhubPlanSql('s.partner_id', 's.gpw_id')} end, 'unknown') as wellhub_plan,
    ${IS_WITHOUT_CHECK_INS} as is_without_check_ins
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

const NO_PRODUCT = `coalesce(f.told_product, 'unknown')`;
const NO_CHECK_IN = `false as is_pending, null::timestamptz as event_at, ${NO_PRODUCT} as product, null::uuid as check_in_id`;

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
      ci.state = 'PENDING', ci.event_at, coalesce(f.told_product, ci.product_id, 'unknown'), ci.id,
      ${isWellhub('f')} and (ci.state = 'VALIDATED' or ${MAY_CALL} and (ci.state = 'EXPIRED' or not ci.probe))
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

export const bitOfRank = (rank: string): string =>
  `case ${rank} when 1 then 0 when 2 then ${RIGHT_BITS.CONTRACT} when 5 then ${RIGHT_BITS.GUEST} else ${RIGHT_BITS.WELLHUB} end`;

/** The facts about `row` that a rule is compared with; `candidate` is a relation with its `product`. */
export const candidateOf = (
  row: string,
  candidate: string,
  rightBit: Candidate['rightBit'],
): Candidate => ({
  partner: `${row}.partner_id`,
  gym: `${row}.gym_id`,
  device: `${row}.device_id`,
  ...localTimeOf(row),
  age: `${row}.age`,
  memberships: `${row}.membership_ids`,
  plan: `${row}.wellhub_plan`,
  rightBit,
  product: `${candidate}.product`,
});

/** The rule about a candidate. Without a policy there is none to look for. */
const decidingRule = (candidate: string, rightBit: Candidate['rightBit']): string =>
  decidingRuleSql({
    ...candidateOf('f', candidate, rightBit),
    gym: 'case when f.outside_rules is not null then f.gym_id end',
  });
const IS_ALLOWED = `coalesce(r.effect, f.outside_rules, 'ALLOW') = 'ALLOW'`;

const RULED = `
    select c.*, c.rank = 1 or ${IS_ALLOWED} as allowed, r.rule_id, r.denied_as
    from (${CANDIDATES}) c
    left join lateral (${decidingRule('c', bitOfRank('c.rank'))}) r on true`;

const inOrder = (what: string): string =>
  `array_agg(${what} order by j.rank, not j.is_pending, j.event_at desc)`;

/** A probe is for those without a check-in that could be used: it must not lead around a rule about one. */
const MAY_PROBE =
  'bool_or(j.rank = 6 and j.usable and j.allowed) and not bool_or(j.rank in (3, 4) and j.usable)';

/** Where they stand: the first candidate whatever the rules say, and the first that they allow. A probe is the last one. */
const FIRST = `array_position(${inOrder('j.usable')}, true)`;
const ALLOWED = `coalesce(array_position(${inOrder('j.usable and j.allowed and j.rank < 6')}, true),
        case when ${MAY_PROBE} then count(*)::int end)`;

/** The candidates side by side, best first. They are few, and arrays in one order cost one sort. */
const IN_ORDER = `
    select ${inOrder('j.rank')} as ranks, ${inOrder('j.product')} as products, ${inOrder('j.check_in_id')} as check_ins,
      ${inOrder('j.rule_id')} as rules, ${inOrder('j.denied_as')} as denials,
      ${inOrder('j.is_pending')} as pending, ${inOrder('j.is_pending and j.allowed')} as pending_allowed,
      ${FIRST} as first, ${ALLOWED} as allowed, coalesce(${ALLOWED}, ${FIRST}) as best,
      coalesce(bool_or(j.rank = 5 and j.allowed), false) as is_guest_allowed
    from (${RULED}) j`;

const OF_CANDIDATES = `
    select e.ranks[e.best] as best_rank, e.products[e.best] as product, e.check_ins[e.best] as best_check_in_id,
      e.rules[e.best] as best_rule_id, e.denials[e.best] as denied_as, e.allowed is not null as is_allowed,
      e.is_guest_allowed, e.ranks[e.first] as first_rank, e.check_ins[e.first] as first_check_in_id,
      e.check_ins[array_position(e.pending_allowed, true)] as allowed_pending_id,
      e.check_ins[array_position(e.pending, true)] as first_pending_id
    from (${IN_ORDER}) e`;

/** For most people at a gym with members of its own there is one candidate, and nothing to put in order. */
const HAS_ONLY_CONTRACT = `(f.is_without_check_ins and f.membership_ids is not null
      and f.is_staff is not true and f.guest_pass_id is null)`;
const OF_CONTRACT = `
    select 2 as best_rank, ${NO_PRODUCT} as product, null::uuid as best_check_in_id, r.rule_id as best_rule_id,
      r.denied_as, ${IS_ALLOWED} as is_allowed, false as is_guest_allowed, 2 as first_rank,
      null::uuid as first_check_in_id, null::uuid as allowed_pending_id, null::uuid as first_pending_id
    from (select ${NO_PRODUCT} as product) c
    left join lateral (${decidingRule('c', RIGHT_BITS.CONTRACT)}) r on true`;

/**
 * The right of each person in `source`: the first one that the rules allow, else the first one (`is_allowed` tells).
 * `first_…` is the first one whatever the rules say. `allowed_pending_id` and `first_pending_id` go to the worker when
 * the customer enters.
 */
export const rightsSql = (source: string): string => `
  select f.*, e.*
  from ${source} f
  left join lateral (
    ${OF_CONTRACT} where ${HAS_ONLY_CONTRACT}
    union all select * from (${OF_CANDIDATES}) several where ${HAS_ONLY_CONTRACT} is not true) e on true`;
