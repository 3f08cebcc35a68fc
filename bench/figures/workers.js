import { availableParallelism } from 'node:os';
import { PATHS } from '../paths.js';
import { analyzeAsAutovacuum } from '../measure/autovacuum.js';
import { measure } from '../measure/measurement.js';
import { grid, ms } from '../report/grid.js';
import { median } from '../report/summary.js';
import { Stage } from '../stage/stage.js';

const WARM_UP_SECONDS = 2;
/** For how many processes the CPU per request is reckoned up. */
const RECKONED = [2, 4, 8];

/** Every path with one process and with several behind one port: what they serve here, and what their CPU would serve. */
export const workers = {
  name: 'workers',
  comparable: true,
  paths: PATHS.map(({ name }) => name),
  defaults: { reps: 3, workers: Math.max(2, availableParallelism()) },
  run: async (run) => {
    const stage = await Stage.open(run);
    const counts = [1, run.options.workers];
    const sides = [];
    for (const count of counts) {
      const side = await stage.ours({ env: { WORKERS: String(count) } });
      sides.push({ ...side, role: `${count}`, count });
    }
    const scene = await stage.forSeries(sides);
    const paths = [];
    for (const path of PATHS.filter(({ name }) => run.options.paths.includes(name)))
      paths.push(await alternate(path, scene, run));
    return { text: report(paths, counts), paths };
  },
};

/** Both sides after each other in every repetition, taking turns at going first. */
async function alternate(path, scene, { options, print }) {
  const runs = Object.fromEntries(scene.sides.map(({ role }) => [role, []]));
  for (const side of scene.sides) {
    await measure(roundOf(path, side, scene, { ...options, seconds: WARM_UP_SECONDS }));
    await analyzeAsAutovacuum(side.sql);
  }
  for (let rep = 1; rep <= options.reps; rep += 1)
    for (const side of rep % 2 === 1 ? scene.sides : scene.sides.toReversed()) {
      const last = runs[side.role].at(-1);
      const found = await measure(roundOf(path, side, scene, { ...options, last }));
      runs[side.role].push(found);
      if (found.refused > 0) process.exitCode = 1;
      print(
        `${path.name} ${rep}/${options.reps} WORKERS=${side.count}: ${found.perSecond.toFixed(0)}/s, p99 ${ms(found.p99)}`,
      );
    }
  return { name: path.name, title: path.title, runs };
}

function roundOf(path, side, scene, { seconds, clients, last }) {
  const { world, load, postmaster } = scene;
  const expected = Math.ceil((last?.perSecond ?? 3_000) * seconds * 1.5);
  const used = scene.used[side.role];
  return { path, side, world, load, postmaster, seconds, clients, expected, used };
}

const HEAD = ['path', 'WORKERS', 'req/s', 'p99', 'CPU Node', 'CPU PostgreSQL'];
const reckonedHead = (count) => `${count} processes`;

function report(paths, counts) {
  const rows = paths.flatMap(({ title, runs }) =>
    counts.map((count, no) => {
      const of = (read) => median(runs[count].map(read));
      const micros = { node: of((it) => it.nodeMicros), postgres: of((it) => it.postgresMicros) };
      return [
        no === 0 ? title : '',
        count,
        of(({ perSecond }) => perSecond).toFixed(0),
        ms(of(({ p99 }) => p99)),
        `${micros.node.toFixed(0)} µs`,
        `${micros.postgres.toFixed(0)} µs`,
        ...RECKONED.map((processes) => reckoned(processes, micros)),
      ];
    }),
  );
  return [
    'Medians of a crowd; CPU per request of all processes of a kind. The last columns are no measurement: they say what',
    'so many processes would serve by that CPU if each had a core to itself, and how many cores PostgreSQL needs beside.',
    '',
    grid([...HEAD, ...RECKONED.map(reckonedHead)], rows),
  ].join('\n');
}

function reckoned(processes, { node, postgres }) {
  const perSecond = (processes * 1_000_000) / node;
  return `${perSecond.toFixed(0)}/s + ${((perSecond * postgres) / 1_000_000).toFixed(1)} cores`;
}
