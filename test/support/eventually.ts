import { setTimeout as sleep } from 'node:timers/promises';

/** A third of the time that a test has: how soon a slow machine gets there is no promise of the service. */
export const PATIENCE_MS = 60_000;
const INTERVAL_MS = 20;

/** Reads again until the value is what is wanted, for work that happens after an answer. @returns the last value */
export async function eventually<T>(
  read: () => T | Promise<T>,
  isDone: (value: T) => boolean,
  ms = PATIENCE_MS,
): Promise<T> {
  const end = performance.now() + ms;
  for (;;) {
    const value = await read();
    if (isDone(value) || performance.now() > end) return value;
    await sleep(INTERVAL_MS);
  }
}

/** Reads again until it is something true. @throws when it never is */
export async function until<T>(
  read: () => T | Promise<T>,
  ms = PATIENCE_MS,
  what = 'it',
): Promise<T> {
  const value = await eventually(read, Boolean, ms);
  if (!value) throw new Error(`${what} did not happen within ${ms} ms`);
  return value;
}
