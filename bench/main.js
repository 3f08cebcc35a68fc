// `npm run bench`: Gatehouse beside the same work by hand, on one machine in one run. See README.md.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Load } from './load/load.js';
import { postmasterOf } from './measure/cpu.js';
import { runSeries } from './measure/series.js';
import { readOptions } from './options.js';
import { PATHS } from './paths.js';
import { summarise } from './report/summary.js';
import { table } from './report/table.js';
import { Postgres } from './stage/postgres.js';
import { makeSecrets, startOurs, startRaw } from './stage/sides.js';
import { makeWorld } from './stage/world.js';

const RESULTS = fileURLToPath(new URL('results', import.meta.url));
const say = (line) => console.error(line);

/** What has to be undone, newest last. */
const undo = [];
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => cleanUp().finally(() => process.exit(1)));
try {
  await main(readOptions(PATHS.map(({ name }) => name)));
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await cleanUp();
}

async function cleanUp() {
  while (undo.length > 0) await undo.pop()();
}

async function main(options) {
  const stage = await setUp(options);
  const paths = [];
  for (const path of PATHS.filter(({ name }) => options.paths.includes(name))) {
    paths.push(await measured(path, stage, options));
  }
  const machine = { node: process.version, cpus: cpus().length, postgres: stage.facts };
  mkdirSync(RESULTS, { recursive: true });
  const at = new Date().toISOString();
  const latest = { at, machine, options, paths };
  writeFileSync(join(RESULTS, 'latest.json'), `${JSON.stringify(latest, undefined, 2)}\n`);
  console.log(table(latest));
}

/** One path that fails is told as such and leaves the others their turn; the bench as a whole has failed then. */
async function measured(path, stage, options) {
  try {
    const runs = await runSeries(path, stage, options, say);
    const summary = summarise(path, runs);
    if (summary.refused > 0) process.exitCode = 1;
    return { ...summary, runs };
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
    return { name: path.name, title: path.title, failed: error.message.split('\n', 2).join(' ') };
  }
}

/** Both sides have copies of one database, with the same people, keys and doors. */
async function setUp(options) {
  const secrets = makeSecrets();
  const dataDir = mkdtempSync(join(tmpdir(), 'gatehouse-bench-app-'));
  undo.push(async () => rmSync(dataDir, { recursive: true, force: true }));
  say('starting PostgreSQL');
  const postgres = await Postgres.start();
  undo.push(() => postgres.stop());
  const template = await postgres.createDatabase();
  const world = await prepareTemplate(template, secrets, { dataDir, people: options.customers });
  const { profile } = options;
  const ours = await started(
    startOurs(await postgres.createDatabase(template), secrets, { dataDir, profile }),
  );
  const raw = await started(
    startRaw(await postgres.createDatabase(template), secrets, { world, profile }),
  );
  const load = new Load();
  undo.push(async () => load.stop());
  const fresh = () => ({ codes: 0, checkIns: 0, since: Math.floor(Date.now() / 1000) - 3_600 });
  return {
    world,
    load,
    sides: [ours, raw],
    used: { ours: fresh(), raw: fresh() },
    postmaster: await postmasterOf(raw.sql),
    facts: await postgres.facts(),
  };
}

/** The first start migrates; it ends before its database is copied. */
async function prepareTemplate(url, secrets, { dataDir, people }) {
  const ours = await startOurs(url, secrets, { dataDir });
  try {
    say(`making a partner, its doors and ${people} members and guests`);
    return await makeWorld(ours, secrets.operatorKey, people);
  } finally {
    await ours.stop();
  }
}

async function started(starting) {
  const side = await starting;
  undo.push(() => side.stop());
  return side;
}
