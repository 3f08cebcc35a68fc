import type { RuleMeaning, RuleMessage } from '../compiled/conditions.js';

/** What a caller sets of a rule. */
export interface RuleValues extends RuleMeaning {
  readonly name: string;
  readonly active: boolean;
  readonly message: RuleMessage | null;
}

/** One line of the ordered list of a gym (`access-rules.md` 3.2). */
export interface AccessRule extends RuleValues {
  readonly id: number;
  readonly gymId: number;
  /** The first one is 1. */
  readonly position: number;
  readonly version: number;
}

export const MOST_RULES = 50;
