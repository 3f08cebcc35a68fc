import { Answer } from '../../platform/http/answer-fields.js';
import {
  Checked,
  Flag,
  Nested,
  NestedList,
  OneOf,
  Text,
  Whole,
} from '../../platform/http/fields.js';
import { endOfSpanRule, timeOfDayRule } from '../../platform/values/instant.js';
import { RULE_EFFECTS, type RuleEffect } from '../compiled/conditions.js';
import {
  ANTI_PASSBACK_MODES,
  ANTI_PASSBACK_SCOPES,
  type AntiPassback,
  type Capacity,
  type ClosingDay,
} from '../policy/access-policy.js';
import { closingDateRule, MOST_CLOSING_DAYS } from '../policy/closing-days.js';
import type { ShownPolicy } from './access-policies.js';
import { POLICY_WARNINGS, type PolicyWarning } from './policy-warnings.js';

/** Absent in a replacement or null in a patch: the default. */
const RESETTABLE = { optional: true, nullable: true } as const;

class CapacityDto {
  @Whole({ optional: true, min: 1, max: 100_000, description: 'Most persons inside' })
  max?: number;

  @Whole({
    ...RESETTABLE,
    min: 50,
    max: 100,
    description: 'The alert `gate.nearly-full` opens at it; null: never. Without it 90',
  })
  warnAtPercent?: number | null;
}

class AntiPassbackDto {
  @OneOf(ANTI_PASSBACK_MODES, RESETTABLE)
  mode?: AntiPassback['mode'] | null;

  @Whole({
    ...RESETTABLE,
    min: 1,
    max: 1_440,
    description: 'Who entered longer ago may enter again; null: nobody, until they leave',
  })
  minutes?: number | null;

  @OneOf(ANTI_PASSBACK_SCOPES, RESETTABLE)
  scope?: AntiPassback['scope'] | null;
}

class ClosingDayDto {
  @Checked(closingDateRule, { description: '`YYYY-MM-DD`, or `MM-DD` for every year' })
  date!: string;

  @Checked(timeOfDayRule, { ...RESETTABLE, example: '14:00' })
  from?: string | null;

  @Checked(endOfSpanRule, { ...RESETTABLE, example: '24:00' })
  to?: string | null;

  @Text({ ...RESETTABLE, max: 60 })
  name?: string | null;
}

/** `PUT` and `PATCH /gyms/{gymId}/access-policy`. */
export class AccessPolicyValuesDto {
  @OneOf(RULE_EFFECTS, { ...RESETTABLE, description: 'What holds where no rule fits' })
  outsideRules?: RuleEffect | null;

  @Nested(() => CapacityDto, RESETTABLE)
  capacity?: CapacityDto | null;

  @Nested(() => AntiPassbackDto, RESETTABLE)
  antiPassback?: AntiPassbackDto | null;

  @Whole({
    ...RESETTABLE,
    max: 1_440,
    description: 'How long one check-in opens, from its first use; null: all its day, 0: once',
  })
  reentryMinutes?: number | null;

  @Flag({ ...RESETTABLE, description: "Members' screens may name the numbers inside" })
  showOccupancy?: boolean | null;

  @Whole({ ...RESETTABLE, min: 1, max: 99 })
  minimumAge?: number | null;

  @OneOf(RULE_EFFECTS, { ...RESETTABLE, description: 'Of who has no birth date' })
  unknownAge?: RuleEffect | null;

  @NestedList(() => ClosingDayDto, { ...RESETTABLE, max: MOST_CLOSING_DAYS })
  closingDays?: ClosingDayDto[] | null;
}

class ShownCapacityDto implements Capacity {
  @Answer.whole()
  max!: number;

  @Answer.whole('Null: no alert before it is full', { nullable: true })
  warnAtPercent!: number | null;
}

class ShownAntiPassbackDto implements AntiPassback {
  @Answer.oneOf(ANTI_PASSBACK_MODES, 'SOFT opens and raises an alert, HARD refuses')
  mode!: AntiPassback['mode'];

  @Answer.whole('Null: however long the person is inside', { nullable: true })
  minutes!: number | null;

  @Answer.oneOf(ANTI_PASSBACK_SCOPES, 'PARTNER: a visit at another gym counts, too')
  scope!: AntiPassback['scope'];
}

class ShownClosingDayDto implements ClosingDay {
  @Answer.text('`YYYY-MM-DD`, or `MM-DD` for every year')
  date!: string;

  @Answer.text('Absent: from midnight', { optional: true })
  from?: string;

  @Answer.text('Absent: to the end of the day', { optional: true })
  to?: string;

  @Answer.text(undefined, { optional: true })
  name?: string;
}

/** The policy of a gym; of one that has none the defaults. */
export class AccessPolicyDto {
  @Answer.oneOf(RULE_EFFECTS, 'What holds where no rule fits')
  outsideRules!: RuleEffect;

  @Answer.object(() => ShownCapacityDto, 'Null: no limit', { nullable: true })
  capacity!: ShownCapacityDto | null;

  @Answer.object(() => ShownAntiPassbackDto)
  antiPassback!: ShownAntiPassbackDto;

  @Answer.whole('How long one check-in opens; null: all its day, 0: once', { nullable: true })
  reentryMinutes!: number | null;

  @Answer.flag()
  showOccupancy!: boolean;

  @Answer.whole(undefined, { nullable: true })
  minimumAge!: number | null;

  @Answer.oneOf(RULE_EFFECTS, 'Of who has no birth date')
  unknownAge!: RuleEffect;

  @Answer.list(() => ShownClosingDayDto)
  closingDays!: readonly ShownClosingDayDto[];

  @Answer.someOf(POLICY_WARNINGS, 'What you may not have meant')
  warnings!: readonly PolicyWarning[];

  @Answer.whole('Also the inactive ones')
  ruleCount!: number;

  static from({ policy, warnings, ruleCount }: ShownPolicy): AccessPolicyDto {
    return {
      outsideRules: policy.outsideRules,
      capacity: policy.capacity,
      antiPassback: policy.antiPassback,
      reentryMinutes: policy.reentryMinutes,
      showOccupancy: policy.showOccupancy,
      minimumAge: policy.minimumAge,
      unknownAge: policy.unknownAge,
      closingDays: policy.closingDays,
      warnings,
      ruleCount,
    };
  }
}
