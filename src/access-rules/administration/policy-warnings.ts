import { possibleRights } from '../compiled/compile-rule.js';
import type { AccessRule } from '../rules/access-rule.js';
import type { GymRules } from '../rules/rule-changes.js';

export const POLICY_WARNINGS = ['NOBODY_MAY_ENTER', 'AUTOMATIC_WITH_WELLHUB_RULES'] as const;
export type PolicyWarning = (typeof POLICY_WARNINGS)[number];

/** What an owner may not have meant. @param isAutomatic check-ins are validated before anybody stands at a door */
export function warningsOf({ policy, rules }: GymRules, isAutomatic: boolean): PolicyWarning[] {
  const active = rules.filter((rule) => rule.active);
  const allowing = active.filter(({ effect }) => effect === 'ALLOW');
  const refusesOthers = policy.outsideRules === 'DENY';
  const refusesAll = refusesOthers && allowing.length === 0;
  const refusesWellhub =
    active.some((rule) => rule.effect === 'DENY' && concernsWellhub(rule)) ||
    (refusesOthers && !refusesAll && !allowing.some(letsWellhubIn));
  return [
    ...(refusesAll ? (['NOBODY_MAY_ENTER'] as const) : []),
    ...(isAutomatic && refusesWellhub ? (['AUTOMATIC_WITH_WELLHUB_RULES'] as const) : []),
  ];
}

const concernsWellhub = ({ who }: AccessRule): boolean =>
  possibleRights(who ?? {}).includes('WELLHUB');

/** At every moment, at every door, and every holder of a check-in. */
function letsWellhubIn(rule: AccessRule): boolean {
  const isFree = rule.when === null && rule.deviceIds === null;
  const demands = Object.keys(rule.who ?? {}).filter((name) => name !== 'rights');
  return isFree && concernsWellhub(rule) && demands.length === 0;
}
