/** The ledger's answers, and the fixed answers that some ids always get. */
export type FixedAnswer = 'ok' | 'notfound' | 'canceled' | 'expired' | 'already';

/** Wellhub's old public sandbox answered these ids always alike (W-57); the zeros are our connection test (W-55). */
const MAGIC_IDS: ReadonlyMap<string, FixedAnswer> = new Map([
  ['1234321567890', 'ok'],
  ['111111111111111', 'notfound'],
  ['1234321567894', 'canceled'],
  ['1234321567887', 'expired'],
  ['1231234321566', 'already'],
  ['0000000000000', 'notfound'],
]);

export function fixedAnswerOf(wellhubId: string): FixedAnswer | undefined {
  return MAGIC_IDS.get(wellhubId);
}
