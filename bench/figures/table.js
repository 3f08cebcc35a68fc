import { cpus, loadavg } from 'node:os';
import { measureAlternately } from '../measure/alternation.js';
import { postmasterOf } from '../measure/cpu.js';
import { findNodes } from '../nodes.js';
import { PATHS } from '../paths.js';
import { costsOf, costsTable, isJudged, TARGETS, unjudgedInWords } from '../report/costs.js';
import { keepTable } from '../report/kept-table.js';
import { nothingUsed, Stage } from '../stage/stage.js';

const MEASURED = PATHS.filter(({ name }) => name in TARGETS);

/** What a request costs beside the same work by hand and beside what batches by hand, on every Node in turns. */
export const table = {
  name: 'table',
  takesNodes: true,
  paths: MEASURED.map(({ name }) => name),
  defaults: { reps: 3 },
  run: async (run) => {
    const { options, print } = run;
    const load = loadavg()[0];
    const nodes = findNodes(options.node);
    print(`measuring on ${nodes.map(({ version }) => version).join(', ')}`);
    const stage = await Stage.open(run);
    const contestants = await contestantsOn(stage, nodes);
    const scene = { world: stage.world, load: stage.load(), run };
    scene.postmaster = await postmasterOf(contestants[0].side.sql);
    const runs = {};
    for (const path of MEASURED.filter(({ name }) => options.paths.includes(name)))
      runs[path.name] = await measureAlternately(path, contestants, scene);
    const tables = nodes.map(({ version }) => ({ version, costs: costsOn(version, runs) }));
    const text = report(tables, { options, load });
    return { text: `${text}\n\n${await keep(text, tables, options)}`, tables, runs };
  },
};

async function contestantsOn(stage, nodes) {
  const contestants = [];
  const add = (name, version, side) => {
    side.server.kill('SIGSTOP');
    contestants.push({ name, node: version, side, used: nothingUsed() });
  };
  for (const { version, path: node } of nodes) {
    add('ours', version, await stage.ours({ node }));
    add('raw', version, await stage.raw({ node }));
    add('batched', version, await stage.raw({ node, batched: true }));
  }
  return contestants;
}

const costsOn = (version, runs) =>
  Object.entries(runs).map(([path, all]) =>
    costsOf(
      path,
      all.filter(({ node }) => node === version),
    ),
  );

function report(tables, { options: { reps, seconds, clients, customers }, load }) {
  const command = `npm run bench -- table --reps ${reps} --seconds ${seconds} --clients ${clients} --customers ${customers}`;
  const day = new Date().toISOString().slice(0, 10);
  return [
    `${day}, \`${command}\`, ${cpus().length} CPUs, load average ${load.toFixed(1)} before. ${clients} clients; "alone" is the median latency of one.`,
    ...tables.map(({ version, costs }) => `Node ${version.slice(1)}:\n\n${costsTable(costs)}`),
  ].join('\n\n');
}

/** A run that proves nothing leaves what is known. */
async function keep(text, tables, { force, paths }) {
  const all = tables.flatMap(({ costs }) => costs);
  const isWhole = paths.length === MEASURED.length && all.every(isJudged);
  if (!isWhole && !force)
    return 'docs/performance.md is as it was: it keeps what has all paths and a verdict on each (--force keeps it anyway).';
  await keepTable([text, unjudgedInWords(all)].filter(Boolean).join('\n\n'));
  return 'docs/performance.md keeps it.';
}
