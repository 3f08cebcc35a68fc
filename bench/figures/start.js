import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { postmasterOf } from '../measure/cpu.js';
import { measure } from '../measure/measurement.js';
import { memoryOf } from '../measure/memory.js';
import { findNodes } from '../nodes.js';
import { PATHS } from '../paths.js';
import { grid, verdict, VERDICT_HEAD } from '../report/grid.js';
import { median } from '../report/summary.js';
import { freePort, Server } from '../stage/servers.js';
import { nothingUsed, Stage } from '../stage/stage.js';

const QUIET_MS = 10_000;

const seconds = (value) => `${value.toFixed(2)} s`;
const megabytes = (value) => `${value.toFixed(0)} MB`;

const TARGETS = {
  first: { what: 'ready, first start with the embedded database', most: 8, unit: seconds },
  warm: { what: 'ready, later start with it', most: 3, unit: seconds },
  external: { what: 'ready, with an external database', most: 1, unit: seconds },
  idle: { what: 'memory 10 s after a start', most: 120, unit: megabytes },
  loaded: { what: 'most memory, every path under load', most: 250, unit: megabytes },
};

/** How long until the built app is ready, and what it weighs, on every Node that is found. */
export const start = {
  name: 'start',
  takesNodes: true,
  defaults: { reps: 3, customers: 2_000 },
  run: async (run) => {
    const { options, print } = run;
    const nodes = findNodes(options.node);
    const stage = await Stage.open(run);
    const scene = { stage, load: stage.load(), run };
    const runs = [];
    for (let rep = 1; rep <= options.reps; rep += 1)
      for (const node of nodes) {
        const found = { ...(await embedded(node, run)), ...(await external(node, scene)) };
        runs.push({ node: node.version, ...found });
        print(`${rep}/${options.reps} ${node.version}: ${inWords(found)}`);
      }
    return { text: nodes.map(({ version }) => report(version, runs)).join('\n\n'), runs };
  },
};

const inWords = (found) =>
  Object.entries(TARGETS)
    .filter(([kind]) => found[kind] !== undefined)
    .map(([kind, { unit }]) => `${kind} ${unit(found[kind])}`)
    .join(', ');

async function embedded({ path: node }, { undo }) {
  const dataDir = mkdtempSync(join(tmpdir(), 'gatehouse-bench-start-'));
  undo.push(async () => rmSync(dataDir, { recursive: true, force: true }));
  const once = async () => {
    const env = { PORT: String(await freePort()), DATA_DIR: dataDir, LOG_LEVEL: 'error' };
    const started = performance.now();
    const server = new Server('ours', 'dist/gatehouse.js', env, { node });
    undo.push(() => server.stop());
    await server.ready();
    const took = (performance.now() - started) / 1000;
    await server.stop();
    return took;
  };
  const times = { first: await once(), warm: await once() };
  rmSync(dataDir, { recursive: true, force: true });
  return times;
}

/** A database that is there and migrated, as for a replica that joins. */
async function external({ path: node }, { stage, load, run }) {
  const url = await stage.postgres.createDatabase(stage.template);
  const started = performance.now();
  const side = await stage.ours({ url, node, env: { SANDBOX: 'off' } });
  const took = (performance.now() - started) / 1000;
  await sleep(QUIET_MS);
  const idle = memoryOf(side.server.pid)?.now;
  await loadEveryPath({ side, load, world: stage.world }, run);
  const loaded = memoryOf(side.server.pid)?.most;
  await side.stop();
  return { external: took, idle, loaded };
}

async function loadEveryPath(parts, { options }) {
  const { clients, seconds: length } = options;
  const postmaster = await postmasterOf(parts.side.sql);
  const scene = { ...parts, used: nothingUsed(), clients, seconds: length, postmaster };
  for (const path of PATHS) await measure({ ...scene, path, expected: 3_000 * length });
}

function report(version, runs) {
  const mine = runs.filter(({ node }) => node === version);
  const rows = Object.entries(TARGETS).map(([kind, { what, most, unit }]) => {
    const values = mine.map((run) => run[kind]);
    const middle = median(values);
    if (middle === undefined) return verdict(what, `≤ ${unit(most)}`, 'no /proc here', false);
    const measured = `${unit(middle)} (${values.map(unit).join(', ')})`;
    return verdict(what, `≤ ${unit(most)}`, measured, middle <= most);
  });
  return `Node ${version.slice(1)}: medians, all values in brackets\n\n${grid(VERDICT_HEAD, rows)}`;
}
