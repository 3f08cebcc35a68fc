import { setTimeout as sleep } from 'node:timers/promises';
import { noWebhookLost } from './no-webhook-lost.js';
import { recovers } from './recovery.js';
import { PER_SECOND, times, underLoad } from './under-load.js';

const ALLOWED_MS = 1_000;

/**
 * The database moves to its synchronous standby as planned: the first server ends in good order, the standby has all of it and
 * takes over at the same address. A second after its promotion everything must work again.
 * @param broken with a standby that is not synchronous and has fallen behind: the oracle must miss what was written
 */
export async function switchover(stage, { count, broken }) {
  const { database, report } = stage;
  const once = async () => {
    await database.growStandby({ synchronous: !broken });
    if (broken) await database.leaveBehind();
    await sleep(1_000);
    const left = performance.now();
    await database.switchOver();
    report.longest('moved', Math.round(performance.now() - left));
    await recovers(stage, ALLOWED_MS);
  };
  await noWebhookLost(stage, () => underLoad(stage, PER_SECOND, () => times(count, once)));
}
