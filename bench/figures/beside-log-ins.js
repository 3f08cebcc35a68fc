import { setTimeout as sleep } from 'node:timers/promises';
import { fetchCodes } from '../paths.js';
import { ms, share, verdict } from '../report/grid.js';
import { median } from '../report/summary.js';

/** From how many networks the flood comes. */
export const FEW_AND_MANY = [1, 50, 500];
const GOOD_PER_SECOND = 10;
/** A busy door; floods of the gate's own clients are measured apart. */
const SCANS_PER_SECOND = 50;
const IN_TIME_MS = 1_000;
const HEAD_START_MS = 500;
const TARGET = 0.9;

/** An address in each of as many /24 networks, for `X-Forwarded-For`. */
export const networks = (first, count) =>
  Array.from({ length: count }, (_, no) => `${first}.${no >> 8}.${no & 255}.7`);

/** How many people log in within a second, each from a network of their own, while the flood arrives from others. */
export async function goodLogIns(scene, startFlood) {
  const { reps, seconds } = scene.run.options;
  const found = {};
  for (const sources of FEW_AND_MANY) {
    found[sources] = [];
    for (let rep = 1; rep <= reps; rep += 1) {
      const flood = startFlood(scene, seconds + (2 * HEAD_START_MS) / 1000, sources);
      await sleep(HEAD_START_MS);
      const good = await scene.load.run(goodOrder(scene));
      const { statuses } = await flood;
      found[sources].push({ ...good, flood: statuses });
      scene.run.print(
        `good log-ins beside a flood from ${sources}: ${good.inTime} of ${good.sent} within ${IN_TIME_MS} ms, ` +
          `answered ${JSON.stringify(good.statuses)}; the flood ${JSON.stringify(statuses)}`,
      );
    }
  }
  return found;
}

function goodOrder({ side, world: { slug, accounts }, run: { options } }) {
  return {
    port: side.server.port,
    path: 'log-in',
    params: { slug, ...accounts, from: 0, networks: networks(11, 1_000) },
    clients: 64,
    perSecond: GOOD_PER_SECOND,
    seconds: options.seconds,
    withinMs: IN_TIME_MS,
  };
}

export const goodRows = (found) =>
  FEW_AND_MANY.map((sources) => {
    const kept = median(found[sources].map(({ inTime, sent }) => inTime / sent));
    const title = `good log-ins within 1 s, the flood from ${sources}`;
    return verdict(title, `≥ ${share(TARGET)}`, share(kept), kept >= TARGET);
  });

/** A gym's doors at their own pace, in turns with and without the flood. */
export async function pacedScans(scene, startFlood) {
  const { side, world, load, run } = scene;
  const { reps, seconds } = run.options;
  const runs = [];
  for (let rep = 0; rep < 2 * reps; rep += 1) {
    const wanted = SCANS_PER_SECOND * seconds;
    const codes = await fetchCodes({ world, side, load, from: rep * wanted, wanted });
    const flooded = rep % 4 === 1 || rep % 4 === 2;
    const sources = FEW_AND_MANY.at(-1);
    const flood = flooded && startFlood(scene, seconds + (2 * HEAD_START_MS) / 1000, sources);
    if (flooded) await sleep(HEAD_START_MS);
    const result = await load.run({
      port: side.server.port,
      path: 'gate',
      params: { deviceTokens: world.deviceTokens, codes },
      clients: 32,
      perSecond: SCANS_PER_SECOND,
      seconds,
      withinMs: IN_TIME_MS,
    });
    await flood;
    runs.push({ ...result, flooded });
    run.print(
      `${SCANS_PER_SECOND} scans/s ${flooded ? 'in' : 'without'} the flood: ${result.inTime} of ${result.sent} ` +
        `opened within ${IN_TIME_MS} ms, p99 ${ms(result.p99)}`,
    );
  }
  return runs;
}

export function scanRow(runs) {
  const p99 = (wanted) =>
    ms(median(runs.filter(({ flooded }) => flooded === wanted).map((run) => run.p99)));
  const kept = median(
    runs.filter(({ flooded }) => flooded).map(({ inTime, sent }) => inTime / sent),
  );
  const measured = `${share(kept)}, p99 ${p99(true)} (without ${p99(false)})`;
  const title = `of ${SCANS_PER_SECOND} scans/s opened within 1 s in the flood`;
  return verdict(title, `≥ ${share(TARGET)}`, measured, kept >= TARGET);
}
