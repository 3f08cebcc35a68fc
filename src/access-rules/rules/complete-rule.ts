import type { Violation } from '../../platform/errors/domain-error.js';
import { invalid } from '../../platform/errors/request-errors.js';
import { strayEntries } from '../../platform/http/field-rules.js';
import {
  DAYS,
  JUDGED_RIGHTS,
  type PersonCondition,
  type RuleMessage,
  type TimeCondition,
} from '../compiled/conditions.js';
import { withoutNulls } from '../policy/complete-policy.js';
import type { RuleValues } from './access-rule.js';

type Given<T> = { readonly [K in keyof T]?: T[K] | null };

/** As a caller gives it: absent and null are the same. */
export interface GivenRule extends Given<Omit<RuleValues, 'when' | 'who' | 'message'>> {
  readonly when?: Given<TimeCondition> | null;
  readonly who?: Given<PersonCondition> | null;
  readonly message?: Given<RuleMessage> | null;
}

/** @throws request.invalid naming what is missing, and entries of lists that are none */
export function completeRule(given: GivenRule): RuleValues {
  const { name, effect, active, deviceIds } = given;
  const [when, who] = [condition(given.when), condition(given.who)];
  const violations = [
    ...strayEntries('when.days', when?.days, DAYS),
    ...strayEntries('who.rights', who?.rights, JUDGED_RIGHTS),
  ];
  if (!name) violations.push(required('name'));
  if (!effect) violations.push(required('effect'));
  if (violations.length > 0 || !name || !effect) throw invalid(...violations);
  return {
    name,
    effect,
    active: active ?? true,
    when,
    who,
    deviceIds: deviceIds ?? null,
    message: condition(given.message),
  };
}

const required = (path: string): Violation => ({ path, detail: 'is required' });

/** One that demands nothing is none. */
function condition<T extends object>(given: Given<T> | null | undefined): T | null {
  const demands = withoutNulls<T>(given ?? {});
  return Object.keys(demands).length === 0 ? null : demands;
}
