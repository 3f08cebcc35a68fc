/** The place of a hash in the queue. */
export interface Place {
  readonly partnerId: string;
  readonly source: string;
  /** The lower, the earlier. */
  readonly rank: number;
}

/** Sources of like cost have one rank: of many tries one more makes no difference, half as many again do. */
export const rankOf = (cost: number): number => Math.round(2 * Math.log2(cost + 1));

/**
 * The next one: the lowest rank, among those the partner that was served longest ago, among those the first that
 * arrived.
 * @param served the number of the start at which each partner was served last
 */
export function nextOf<P extends Place>(
  waiting: readonly P[],
  served: ReadonlyMap<string, number>,
): P | undefined {
  const lastServed = ({ partnerId }: P) => served.get(partnerId) ?? 0;
  return bestOf(waiting, (one, best) => one.rank - best.rank || lastServed(one) - lastServed(best));
}

/**
 * What a full queue evicts for a newcomer: a hash of a higher rank, or of the same rank and a partner with at least two
 * places more. Among those the highest rank, of the partner with most places, the last that arrived.
 */
export function victimFor<P extends Place>(waiting: readonly P[], newcomer: Place): P | undefined {
  const places = new Map<string, number>();
  for (const { partnerId } of waiting) places.set(partnerId, (places.get(partnerId) ?? 0) + 1);
  const placesOf = ({ partnerId }: Place) => places.get(partnerId) ?? 0;
  const isEvictable = (one: P) =>
    one.rank > newcomer.rank ||
    (one.rank === newcomer.rank && placesOf(one) > placesOf(newcomer) + 1);
  return bestOf(
    waiting.filter(isEvictable).toReversed(),
    (one, best) => best.rank - one.rank || placesOf(best) - placesOf(one),
  );
}

/** The first of those that no other is better than. */
const bestOf = <P>(all: readonly P[], compare: (one: P, best: P) => number): P | undefined =>
  all.reduce<P | undefined>(
    (best, one) => (best === undefined || compare(one, best) < 0 ? one : best),
    undefined,
  );
