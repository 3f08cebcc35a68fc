import { setTimeout as sleep } from 'node:timers/promises';
import { fetchCodes, PATHS } from '../paths.js';
import { grid, ms, share, verdict, VERDICT_HEAD } from '../report/grid.js';
import { median } from '../report/summary.js';
import { Stage } from '../stage/stage.js';

const TIMES = 3;
const SCANS_PER_SECOND = 50;
const IN_TIME_MS = 1_000;
const HEAD_START_MS = 1_000;
/** After the flood: from then on all must be as before. */
const PAUSE_MS = 1_000;
const TARGETS = { goodput: 0.8, gateP99: 1_000, scans: 0.99 };
/** As if nothing were ever refused. */
const NO_SHEDDING = { MAX_REQUESTS_IN_FLIGHT: '100000', MAX_EVENT_LOOP_DELAY_MS: '0' };

/** Three times as many registrations as can be answered, beside the doors of a gym. */
export const overload = {
  name: 'overload',
  comparable: true,
  defaults: { seconds: 5, reps: 3, clients: 64, customers: 5_000 },
  run: async (run) => {
    const stage = await Stage.open(run);
    const found = {};
    for (const [name, env] of [
      ['shedding', {}],
      ['without', NO_SHEDDING],
    ]) {
      const side = await stage.ours({ env });
      const scene = { ...(await stage.forSeries([side])), side, flood: stage.load(), run };
      found[name] = [];
      await most(scene, 2);
      for (let rep = 0; rep < run.options.reps; rep += 1) {
        found[name].push(await once(scene, rep));
        run.print(`${name}: ${inWords(found[name].at(-1))}`);
      }
    }
    return { text: report(found), ...found };
  },
};

const users = PATHS.find(({ name }) => name === 'users');
const registrations = async (scene) => ({
  port: scene.side.server.port,
  path: 'users',
  params: await users.orders(scene),
  withinMs: IN_TIME_MS,
});

/** The most that is answered when nobody asks for more: clients that wait for each answer. */
async function most(scene, seconds) {
  const { clients } = scene.run.options;
  return scene.load.run({ ...(await registrations(scene)), clients, seconds });
}

async function once(scene, rep) {
  const { seconds } = scene.run.options;
  const full = await most(scene, seconds);
  const perSecond = Math.ceil(full.perSecond * TIMES);
  const during = (HEAD_START_MS * 2) / 1_000 + seconds;
  const flooding = scene.flood.run({
    ...(await registrations(scene)),
    // All that may be waiting, so that a late answer does not slow the flood down.
    clients: Math.min(2_000, perSecond),
    perSecond,
    seconds: during,
  });
  const scanCodes = (from) => codes(scene, from);
  const first = await scanCodes(rep * 2);
  await sleep(HEAD_START_MS);
  const scans = await pacedScans(scene, first, seconds);
  const flood = await flooding;
  const later = await scanCodes(rep * 2 + 1);
  await sleep(PAUSE_MS);
  const after = await pacedScans(scene, later, seconds);
  return {
    perSecond: full.perSecond,
    goodput: (flood.inTime / (flood.elapsedMs / 1_000) + SCANS_PER_SECOND) / full.perSecond,
    flood,
    scans,
    after,
  };
}

const codes = ({ world, side, load, run: { options } }, part) => {
  const wanted = SCANS_PER_SECOND * options.seconds;
  return fetchCodes({ world, side, load, from: part * wanted, wanted });
};

const pacedScans = ({ world, side, load }, codes, seconds) =>
  load.run({
    port: side.server.port,
    path: 'gate',
    params: { deviceTokens: world.deviceTokens, codes },
    clients: 32,
    perSecond: SCANS_PER_SECOND,
    seconds,
    withinMs: IN_TIME_MS,
  });

const opened = ({ inTime, sent }) => inTime / sent;

const inWords = ({ perSecond, goodput, flood, scans, after }) =>
  `at most ${perSecond.toFixed(0)}/s; at ${TIMES} times as many ${share(goodput)} of it within 1 s, ` +
  `answered ${JSON.stringify(flood.statuses)}; ${share(opened(scans))} of the scans opened, p99 ${ms(scans.p99)}; ` +
  `a second later ${share(opened(after))}, p99 ${ms(after.p99)}`;

function report(found) {
  return Object.entries(found)
    .map(([name, runs]) => `${name}\n\n${grid(VERDICT_HEAD, rowsOf(runs))}`)
    .join('\n\n');
}

function rowsOf(runs) {
  const of = (read) => median(runs.map(read));
  const goodput = of((run) => run.goodput);
  const p99 = of(({ scans }) => scans.p99);
  const kept = of(({ scans }) => opened(scans));
  const later = of(({ after }) => opened(after));
  return [
    verdict(
      `answered within 1 s at ${TIMES} × the most, of the most`,
      `≥ ${share(TARGETS.goodput)}`,
      share(goodput),
      goodput >= TARGETS.goodput,
    ),
    verdict('p99 of scans meanwhile', `≤ ${ms(TARGETS.gateP99)}`, ms(p99), p99 <= TARGETS.gateP99),
    verdict(
      'scans opened within 1 s meanwhile',
      `≥ ${share(TARGETS.scans)}`,
      share(kept),
      kept >= TARGETS.scans,
    ),
    verdict(
      'scans opened from one second after it',
      `≥ ${share(TARGETS.scans)}`,
      share(later),
      later >= TARGETS.scans,
    ),
  ];
}
