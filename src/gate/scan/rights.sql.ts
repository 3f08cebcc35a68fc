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

/**
 * `source` with what rules look at: the policy, the local moment, closing day, age, memberships, plan and passes. The
 * moment is that of the scan, so that the hours do not change while Wellhub is called.
 */
export const peopleUnderRulesSql = (source: string): string => `
  select s.*, t.*, y.outside_rules, y.minimum_age, y.unknown_age, y.capacity_max, y.anti_passback_mode,
    y.anti_passback_minutes, y.anti_passback_scope, y.reentry_minutes,
    ${closingDaySql('s.partner_id', `case when y.outside_rules is not null then s.gym_id end`, localTimeOf('t'))} as closing_day,
    ${ageSql('s.birth_date', 't.local')} as age,
    ${currentMembershipsSql('s.partner_id', 's.customer_id', 't.local::date')} as membership_ids,
    coalesce(${wellhubPlanSql('s.partner_id', 'case when s.gpw_active then s.gpw_id end')}, 'unknown') as wellhub_plan,
    passes.is_staff, passes.guest_pass_id
  from ${source} s
  cross join lateral (${localTimeSql('s.scanned_at', 's.time_zone')}) t
  left join lateral (${accessPolicySql('s.partner_id', 'case when s.has_policy then s.gym_id end')}) y on true
  left join lateral (${passesForEntrySql(
    's.partner_id',
    'case when s.has_access_passes then s.customer_id end',
    {
      gym: 's.gym_id',
      day: 't.local::date',
    },
  )}) passes on true`;

const ENTRY = {
  partner: 'f.partner_id',
  customer: 'f.customer_id',
  gym: 'f.gym_id',
  today: 'f.today',
};

const REENTRY = { minutes: 'f.reentry_minutes', at: 'coalesce(f.check_ins_at, f.scanned_at)' };

/** What Wellhub has just answered for is good, also where its day is another one. */
const CHECK_INS = `${checkInsForEntrySql(ENTRY, REENTRY)}
      union all ${validatedCheckInSql(ENTRY, 'f.admitted_check_in', REENTRY)}`;

const NO_CHECK_IN = `null::uuid as check_in_id, coalesce(f.told_product, 'unknown') as product, false as is_pending, false as probe,
      null::timestamptz as event_at`;
const IS_WELLHUB = `(${WELLHUB_PERSON_SQL.replaceAll(/\b(wellhub_id|gpw_id|gpw_active|origin)\b/g, 'f.$1')})`;

/** What Wellhub has refused is not requested again. */
const MAY_CALL = `coalesce(f.admit <> 'REFUSED', true)`;

/**
 * The candidates, best first by `rank`. Without `usable` a check-in opens no door, but it may still go to the worker. `outcome` is what comes of it when the rules allow it.
 */
const CANDIDATES = `
    select 1 as rank, 'STAFF' as entry_right, 0 as right_bit, 'OPEN' as outcome, ${NO_CHECK_IN}, true as usable
    where f.is_staff
    union all
    select 2, 'CONTRACT', ${RIGHT_BITS.CONTRACT}, 'OPEN', ${NO_CHECK_IN}, true
    where f.membership_ids is not null
    union all
    select case when ci.state = 'VALIDATED' then 3 when ci.probe and ci.state = 'PENDING' then 6 else 4 end,
      'WELLHUB', ${RIGHT_BITS.WELLHUB},
      case when ci.state = 'VALIDATED' or not f.execute or f.admit = 'PROVISIONAL' then 'OPEN' else 'VALIDATE' end,
      ci.id, coalesce(f.told_product, ci.product_id, 'unknown'), ci.state = 'PENDING', ci.probe, ci.event_at,
      ${IS_WELLHUB} and (ci.state = 'VALIDATED' or ${MAY_CALL} and (ci.state = 'EXPIRED' or not ci.probe))
    from (${CHECK_INS}) ci
    union all
    select 5, 'GUEST', ${RIGHT_BITS.GUEST}, 'OPEN', ${NO_CHECK_IN}, true
    where f.guest_pass_id is not null and f.counts_visits
    union all
    select 6, 'WELLHUB', ${RIGHT_BITS.WELLHUB},
      case when f.execute then 'PROBE' else 'WELLHUB_CHECKIN_REQUIRED' end, ${NO_CHECK_IN}, ${MAY_CALL}
    where f.wellhub_id is not null`;

/** The facts about `row` that a rule is compared with; `candidate` is a relation of `right_bit` and `product`. */
export const candidateOf = (row: string, candidate = row): Candidate => ({
  partner: `${row}.partner_id`,
  gym: `${row}.gym_id`,
  device: `${row}.device_id`,
  ...localTimeOf(row),
  age: `${row}.age`,
  memberships: `${row}.membership_ids`,
  plan: `${row}.wellhub_plan`,
  rightBit: `${candidate}.right_bit`,
  product: `${candidate}.product`,
});

const RULED = `
    select c.*, c.entry_right = 'STAFF' or coalesce(r.effect, f.outside_rules, 'ALLOW') = 'ALLOW' as allowed,
      r.rule_id, r.denied_as
    from (${CANDIDATES}) c
    left join lateral (${decidingRuleSql({ ...candidateOf('f', 'c'), gym: 'case when f.outside_rules is not null then f.gym_id end' })}) r on true`;

const BEST = 'order by j.rank, not j.is_pending, j.event_at desc';
const inOrder = (what: string, name: string) => `array_agg(${what} ${BEST}) as ${name}`;

/**
 * The candidates side by side, best first. They are few, and arrays in one order cost one sort. A probe is for those
 * without a check-in that could be used: it must not lead around a rule about one.
 */
const IN_ORDER = `
    select ${[
      inOrder('j.rank', 'ranks'),
      inOrder('j.entry_right', 'rights'),
      inOrder('j.right_bit', 'bits'),
      inOrder('j.product', 'products'),
      inOrder('j.outcome', 'outcomes'),
      inOrder('j.check_in_id', 'check_ins'),
      inOrder('j.rule_id', 'rules'),
      inOrder('j.denied_as', 'denials'),
      inOrder('j.usable', 'usable'),
      inOrder('j.usable and j.allowed and j.rank < 6', 'good'),
      inOrder('j.is_pending', 'pending'),
      inOrder('j.is_pending and j.allowed', 'pending_allowed'),
    ].join(',\n      ')},
      bool_or(j.rank = 6 and j.usable and j.allowed) and not bool_or(j.rank in (3, 4) and j.usable) as may_probe,
      coalesce(bool_or(j.entry_right = 'GUEST' and j.allowed), false) as is_guest_allowed
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
  select f.*, e.ranks[e.best] as best_rank, e.rights[e.best] as best_right, e.bits[e.best] as right_bit,
    e.products[e.best] as product, e.outcomes[e.best] as best_outcome, e.check_ins[e.best] as best_check_in_id,
    e.rules[e.best] as best_rule_id, e.denials[e.best] as denied_as, e.allowed is not null as is_allowed,
    e.is_guest_allowed, e.ranks[e.first] as first_rank, e.rights[e.first] as first_right,
    e.outcomes[e.first] as first_outcome, e.check_ins[e.first] as first_check_in_id,
    e.check_ins[array_position(e.pending_allowed, true)] as allowed_pending_id,
    e.check_ins[array_position(e.pending, true)] as first_pending_id
  from ${source} f
  left join lateral (select p.*, coalesce(p.allowed, p.first) as best from (${PLACED}) p offset 0) e on true`;
