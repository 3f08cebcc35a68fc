import { setTimeout as sleep } from 'node:timers/promises';
import { fetchCodes, webhookParams } from '../paths.js';
import { grid, ms, verdict, VERDICT_HEAD } from '../report/grid.js';
import { makeAccounts } from '../stage/accounts.js';
import { BURSTS } from '../stage/bursts.js';
import { Stage } from '../stage/stage.js';

/** What has to be served beside them, each at the same rate. */
const BESIDE = ['gate', 'webhook', 'access-code'];
const AT_ONCE = 24;
/** Kept time zones are older than their 5 s by then. */
const COLD_MS = 5_500;
/** So that the burst finds the cold cache, and not a scan. */
const HEAD_START_MS = 50;

/** What bursts of writers that need a gym's day do to everybody else. */
export const linkFlood = {
  name: 'link-flood',
  comparable: true,
  paths: Object.keys(BURSTS),
  defaults: { rate: 20, seconds: 4, reps: 3, customers: 4_000 },
  run: async (run) => {
    const stage = await Stage.open(run);
    await stage.prepare(async (ours) => ({ accounts: await makeAccounts(ours, stage.world, 50) }));
    const side = await stage.ours();
    const loads = Object.fromEntries(BESIDE.map((name) => [name, stage.load()]));
    const scene = { world: stage.world, side, loads, run, used: 0 };
    await beside(scene, 2); // so that what is compiled and planned once is not measured
    const found = {};
    for (const name of run.options.paths) found[name] = await repeated(scene, name);
    return { text: report(found, run.options), found };
  },
};

async function repeated(scene, name) {
  const { reps, seconds } = scene.run.options;
  const runs = [];
  for (let rep = 1; rep <= reps; rep += 1) {
    const result = {};
    for (const way of rep % 2 === 1 ? ['quiet', 'flooded'] : ['flooded', 'quiet'])
      result[way] = await beside(scene, seconds, way === 'flooded' ? BURSTS[name] : undefined);
    scene.run.print(inWords(`${name} ${rep}/${reps}`, result));
    runs.push(result);
  }
  return runs;
}

/** Everything is made ready, then nobody sends anything until the caches are cold, then the burst begins, then the others. */
async function beside(scene, seconds, burst) {
  const { side, world, loads, run } = scene;
  const count = run.options.rate * seconds;
  const from = scene.used;
  scene.used += 2 * count;
  const codes = await fetchCodes({ world, side, load: loads.gate, from, wanted: count });
  const params = {
    gate: { deviceTokens: world.deviceTokens, codes },
    webhook: {
      ...webhookParams(world),
      wellhubIds: world.wellhubIds,
      from,
      since: Math.floor(Date.now() / 1000) - 3_600,
    },
    'access-code': {
      apiKey: world.codeKey,
      customerIds: world.customerIds,
      from: from + count,
    },
  };
  const send = await burst?.(side, world, AT_ONCE);
  await sleep(COLD_MS);
  const answered = send?.();
  if (send) await sleep(HEAD_START_MS);
  const order = { port: side.server.port, clients: 32, perSecond: run.options.rate, seconds };
  const results = await Promise.all(
    BESIDE.map((path) => loads[path].run({ ...order, path, params: params[path] })),
  );
  const served = Object.fromEntries(BESIDE.map((path, no) => [path, results[no]]));
  return { ...served, ...(answered && { burst: await answered }) };
}

const inWords = (title, { quiet, flooded }) =>
  [
    `${title}: the burst was answered ${JSON.stringify(flooded.burst)}`,
    ...BESIDE.map((name) => {
      const { sent, ok, p99 } = flooded[name];
      return `${name} ${sent - ok} of ${sent} refused, p99 ${ms(p99)} beside ${ms(quiet[name].p99)}`;
    }),
  ].join(' · ');

function report(found, { rate, seconds }) {
  const rows = Object.entries(found).flatMap(([name, runs]) =>
    BESIDE.map((path) => row(name, path, runs)),
  );
  const failed = Object.values(found)
    .flat()
    .map(({ flooded }) => failedOf(flooded.burst))
    .reduce((sum, count) => sum + count, 0);
  return [
    `${rate} scans, webhooks and access codes per second each, ${seconds} s from the moment of a burst of ${AT_ONCE}, caches cold; worst repetition:`,
    '',
    grid(VERDICT_HEAD, [
      ...rows,
      verdict('writers answered 5xx or not at all', '0', failed, failed === 0),
    ]),
  ].join('\n');
}

function row(burst, path, runs) {
  const refused = runs.reduce((sum, { flooded: { [path]: one } }) => sum + one.sent - one.ok, 0);
  const worst = (way, figure) => ms(Math.max(...runs.map((run) => run[way][path][figure])));
  const measured =
    `${refused} refused, p50 ${worst('flooded', 'p50')}, p99 ${worst('flooded', 'p99')} ` +
    `(without: ${worst('quiet', 'p50')}, ${worst('quiet', 'p99')})`;
  return verdict(`${path} beside ${burst}`, '0 refused', measured, refused === 0);
}

/** 5xx, or no answer at all. */
const failedOf = (statuses) =>
  Object.entries(statuses)
    .filter(([status]) => Number(status) >= 500 || status === '0')
    .reduce((sum, [, count]) => sum + count, 0);
