export const PASS_TYPES = ['STAFF', 'GUEST'] as const;
export type PassType = (typeof PASS_TYPES)[number];

/** What a caller sets of a pass; dates are local days of the gym, inclusive. */
export interface PassValues {
  readonly type: PassType;
  /** Null: every gym. */
  readonly gymIds: readonly number[] | null;
  readonly validFrom: string;
  readonly validUntil: string | null;
  /** Of a guest: how many visits. */
  readonly entries: number | null;
  readonly note: string | null;
}

/** A right to enter without a contract or a check-in (`access-rules.md` 2). */
export interface AccessPass extends PassValues {
  readonly id: number;
  readonly customerId: number;
  /** Rises with every change, also with every entry that is used. */
  readonly version: number;
  readonly entriesUsed: number;
  /** The last ten, the newest first. */
  readonly usedAt: readonly Date[];
}
