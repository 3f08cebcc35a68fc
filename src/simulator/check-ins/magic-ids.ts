import type { AnswerName } from '../http/planned-answers.js';

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

/** For a team that cannot reach the control API: a person with such an id always meets this fault. */
const MAGIC_FAULTS: ReadonlyMap<string, AnswerName> = new Map([
  ['9990000000401', 'unauthorized'],
  ['9990000000403', 'forbidden'],
  ['9990000000400', 'rejected'],
  ['9990000000429', '429'],
  ['9990000000500', '500'],
  ['9990000000502', 'html'],
  ['9990000000302', 'redirect'],
  ['9990000000001', 'hang'],
  ['9990000000002', 'reset'],
  ['9990000000003', 'slow-bytes'],
  ['9990000000004', 'huge'],
  ['9990000000005', 'empty'],
  ['9990000000006', 'commit-then-hang'],
  ['9990000000007', 'commit-then-reset'],
]);

export const magicFaultOf = (wellhubId: string): AnswerName | undefined =>
  MAGIC_FAULTS.get(wellhubId);

export function fixedAnswerOf(wellhubId: string): FixedAnswer | undefined {
  return MAGIC_IDS.get(wellhubId);
}
