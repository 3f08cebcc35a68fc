import { setTimeout as sleep } from 'node:timers/promises';
import { isStorageAway } from '../../platform/database/storage-away.js';
import { remainingMs } from '../../platform/deadline/request-context.js';

/** The breaker lets one try pass every half second; its success closes it for all. */
const PAUSE_MS = 100;
/** The answer has to leave in time as well. */
const LEAST_MS = 100;
const LONGEST_MS = 900;

/** Tries until storage is back or the request's time is nearly over. @throws the last failure */
export async function whenStorageIsBack<T>(work: () => Promise<T>): Promise<T> {
  for (;;)
    try {
      return await work();
    } catch (error) {
      if (!isStorageAway(error) || remainingMs(LONGEST_MS) < PAUSE_MS + LEAST_MS) throw error;
      await sleep(PAUSE_MS);
    }
}
