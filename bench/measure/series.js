import { measure } from './measurement.js';

const WARM_UP_SECONDS = 1;
const MODES = ['alone', 'crowd'];

/** Runs one path: a warm-up of each side, then repetitions in which both sides take turns at going first. */
export async function runSeries(path, stage, options, say) {
  const runs = [];
  for (const side of stage.sides)
    await measure(
      roundOf(path, side, stage, { ...options, mode: 'crowd', seconds: WARM_UP_SECONDS }),
    );
  for (let rep = 1; rep <= options.reps; rep += 1)
    for (const mode of MODES) {
      const measured = {};
      const sides = rep % 2 === 1 ? stage.sides : stage.sides.toReversed();
      for (const side of sides) {
        const round = roundOf(path, side, stage, {
          ...options,
          mode,
          last: lastOf(runs, mode, side),
        });
        measured[side.name] = await measure(round);
      }
      runs.push({ mode, ...measured });
      say(`${path.name} ${rep}/${options.reps} ${mode}: ${inWords(measured)}`);
    }
  return runs;
}

function roundOf(path, side, stage, { mode, seconds, clients, last }) {
  const { world, load, postmaster } = stage;
  const guess = mode === 'crowd' ? 3_000 : 1_000;
  // For what has to be made before: half as much again as the last time took.
  const expected = Math.ceil((last?.perSecond ?? guess) * seconds * 1.5);
  const round = { path, side, world, load, postmaster, seconds, expected };
  return { ...round, used: stage.used[side.name], clients: mode === 'crowd' ? clients : 1 };
}

const lastOf = (runs, mode, side) => runs.findLast((run) => run.mode === mode)?.[side.name];

const inWords = (measured) =>
  ['ours', 'raw']
    .map((name) => [name, measured[name]])
    .map(
      ([name, { perSecond, p50, p99 }]) =>
        `${name} ${perSecond.toFixed(0)}/s p50 ${p50.toFixed(2)} p99 ${p99.toFixed(2)} ms`,
    )
    .join(' · ');
