import { summarise } from '../report/summary.js';
import { analyzeAsAutovacuum } from './autovacuum.js';
import { measure } from './measurement.js';

const WARM_UP_SECONDS = 2;
const MODES = ['alone', 'crowd'];

/** One path that fails is told as such and leaves the others their turn; the bench as a whole has failed then. */
export async function measurePath(path, scene, { options, print }) {
  try {
    const runs = await runSeries(path, scene, options, print);
    const summary = summarise(path, runs);
    if (summary.refused > 0) process.exitCode = 1;
    return { ...summary, runs };
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
    return { name: path.name, title: path.title, failed: error.message.split('\n', 2).join(' ') };
  }
}

/** Runs one path: a warm-up of each side, then repetitions in which both sides take turns at going first. */
async function runSeries(path, scene, options, print) {
  const runs = [];
  for (const side of scene.sides) {
    const warmUp = { ...options, mode: 'crowd', seconds: WARM_UP_SECONDS };
    await measure(roundOf(path, side, scene, warmUp));
    await analyzeAsAutovacuum(side.sql);
  }
  for (let rep = 1; rep <= options.reps; rep += 1)
    for (const mode of MODES) {
      const measured = {};
      const sides = rep % 2 === 1 ? scene.sides : scene.sides.toReversed();
      for (const side of sides) {
        const last = lastOf(runs, mode, side);
        measured[side.role] = await measure(roundOf(path, side, scene, { ...options, mode, last }));
      }
      runs.push({ mode, ...measured });
      print(`${path.name} ${rep}/${options.reps} ${mode}: ${inWords(scene.sides, measured)}`);
    }
  return runs;
}

function roundOf(path, side, scene, { mode, seconds, clients, last }) {
  const { world, load, postmaster } = scene;
  const guess = mode === 'crowd' ? 3_000 : 1_000;
  // For what has to be made before: half as much again as the last time took.
  const expected = Math.ceil((last?.perSecond ?? guess) * seconds * 1.5);
  const round = { path, side, world, load, postmaster, seconds, expected };
  const crowd = path.clients ?? clients;
  return { ...round, used: scene.used[side.role], clients: mode === 'crowd' ? crowd : 1 };
}

const lastOf = (runs, mode, side) => runs.findLast((run) => run.mode === mode)?.[side.role];

const inWords = (sides, measured) =>
  sides
    .map(({ name, role }) => [name, measured[role]])
    .map(
      ([name, { perSecond, p50, p99 }]) =>
        `${name} ${perSecond.toFixed(0)}/s p50 ${p50.toFixed(2)} p99 ${p99.toFixed(2)} ms`,
    )
    .join(' · ');
