import { setTimeout as sleep } from 'node:timers/promises';
import { PATHS } from '../paths.js';
import { grid, ms, share, verdict, VERDICT_HEAD } from '../report/grid.js';
import { median } from '../report/summary.js';
import { makeAccounts } from '../stage/accounts.js';
import { Stage } from '../stage/stage.js';
import {
  FEW_AND_MANY,
  goodLogIns,
  goodRows,
  networks,
  pacedScans,
  scanRow,
} from './beside-log-ins.js';

/** What has to go on while people log in. */
const OTHERS = ['users', 'gate'];
const ACCOUNTS = 500;
/** Few enough for the queue of hashes, many enough to keep it filled. */
const LOG_IN_CLIENTS = 16;
const FLOOD_CLIENTS = 256;
const HEAD_START_MS = 500;
const TARGETS = { kept: { users: 0.7, gate: 0.9 }, registrationP99: 1_000 };
/** The bench plays the proxy in front of the flood's sources. */
const PROXY = { TRUST_PROXY: '127.0.0.1' };

/** Log-ins per second, and what a flood of them leaves to the others. */
export const logIn = {
  name: 'log-in',
  comparable: true,
  defaults: { rate: 200, seconds: 5, reps: 3, clients: 64 },
  run: async (run) => {
    const { reps } = run.options;
    const stage = await Stage.open(run);
    await stage.prepare(async (ours) => ({
      accounts: await makeAccounts(ours, stage.world, Math.min(ACCOUNTS, run.options.customers)),
    }));
    const side = await stage.ours({ env: PROXY });
    const scene = { ...(await stage.forSeries([side])), side, flood: stage.load(), run };
    const logIns = await logInsAlone(scene);
    const others = {};
    for (const name of OTHERS) {
      others[name] = [];
      await measureOther(scene, name, { flooded: false, seconds: 1 });
      for (let rep = 1; rep <= reps; rep += 1)
        others[name].push(await withAndWithout(scene, name, rep));
    }
    const good = await goodLogIns(scene, startFlood);
    const scans = await pacedScans(scene, startFlood);
    return {
      text: report({ logIns, others, good, scans }, run.options),
      logIns,
      others,
      good,
      scans,
    };
  },
};

const logInParams = ({ slug, accounts }, from) => ({ slug, ...accounts, from });

async function logInsAlone({ side, world, load, run: { options, print } }) {
  const order = { port: side.server.port, path: 'log-in', clients: LOG_IN_CLIENTS };
  const params = (from) => ({ params: logInParams(world, from) });
  await load.run({ ...order, ...params(0), seconds: 1 });
  const runs = [];
  for (let rep = 1; rep <= options.reps; rep += 1) {
    runs.push(await load.run({ ...order, ...params(rep * 1_000), seconds: options.seconds }));
    const { perSecond, p50, p99, statuses } = runs.at(-1);
    print(
      `log-ins: ${perSecond.toFixed(0)}/s, median ${ms(p50)}, p99 ${ms(p99)} ${inWords(statuses)}`,
    );
  }
  return runs;
}

async function withAndWithout(scene, name, rep) {
  const { seconds } = scene.run.options;
  const found = {};
  for (const flooded of rep % 2 === 1 ? [false, true] : [true, false])
    found[flooded ? 'flooded' : 'quiet'] = await measureOther(scene, name, { flooded, seconds });
  const { quiet, flooded } = found;
  const kept = flooded.perSecond / quiet.perSecond;
  scene.run.print(
    `${name}: ${quiet.perSecond.toFixed(0)}/s, in the flood ${flooded.perSecond.toFixed(0)}/s (${share(kept)}), ` +
      `p99 ${ms(flooded.p99)}; the flood was answered ${inWords(flooded.flood.statuses)}`,
  );
  return { ...found, kept };
}

async function measureOther(scene, name, { flooded, seconds }) {
  const { side, world, load, used, run } = scene;
  const { clients } = run.options;
  const path = PATHS.find((known) => known.name === name);
  const expected = Math.ceil(3_000 * seconds * 1.5);
  const round = { side, world, load, used: used.ours, seconds, clients, expected };
  const params = await path.orders(round);
  const flood = flooded
    ? startFlood(scene, seconds + (2 * HEAD_START_MS) / 1000, FEW_AND_MANY.at(-1))
    : undefined;
  if (flooded) await sleep(HEAD_START_MS);
  const order = { port: side.server.port, path: name, params, clients, seconds };
  const result = await load.run(order);
  return { ...result, ...(flood && { flood: await flood }) };
}

const startFlood = ({ side, world, flood, run: { options } }, seconds, sources) =>
  flood.run({
    port: side.server.port,
    path: 'log-in',
    params: { ...logInParams(world, 0), networks: networks(10, sources) },
    clients: FLOOD_CLIENTS,
    perSecond: options.rate,
    seconds,
  });

const inWords = (statuses) =>
  Object.entries(statuses)
    .map(([status, count]) => `${status} × ${count}`)
    .join(', ');

function report({ logIns, others, good, scans }, { rate, clients }) {
  const floods = OTHERS.flatMap((name) => others[name].map(({ flooded }) => flooded));
  const odd = floods.flatMap(({ flood }) =>
    Object.keys(flood.statuses).filter((status) => !['200', '429', '503'].includes(status)),
  );
  const refused = floods.reduce((sum, { sent, ok }) => sum + sent - ok, 0);
  if (odd.length > 0 || refused > 0) process.exitCode = 1;
  const rows = OTHERS.flatMap((name) => [
    ...keptRows(name, others[name]),
    [
      `${name} p99 in the flood`,
      '',
      ms(median(others[name].map(({ flooded }) => flooded.p99))),
      '',
    ],
  ]);
  const p99 = median(others.users.map(({ flooded }) => flooded.p99));
  return [
    `${median(logIns.map(({ perSecond }) => perSecond)).toFixed(0)} log-ins per second of ${LOG_IN_CLIENTS} clients, ` +
      `median ${ms(median(logIns.map(({ p50 }) => p50)))}. Beside ${clients} clients then a flood of ${rate} per second:`,
    '',
    grid(VERDICT_HEAD, [
      ...rows,
      ...goodRows(good),
      scanRow(scans),
      verdict(
        'registration p99 in the flood',
        `< ${TARGETS.registrationP99} ms`,
        ms(p99),
        p99 < TARGETS.registrationP99,
      ),
      verdict('others that were not answered 200', '0', refused, refused === 0),
      verdict('the flood is answered', '200, 429 or 503', floodWords(floods), odd.length === 0),
    ]),
  ].join('\n');
}

function keptRows(name, runs) {
  const kept = median(runs.map((run) => run.kept));
  const [quiet, flooded] = ['quiet', 'flooded'].map((way) =>
    median(runs.map((run) => run[way].perSecond)).toFixed(0),
  );
  return [
    verdict(
      `${name} keeps`,
      `≥ ${share(TARGETS.kept[name])}`,
      `${share(kept)} (${flooded} of ${quiet}/s)`,
      kept >= TARGETS.kept[name],
    ),
  ];
}

function floodWords(floods) {
  const sums = {};
  for (const { flood } of floods)
    for (const [status, count] of Object.entries(flood.statuses))
      sums[status] = (sums[status] ?? 0) + count;
  return inWords(sums);
}
