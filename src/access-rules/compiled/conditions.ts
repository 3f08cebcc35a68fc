/** The words of rules (`access-rules.md` 3.2). */
export const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Day = (typeof DAYS)[number];

export const RULE_EFFECTS = ['ALLOW', 'DENY'] as const;
export type RuleEffect = (typeof RULE_EFFECTS)[number];

/** The rights that rules judge; staff is never judged. */
export const JUDGED_RIGHTS = ['CONTRACT', 'WELLHUB', 'GUEST'] as const;
export type JudgedRight = (typeof JUDGED_RIGHTS)[number];

export const MESSAGE_LANGUAGES = ['en', 'de', 'es', 'pt'] as const;
export type RuleMessage = Partial<Record<(typeof MESSAGE_LANGUAGES)[number], string>>;

/** By the wall clock of the gym. */
export interface TimeCondition {
  readonly days?: readonly Day[];
  /** `HH:MM`; absent: from 00:00. */
  readonly from?: string;
  /** `HH:MM`, also `24:00`; absent: to 24:00. Earlier than `from`: on the next day. */
  readonly to?: string;
  /** Of the day on which the window begins. */
  readonly dateFrom?: string;
  readonly dateTo?: string;
}

export interface PersonCondition {
  readonly rights?: readonly JudgedRight[];
  readonly membershipIds?: readonly number[];
  readonly wellhubPlans?: readonly string[];
  readonly wellhubProducts?: readonly string[];
  readonly minAge?: number;
  readonly maxAge?: number;
}

/** What a rule means, without its name and its place in the list. */
export interface RuleMeaning {
  readonly effect: RuleEffect;
  readonly when: TimeCondition | null;
  readonly who: PersonCondition | null;
  readonly deviceIds: readonly number[] | null;
}
