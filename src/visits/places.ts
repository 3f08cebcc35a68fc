/** Where a person has a place among those inside: at the gym of their open visit, and where a door is open for them. */
export interface Standing {
  readonly visitGymId: number | null;
  readonly awaitedGymId: number | null;
}

export const NOWHERE: Standing = { visitGymId: null, awaitedGymId: null };

/** How many more people are inside a gym, or fewer, when these people stand elsewhere; in SQL it is `placeChangesSql`. */
export function placeChanges(
  ...moves: readonly (readonly [before: Standing, after: Standing])[]
): ReadonlyMap<number, number> {
  const people = new Map<number, number>();
  const add = (standing: Standing, change: number) => {
    for (const gymId of new Set([standing.visitGymId, standing.awaitedGymId]))
      if (gymId !== null) people.set(gymId, (people.get(gymId) ?? 0) + change);
  };
  for (const [before, after] of moves) {
    add(before, -1);
    add(after, 1);
  }
  return people;
}
