/**
 * Works on the items one after the other; a failure does not stop the rest.
 * @throws the first failure, after the last item
 */
export async function oneByOne<T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = [];
  for (const item of items) await work(item).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}
