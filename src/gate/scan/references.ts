import type { Refusal, ScanRow } from './scan.js';

/** Where the reason of a refusal by a policy or its rules stands (`access-rules.md` section 4). */
export function referenceOf(
  { ruleId, closingDay }: Pick<ScanRow, 'ruleId' | 'closingDay'>,
  why: Refusal,
): string | undefined {
  switch (why) {
    case 'ACCESS_CLOSED_TODAY':
      return `closingDay/${closingDay}`;
    case 'ACCESS_ANTI_PASSBACK':
      return 'antiPassback';
    case 'ACCESS_FULL':
      return 'capacity';
    case 'ACCESS_AGE':
      return ruleId === null ? 'minimumAge' : `accessRule/${ruleId}`;
    case 'ACCESS_OUTSIDE_HOURS':
    case 'ACCESS_DOOR_NOT_INCLUDED':
    case 'ACCESS_PLAN_NOT_INCLUDED':
      return ruleId === null ? 'outsideRules' : `accessRule/${ruleId}`;
    default:
      return undefined;
  }
}
