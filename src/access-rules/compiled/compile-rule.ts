import {
  JUDGED_RIGHTS,
  type JudgedRight,
  type PersonCondition,
  type RuleMeaning,
  type TimeCondition,
} from './conditions.js';
import { weekWindows } from './local-week.js';

export interface CompilableRule extends RuleMeaning {
  readonly id: number;
  readonly position: number;
  readonly active: boolean;
}

/** Bits of `access_rule_windows.rights`. */
export const RIGHT_BITS: Readonly<Record<JudgedRight, number>> = {
  CONTRACT: 1,
  WELLHUB: 2,
  GUEST: 4,
};

/**
 * A row of `access_rule_windows`, under the names of its columns. A rule fits a scan when the local minute of the week is
 * within `[minute_from, minute_to)`, the local date (of yesterday, when `started_yesterday`) between `date_from` and
 * `date_to`, and every other field that is not null fits. No row reaches over a midnight: the rows of a minute `m` have
 * `minute_from` between the midnight before it and `m`. A rule has at most one row for a day of the week, and one more that
 * began the day before. Only active rules have rows.
 */
export interface CompiledWindow {
  readonly rule_id: number;
  readonly position: number;
  readonly effect: string;
  readonly minute_from: number;
  readonly minute_to: number;
  readonly started_yesterday: boolean;
  readonly date_from: string | null;
  readonly date_to: string | null;
  /** `RIGHT_BITS` of the candidates that may fit, with regard to memberships, plans and products. */
  readonly rights: number;
  readonly membership_ids: readonly number[] | null;
  readonly wellhub_plans: readonly string[] | null;
  readonly wellhub_products: readonly string[] | null;
  readonly device_ids: readonly number[] | null;
  readonly min_age: number | null;
  readonly max_age: number | null;
  /** The rule names a time: what it refuses is a matter of hours. */
  readonly has_time_condition: boolean;
}

export function compileRule(rule: CompilableRule): CompiledWindow[] {
  if (!rule.active) return [];
  const { when, who } = rule;
  const always = {
    rule_id: rule.id,
    position: rule.position,
    effect: rule.effect,
    device_ids: rule.deviceIds,
    ...datesOf(when ?? {}),
    ...peopleOf(who ?? {}),
    has_time_condition: when !== null,
  };
  return weekWindows(when ?? {}).map(({ minuteFrom, minuteTo, startedYesterday }) => ({
    ...always,
    minute_from: minuteFrom,
    minute_to: minuteTo,
    started_yesterday: startedYesterday,
  }));
}

const datesOf = (when: TimeCondition) => ({
  date_from: when.dateFrom ?? null,
  date_to: when.dateTo ?? null,
});

const peopleOf = (who: PersonCondition) => ({
  rights: possibleRights(who).reduce((bits, right) => bits | RIGHT_BITS[right], 0),
  membership_ids: who.membershipIds ?? null,
  wellhub_plans: who.wellhubPlans ?? null,
  wellhub_products: who.wellhubProducts ?? null,
  min_age: who.minAge ?? null,
  max_age: who.maxAge ?? null,
});

/** The rights whose holders can fit at all; none: the rule could never fit. */
export function possibleRights(who: PersonCondition): readonly JudgedRight[] {
  const { rights = JUDGED_RIGHTS, membershipIds, wellhubPlans, wellhubProducts } = who;
  return rights.filter(
    (right) =>
      (membershipIds === undefined || right === 'CONTRACT') &&
      ((wellhubPlans === undefined && wellhubProducts === undefined) || right === 'WELLHUB'),
  );
}
