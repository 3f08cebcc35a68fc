import { setTimeout as sleep } from 'node:timers/promises';

/** Looks again and again. @returns whether it came true within that time; a look that fails counts as "not yet" */
export async function until(isTrue, withinMs, everyMs = 50) {
  const end = performance.now() + withinMs;
  for (;;) {
    if (
      await Promise.resolve()
        .then(isTrue)
        .catch(() => false)
    )
      return true;
    if (performance.now() > end) return false;
    await sleep(everyMs);
  }
}
