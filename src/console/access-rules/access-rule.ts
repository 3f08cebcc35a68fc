/** What the administration shows of a gym's access policy and its rules. */
export const EFFECTS = ['ALLOW', 'DENY'] as const;
export type ListedEffect = (typeof EFFECTS)[number];
export const WEEK_DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type WeekDay = (typeof WEEK_DAYS)[number];
export const RIGHTS = ['CONTRACT', 'WELLHUB', 'GUEST'] as const;
export type RuledRight = (typeof RIGHTS)[number];

export interface RuleTime {
  readonly days?: readonly WeekDay[] | null;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly dateFrom?: string | null;
  readonly dateTo?: string | null;
}

export interface RulePeople {
  readonly rights?: readonly RuledRight[] | null;
  readonly membershipIds?: readonly number[] | null;
  readonly wellhubPlans?: readonly string[] | null;
  readonly wellhubProducts?: readonly string[] | null;
  readonly minAge?: number | null;
  readonly maxAge?: number | null;
}

export type MessageLanguage = 'pt' | 'en' | 'es' | 'de';

export interface ListedRule {
  readonly id: number;
  readonly gymId: number;
  readonly position: number;
  readonly name: string;
  readonly active: boolean;
  readonly effect: ListedEffect;
  readonly when: RuleTime | null;
  readonly who: RulePeople | null;
  readonly deviceIds: readonly number[] | null;
  readonly message: Readonly<Partial<Record<MessageLanguage, string | null>>> | null;
}

export interface ListedClosingDay {
  readonly date: string;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly name?: string | null;
}

export interface Policy {
  readonly outsideRules: ListedEffect;
  readonly capacity: { readonly max: number; readonly warnAtPercent: number | null } | null;
  readonly antiPassback: {
    readonly mode: 'OFF' | 'SOFT' | 'HARD';
    readonly minutes: number | null;
    readonly scope: 'GYM' | 'PARTNER';
  };
  readonly reentryMinutes: number | null;
  readonly showOccupancy: boolean;
  readonly minimumAge: number | null;
  readonly unknownAge: ListedEffect;
  readonly closingDays: readonly ListedClosingDay[];
  /** Their codes. */
  readonly warnings: readonly string[];
  readonly ruleCount: number;
}

export interface PeopleInside {
  readonly inside: number;
  readonly capacity: number | null;
}

/** What a person would meet at the door, and why. */
export interface TriedEntry {
  readonly result: string;
  readonly right: string | null;
  readonly rule: { readonly id: number; readonly name: string } | null;
  readonly reference: string | null;
  readonly local: string;
  readonly steps: readonly {
    readonly check: string;
    readonly ok: boolean;
    readonly detail: string;
  }[];
  readonly nextOpening: string | null;
}

/** A door or membership by its name. */
export interface NamedRecord {
  readonly id: number;
  readonly name: string;
}

export const RULES = '/console/doors/rules';
export const gymRules = (gymId: number | string): string => `${RULES}/${gymId}`;
