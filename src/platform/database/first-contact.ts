import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseNotUp } from './database-problem.js';
import { withClient } from './with-client.js';

const TRY_EVERY_MS = 500;

/**
 * Waits for a database that comes up later than this process. @param say gets one line when the wait begins
 * @throws StartProblem at once for a permanent problem, and for any other when the time is over
 */
export async function firstContact(
  databaseUrl: string,
  waitSeconds: number,
  say: (line: string) => void,
): Promise<void> {
  const end = performance.now() + waitSeconds * 1_000;
  for (let tries = 1; ; tries += 1)
    try {
      return await withClient(databaseUrl, async () => undefined);
    } catch (error) {
      if (!(error instanceof DatabaseNotUp) || performance.now() >= end) throw error;
      if (tries === 1) say(`${error.message} It is tried again for ${waitSeconds} s`);
      await sleep(TRY_EVERY_MS);
    }
}
