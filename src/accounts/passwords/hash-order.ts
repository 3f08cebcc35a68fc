/** Where somebody stands in the queue of hashes. */
export interface Place {
  readonly partnerId: string;
  readonly source: string;
  /** The lower, the earlier. */
  readonly rank: number;
}

/** Sources of like cost are equals: of many tries one more must not decide, half as many again must. */
export const rankOf = (cost: number): number => Math.round(2 * Math.log2(cost + 1));

/**
 * The next one: of the lowest rank, of the partner that was served longest ago, who came first.
 * @param served the turn in which each partner was served last
 */
export function nextOf<P extends Place>(
  waiting: readonly P[],
  served: ReadonlyMap<string, number>,
): P | undefined {
  const turnOf = ({ partnerId }: P) => served.get(partnerId) ?? 0;
  return bestOf(waiting, (one, best) => one.rank - best.rank || turnOf(one) - turnOf(best));
}

/**
 * Whom a newcomer puts out of a full queue: of a higher rank than his, or of the same rank and a partner with at least
 * two places more. Of those the highest rank, of the partner with most places, who came last.
 */
export function victimFor<P extends Place>(waiting: readonly P[], newcomer: Place): P | undefined {
  const places = new Map<string, number>();
  for (const { partnerId } of waiting) places.set(partnerId, (places.get(partnerId) ?? 0) + 1);
  const placesOf = ({ partnerId }: Place) => places.get(partnerId) ?? 0;
  const hasLessRight = (one: P) =>
    one.rank > newcomer.rank ||
    (one.rank === newcomer.rank && placesOf(one) > placesOf(newcomer) + 1);
  return bestOf(
    waiting.filter(hasLessRight).toReversed(),
    (one, best) => best.rank - one.rank || placesOf(best) - placesOf(one),
  );
}

/** The first of those that no other is better than. */
const bestOf = <P>(all: readonly P[], compare: (one: P, best: P) => number): P | undefined =>
  all.reduce<P | undefined>(
    (best, one) => (best === undefined || compare(one, best) < 0 ? one : best),
    undefined,
  );
