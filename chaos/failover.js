import { setTimeout as sleep } from 'node:timers/promises';
import { recovers } from './recovery.js';
import { PER_SECOND, times, underLoad } from './under-load.js';

/**
 * The database server is lost with its disk and its synchronous standby takes over, again and again: each time the new
 * first one gets a standby of its own. A COMMIT that waited for the standby in that moment has no answer.
 * @param broken with a standby that is not synchronous and has fallen behind: the oracle must miss what was written
 */
export async function failover(stage, { count, broken }) {
  const { database, report } = stage;
  await underLoad(stage, PER_SECOND, () =>
    times(count, async () => {
      const asked = performance.now();
      await database.growStandby({ synchronous: !broken });
      report.longest('a standby made', Math.round(performance.now() - asked));
      if (broken) await database.leaveBehind();
      await sleep(1_000);
      const lost = performance.now();
      await database.failOver();
      report.longest('its promotion', Math.round(performance.now() - lost));
      await recovers(stage);
    }),
  );
}
