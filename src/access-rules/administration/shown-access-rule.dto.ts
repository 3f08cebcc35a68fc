import { Answer } from '../../platform/http/answer-fields.js';
import {
  DAYS,
  JUDGED_RIGHTS,
  RULE_EFFECTS,
  type Day,
  type JudgedRight,
  type PersonCondition,
  type RuleEffect,
  type RuleMessage,
  type TimeCondition,
} from '../compiled/conditions.js';
import type { AccessRule } from '../rules/access-rule.js';

const ABSENT = { optional: true } as const;

class ShownTimeConditionDto implements TimeCondition {
  @Answer.someOf(DAYS, 'Absent: every day', ABSENT)
  days?: readonly Day[];

  @Answer.text('`HH:MM` by the clock of the gym', ABSENT)
  from?: string;

  @Answer.text('The first minute outside; before `from`: on the next day', ABSENT)
  to?: string;

  @Answer.date('Of the day on which the hours begin', ABSENT)
  dateFrom?: string;

  @Answer.date(undefined, ABSENT)
  dateTo?: string;
}

class ShownPersonConditionDto implements PersonCondition {
  @Answer.someOf(JUDGED_RIGHTS, undefined, ABSENT)
  rights?: readonly JudgedRight[];

  @Answer.ids(undefined, ABSENT)
  membershipIds?: readonly number[];

  @Answer.texts('`unknown`: no plan was told', ABSENT)
  wellhubPlans?: readonly string[];

  @Answer.texts('`unknown`: no product was told', ABSENT)
  wellhubProducts?: readonly string[];

  @Answer.whole(undefined, ABSENT)
  minAge?: number;

  @Answer.whole(undefined, ABSENT)
  maxAge?: number;
}

class ShownRuleMessageDto implements RuleMessage {
  @Answer.text(undefined, ABSENT)
  en?: string;

  @Answer.text(undefined, ABSENT)
  de?: string;

  @Answer.text(undefined, ABSENT)
  es?: string;

  @Answer.text(undefined, ABSENT)
  pt?: string;
}

/** One line of the ordered rules of a gym. */
export class AccessRuleDto {
  @Answer.id()
  id!: number;

  @Answer.id()
  gymId!: number;

  @Answer.whole('The first rule that fits decides; the first one is 1')
  position!: number;

  @Answer.text()
  name!: string;

  @Answer.flag('An inactive rule never fits')
  active!: boolean;

  @Answer.oneOf(RULE_EFFECTS)
  effect!: RuleEffect;

  @Answer.object(() => ShownTimeConditionDto, 'Null: at any time', { nullable: true })
  when!: ShownTimeConditionDto | null;

  @Answer.object(() => ShownPersonConditionDto, 'Null: anybody', { nullable: true })
  who!: ShownPersonConditionDto | null;

  @Answer.ids('Null: every door. Empty, and the rule inactive: they were removed', {
    nullable: true,
  })
  deviceIds!: readonly number[] | null;

  @Answer.object(() => ShownRuleMessageDto, 'In place of our text; null: ours', { nullable: true })
  message!: ShownRuleMessageDto | null;

  static from(row: AccessRule): AccessRuleDto {
    return {
      id: row.id,
      gymId: row.gymId,
      position: row.position,
      name: row.name,
      active: row.active,
      effect: row.effect,
      when: row.when,
      who: row.who,
      deviceIds: row.deviceIds,
      message: row.message,
    };
  }
}
