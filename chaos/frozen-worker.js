import { setTimeout as sleep } from 'node:timers/promises';
import { PER_SECOND, times, underLoad } from './under-load.js';
import { until } from './until.js';

/** More attempts at one subscriber than one replica makes at a time. */
const OF_BOTH = 17;
const IN_FLIGHT = `select d.id, d.event_id as event, d.claim from webhook_deliveries d
  where subscription_id = $1 and state = 'PENDING' and claim > 0 and attempts = '[]' and next_attempt_at > now()`;
const STATES = `select id, state, claim, d::text as row from webhook_deliveries d where id = any($1) order by id`;

/**
 * A replica is frozen while its deliveries are under way: the receiver has them and answers, but nobody notes it.
 * After the lease the other one must send the same events again; what the frozen one then brings home is of no use.
 */
export async function frozenWorker(stage, { count, random }) {
  await underLoad(stage, PER_SECOND, () =>
    times(count, async () => {
      const server = random.pick(stage.replicas.all);
      stage.replicas.hide(server);
      stage.replicas.balancer.cut();
      const stale = await freezeWithWork(stage, server);
      await sentAgain(stage, stale);
      const before = await statesOf(stage, stale);
      // Still without requests, so that nothing but its old work occupies it.
      server.kill('SIGCONT');
      await sleep(3_000);
      if ((await statesOf(stage, stale)).join() !== before.join())
        stage.report.found('L3: a worker that had lost its lease changed a delivery');
      stage.replicas.show(server);
    }),
  );
}

/** @returns the deliveries that the frozen replica holds: those that nobody has settled although all were answered */
async function freezeWithWork({ database, receiver, report, world }, server) {
  const inFlight = () => database.query(IN_FLIGHT, [world.subscription.id]);
  receiver.hold();
  await until(async () => (await inFlight()).length >= OF_BOTH, 4_000);
  server.kill('SIGSTOP');
  receiver.release();
  await sleep(1_000);
  const first = await inFlight();
  await sleep(1_000);
  const still = new Set((await inFlight()).map(({ id, claim }) => `${id} ${claim}`));
  const stale = first.filter(({ id, claim }) => still.has(`${id} ${claim}`));
  report.print(`${stale.length} deliveries under way in the frozen replica`);
  if (stale.length === 0) report.found('the frozen replica delivered nothing: this proves nothing');
  return stale;
}

async function sentAgain({ database, ledger, report }, stale) {
  const claims = new Map(stale.map(({ id, claim }) => [id, claim]));
  const areTaken = async () =>
    (await database.query(STATES, [[...claims.keys()]])).every(
      ({ id, state, claim }) => state === 'DELIVERED' && claim > claims.get(id),
    );
  if (!(await until(areTaken, 25_000)))
    report.found('L3: what a frozen worker held was not taken over within 25 s');
  const once = stale.filter(({ event }) => ledger.events.get(event) < 2);
  if (once.length > 0) report.found(`L3: ${once.length} deliveries taken over without being sent`);
}

const statesOf = async ({ database }, stale) =>
  (await database.query(STATES, [stale.map(({ id }) => id)])).map(({ row }) => row);
