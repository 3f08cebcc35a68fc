import { setTimeout as sleep } from 'node:timers/promises';
import { noWebhookLost } from './no-webhook-lost.js';
import { PgBouncer } from './pgbouncer.js';
import { recovers } from './recovery.js';
import { PER_SECOND, times, underLoad } from './under-load.js';

const AWAY_MS = 300;
/** In each replica a breaker tries once in 500 ms. */
const BREAKERS_MS = 1_000;
const CALM_MS = 2_000;

/**
 * Everything goes through PgBouncer, which is killed and started again under load.
 * @param broken with a pooler that loses prepared statements, and a build that does not find that out at its start
 */
export async function pooler(stage, { count, broken }) {
  const { database, report, settings } = stage;
  const bouncer = await PgBouncer.start(database.url, { keepsStatements: !broken });
  if (!bouncer) return report.print('not run: PgBouncer is not installed here');
  report.print(bouncer.kind);
  const direct = settings.DATABASE_URL;
  settings.DATABASE_URL = bouncer.url;
  try {
    await rollOut(stage);
    await noWebhookLost(stage, () =>
      underLoad(stage, PER_SECOND, () =>
        times(count, async () => {
          await sleep(500);
          await bouncer.kill();
          await sleep(AWAY_MS);
          await bouncer.resume();
          await recovers(stage);
          await worksOn(stage);
        }),
      ),
    );
  } finally {
    settings.DATABASE_URL = direct;
    await rollOut(stage);
    await bouncer.stop();
  }
}

/** Once both replicas have found that it is over, nothing may fail. */
async function worksOn({ ledger, report }) {
  await sleep(BREAKERS_MS);
  const before = ledger.failures;
  await sleep(CALM_MS);
  const failed = ledger.failures - before;
  if (failed > 0) report.found(`L7: ${failed} requests failed with the pooler back`);
}

async function rollOut({ replicas, report }) {
  for (const server of replicas.all.slice())
    await replicas
      .replace(server)
      .catch(({ message }) => report.found(`L7: a replica did not become ready: ${message}`));
}
