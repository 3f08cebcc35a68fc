import { refusalOutsideRulesSql } from '../../access-rules/index.js';
import { WELLHUB_PERSON_SQL } from '../../customers/index.js';
import { bitOfRank, candidateOf } from './rights.sql.js';
import { IS_PASSED_BACK } from './places.sql.js';
import type { ScanCheck } from './verdict.sql.js';

/** Checks 9a to 9d of `access-rules.md` section 1, over a row of `standing` in the form with rules. */

/** For whom 9a to 9c hold: not for staff, and not where the desk has decided. */
export const JUDGED = `coalesce(entry_right <> 'STAFF', true) and not takes_over`;

export const IS_CLOSED = 'closing_day is not null';

export const IS_OF_WRONG_AGE = `(minimum_age is not null and coalesce(age < minimum_age, unknown_age = 'DENY'))`;

export const IS_BACK = `${JUDGED} and ${IS_PASSED_BACK}`;

export const HAS_NO_RIGHT = 'entry_right is null';

/** 9d. */
export const IS_ALLOWED = 'entry_right is not null and (takes_over or is_allowed)';

/** As without rules. */
export const WITHOUT_RIGHT = `case when ${WELLHUB_PERSON_SQL} then 'WELLHUB_CHECKIN_REQUIRED' else 'CONTRACT_REQUIRED' end`;

/** 9d: the refusal of the first candidate. */
export const REFUSED_BY_RULES = `coalesce(denied_as, ${refusalOutsideRulesSql(candidateOf('standing', 'standing', bitOfRank('standing.entry_rank')))})`;

/** What is left when Wellhub has refused: its refusal, which is answered and recorded as such. */
const NOTHING_LEFT: ScanCheck = [
  `admit = 'REFUSED' and (entry_right is null or not is_allowed and not takes_over)`,
  `'WELLHUB_REFUSED'`,
];

export const RULE_CHECKS: readonly ScanCheck[] = [
  [`${JUDGED} and ${IS_CLOSED}`, `'ACCESS_CLOSED_TODAY'`],
  [`${JUDGED} and ${IS_OF_WRONG_AGE}`, `'ACCESS_AGE'`],
  [`${IS_BACK} and anti_passback_mode = 'HARD'`, `'ACCESS_ANTI_PASSBACK'`],
  NOTHING_LEFT,
  [HAS_NO_RIGHT, WITHOUT_RIGHT],
  [`not takes_over and not is_allowed`, REFUSED_BY_RULES],
];

/** Check 10: what the right that is used comes to. */
export const OUTCOME = 'outcome';
