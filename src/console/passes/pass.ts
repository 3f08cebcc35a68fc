import { memberPath } from '../frame/people.js';

export const LISTED_PASS_TYPES = ['STAFF', 'GUEST'] as const;
export type ListedPassType = (typeof LISTED_PASS_TYPES)[number];

/** A pass as the administration shows it: a right to enter without a contract. */
export interface Pass {
  readonly id: number;
  readonly type: ListedPassType;
  /** Null: every gym. */
  readonly gymIds: readonly number[] | null;
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly entries: number | null;
  readonly entriesLeft: number | null;
  readonly usedAt: readonly string[];
  readonly note: string | null;
}

export const passesOf = (customerId: number | string): string => memberPath(customerId, '/passes');
