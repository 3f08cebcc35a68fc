import {
  CalendarDate,
  Checked,
  Flag,
  Ids,
  ListOf,
  Nested,
  OneOf,
  Text,
  Whole,
} from '../../platform/http/fields.js';
import { endOfSpanRule, timeOfDayRule } from '../../platform/values/instant.js';
import {
  DAYS,
  JUDGED_RIGHTS,
  RULE_EFFECTS,
  type Day,
  type JudgedRight,
  type RuleEffect,
} from '../compiled/conditions.js';
import { MOST_RULES } from '../rules/access-rule.js';

/** Absent or null: it fits everything. */
const NO_CONDITION = { optional: true, nullable: true } as const;
const NAME_LENGTH = 60;
const MESSAGE_LENGTH = 80;
const OLDEST = 120;

export class TimeConditionDto {
  @ListOf(DAYS, { ...NO_CONDITION, min: 1, unique: true, placed: true })
  days?: Day[] | null;

  @Checked(timeOfDayRule, { ...NO_CONDITION, example: '22:00' })
  from?: string | null;

  @Checked(endOfSpanRule, {
    ...NO_CONDITION,
    example: '02:00',
    description: 'The first minute outside; before `from`: on the next day',
  })
  to?: string | null;

  @CalendarDate({ ...NO_CONDITION, description: 'Of the day on which the hours begin' })
  dateFrom?: string | null;

  @CalendarDate(NO_CONDITION)
  dateTo?: string | null;
}

export class PersonConditionDto {
  @ListOf(JUDGED_RIGHTS, { ...NO_CONDITION, min: 1, unique: true, placed: true })
  rights?: JudgedRight[] | null;

  @Ids({ ...NO_CONDITION, min: 1, max: 50 })
  membershipIds?: number[] | null;

  @ListOf(undefined, { ...NO_CONDITION, min: 1, max: 20, unique: true })
  wellhubPlans?: string[] | null;

  @ListOf(undefined, { ...NO_CONDITION, min: 1, max: 50, unique: true })
  wellhubProducts?: string[] | null;

  @Whole({ ...NO_CONDITION, max: OLDEST })
  minAge?: number | null;

  @Whole({ ...NO_CONDITION, max: OLDEST })
  maxAge?: number | null;
}

export class RuleMessageDto {
  @Text({ ...NO_CONDITION, max: MESSAGE_LENGTH })
  en?: string | null;

  @Text({ ...NO_CONDITION, max: MESSAGE_LENGTH })
  de?: string | null;

  @Text({ ...NO_CONDITION, max: MESSAGE_LENGTH })
  es?: string | null;

  @Text({ ...NO_CONDITION, max: MESSAGE_LENGTH })
  pt?: string | null;
}

class RuleConditionsDto {
  @Whole({
    optional: true,
    min: 1,
    max: MOST_RULES,
    description: 'Place in the list, the first one is 1; absent in a new rule: the last one',
  })
  position?: number;

  @Flag({ optional: true, nullable: true, description: 'True when absent' })
  active?: boolean | null;

  @Nested(() => TimeConditionDto, NO_CONDITION)
  when?: TimeConditionDto | null;

  @Nested(() => PersonConditionDto, NO_CONDITION)
  who?: PersonConditionDto | null;

  @Ids({ ...NO_CONDITION, min: 1, max: 50, description: 'Devices of this gym' })
  deviceIds?: number[] | null;

  @Nested(() => RuleMessageDto, {
    ...NO_CONDITION,
    description: 'In place of our text, where this rule refuses',
  })
  message?: RuleMessageDto | null;
}

export class CreateAccessRuleDto extends RuleConditionsDto {
  @Text({ max: NAME_LENGTH })
  name!: string;

  @OneOf(RULE_EFFECTS)
  effect!: RuleEffect;
}

/** `PATCH /access-rules/{id}`. */
export class ChangeAccessRuleDto extends RuleConditionsDto {
  @Text({ optional: true, max: NAME_LENGTH })
  name?: string;

  @OneOf(RULE_EFFECTS, { optional: true })
  effect?: RuleEffect;
}

/** `PUT /gyms/{gymId}/access-rules/order`. */
export class AccessRuleOrderDto {
  @Ids({ max: MOST_RULES, description: 'All rules of the gym, each once, in their new order' })
  ids!: number[];
}
