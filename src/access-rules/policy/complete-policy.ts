import type { Violation } from '../../platform/errors/domain-error.js';
import { invalid } from '../../platform/errors/request-errors.js';
import { DEFAULT_POLICY, type AccessPolicy, type ClosingDay } from './access-policy.js';
import { closingFaults } from './closing-days.js';

/** Fields that are absent, or null, have their default. */
type Given<T> = { readonly [K in keyof T]?: T[K] | null };

export interface GivenPolicy extends Given<
  Omit<AccessPolicy, 'capacity' | 'antiPassback' | 'closingDays'>
> {
  readonly capacity?: Given<NonNullable<AccessPolicy['capacity']>> | null;
  readonly antiPassback?: Given<AccessPolicy['antiPassback']> | null;
  readonly closingDays?: readonly Given<ClosingDay>[] | null;
}

const WARN_AT_PERCENT = 90;

/** @throws request.invalid for what is wrong between fields; each by itself is right */
export function completePolicy(given: GivenPolicy): AccessPolicy {
  const { antiPassback, closingDays, capacity, ...rest } = given;
  const policy = {
    ...withDefaults(DEFAULT_POLICY, rest),
    antiPassback: withDefaults(DEFAULT_POLICY.antiPassback, antiPassback ?? {}),
    capacity: capacity
      ? { max: capacity.max ?? 0, warnAtPercent: orDefault(capacity.warnAtPercent) }
      : null,
    closingDays: (closingDays ?? []).map(withoutNulls<ClosingDay>),
  };
  const violations = [...capacityFaults(capacity), ...closingFaults(policy.closingDays)];
  if (violations.length > 0) throw invalid(...violations);
  return policy;
}

/** Null is no default here: it means no warning. */
const orDefault = (percent: number | null | undefined) =>
  percent === undefined ? WARN_AT_PERCENT : percent;

const capacityFaults = (capacity: GivenPolicy['capacity']): Violation[] =>
  capacity && typeof capacity.max !== 'number'
    ? [{ path: 'capacity.max', detail: 'is required' }]
    : [];

const withDefaults = <T extends object>(defaults: T, given: Given<T>): T => ({
  ...defaults,
  ...withoutNulls<Partial<T>>(given),
});

export const withoutNulls = <T extends object>(given: Given<T>): T =>
  Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== null && value !== undefined),
  ) as T;
