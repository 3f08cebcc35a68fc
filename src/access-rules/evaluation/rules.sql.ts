import { RIGHT_BITS } from '../compiled/compile-rule.js';
import type { LocalTime } from './local-time.sql.js';

/**
 * How the compiled rules of a gym are read (`CompiledWindow`). A candidate is a right to enter that the person may have
 * here: `right_bit`, and for check-ins the `product`. The arguments are SQL expressions over outer rows.
 */
export interface Candidate extends LocalTime {
  readonly partner: string;
  readonly gym: string;
  /** Null where there is no door of ours: no rule that names doors fits. */
  readonly device: string;
  readonly age: string;
  readonly memberships: string;
  readonly plan: string;
  /** A number where the statement knows the right beforehand: then a key of that right's rules is read. */
  readonly rightBit: string | number;
  readonly product: string;
}

const ofGym = ({ partner, gym }: Candidate): string =>
  `w.partner_id = ${partner} and w.gym_id = ${gym}`;

/** The values of `rights` that hold the bit: a key is read by them, because most rules are about other rights. */
const withBit = (bit: number): string =>
  `'{${[1, 2, 3, 4, 5, 6, 7].filter((rights) => rights & bit).join(',')}}'::int[]`;
const WITH_BIT = Object.values(RIGHT_BITS).map((bit) => `when ${bit} then ${withBit(bit)}`);
const rightFits = ({ rightBit }: Candidate): string =>
  typeof rightBit === 'number'
    ? `w.rights & ${rightBit} <> 0`
    : `w.rights = any(case ${rightBit} ${WITH_BIT.join(' ')} end)`;

const personFits = ({ memberships, plan, product, age }: Candidate): string =>
  `(w.membership_ids is null or w.membership_ids && ${memberships})
      and (w.wellhub_plans is null or ${plan} = any(w.wellhub_plans))
      and (w.wellhub_products is null or ${product} = any(w.wellhub_products))
      and (w.min_age is null or w.min_age <= ${age}) and (w.max_age is null or w.max_age >= ${age})`;

const doorFits = ({ device }: Candidate): string =>
  `(w.device_ids is null or coalesce(${device} = any(w.device_ids), false))`;

/** The day is what the key is read by: no window reaches over a midnight. */
const timeFits = ({ local, weekday, minuteOfWeek }: Candidate): string => {
  const day = `${local}::date - w.started_yesterday::int`;
  return `w.minute_from / 1440 = ${weekday} and w.minute_from <= ${minuteOfWeek} and w.minute_to > ${minuteOfWeek}
      and (w.date_from is null or w.date_from <= ${day}) and (w.date_to is null or w.date_to >= ${day})`;
};

/** The code of a refusal by a `DENY` rule: the most telling thing that it names. */
const DENIED = `case when w.has_time_condition then 'ACCESS_OUTSIDE_HOURS'
      when w.device_ids is not null then 'ACCESS_DOOR_NOT_INCLUDED'
      when w.min_age is not null or w.max_age is not null then 'ACCESS_AGE'
      else 'ACCESS_PLAN_NOT_INCLUDED' end`;

/** The same rows, in words that leave the planner the indexes by right and day, also while it knows nothing of the table. */
const ofGymByRight = ({ partner, gym }: Candidate): string =>
  `w.gym_id = ${gym} and (w.partner_id = ${partner}) is true`;

/** The rule that decides about the candidate: `rule_id`, `effect`, and `denied_as`; no row when none fits. */
export const decidingRuleSql = (candidate: Candidate): string => `
  select w.rule_id, w.effect, ${DENIED} as denied_as from access_rule_windows w
  where ${ofGymByRight(candidate)} and ${rightFits(candidate)} and ${timeFits(candidate)} and ${doorFits(candidate)} and ${personFits(candidate)}
  order by w.position limit 1`;

/** What the rule is called, as a scalar. */
export const ruleNameSql = (partner: string, rule: string): string =>
  `(select u.name from access_rules u where u.partner_id = ${partner} and u.id = ${rule})`;

/** What the rule says to those whom it refuses, by language; a scalar, null where it says nothing. */
export const ruleMessageSql = (partner: string, rule: string): string =>
  `(select u.message from access_rules u where u.partner_id = ${partner} and u.id = ${rule})`;

/**
 * The code of a refusal where no rule fits, as a scalar: whether an `ALLOW` rule would have fitted at another time, or
 * else at another door. Reads every rule of the gym.
 */
export const refusalOutsideRulesSql = (candidate: Candidate): string => `
  (select case when bool_or(${doorFits(candidate)}) then 'ACCESS_OUTSIDE_HOURS'
      when bool_or(${timeFits(candidate)}) then 'ACCESS_DOOR_NOT_INCLUDED'
      else 'ACCESS_PLAN_NOT_INCLUDED' end
    from access_rule_windows w
    where ${ofGym(candidate)} and w.effect = 'ALLOW' and ${rightFits(candidate)} and ${personFits(candidate)})`;
