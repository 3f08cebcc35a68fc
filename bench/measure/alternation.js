import { setTimeout as sleep } from 'node:timers/promises';
import { holdAutovacuum, vacuumAll } from './autovacuum.js';
import { measure } from './measurement.js';

const WARM_UP_SECONDS = 2;
/** Timers that became due while a process was stopped fire first. */
const AWAKE_MS = 300;

/**
 * Measures one path of several servers in turns. Only the measured one runs: the others are stopped, so that what their loops
 * do in rest is counted to nobody.
 * @param contestants each with a name, the name of its Node, its side and what it has used
 * @returns one measurement per repetition, mode and contestant
 */
export async function measureAlternately(path, contestants, { world, load, postmaster, run }) {
  const { options, print } = run;
  const runs = [];
  const once = async (contestant, { mode, seconds, expected }) => {
    const { side, used } = contestant;
    const clients = mode === 'crowd' ? options.clients : 1;
    const round = { path, side, world, load, postmaster, seconds, expected, used, clients };
    side.server.kill('SIGCONT');
    await sleep(AWAKE_MS);
    await path.warmUp?.(round);
    const measured = await measure(round);
    await path.leave?.(side);
    await vacuumAll(side.sql);
    side.server.kill('SIGSTOP');
    return measured;
  };
  for (const contestant of contestants) {
    await holdAutovacuum(contestant.side.sql);
    const expected = 3_000 * WARM_UP_SECONDS * 1.5;
    await once(contestant, { mode: 'crowd', seconds: WARM_UP_SECONDS, expected });
  }
  for (let rep = 1; rep <= options.reps; rep += 1)
    for (const mode of ['alone', 'crowd']) {
      const turns = rep % 2 === 1 ? contestants : contestants.toReversed();
      for (const contestant of turns.filter(({ name }) => mode === 'crowd' || name !== 'batched')) {
        const { name, node } = contestant;
        const last = runs.findLast((r) => r.mode === mode && r.name === name && r.node === node);
        // For what has to be made before: half as much again as the last time took.
        const guess = last?.measured.perSecond ?? (mode === 'crowd' ? 3_000 : 1_000);
        const expected = Math.ceil(guess * options.seconds * 1.5);
        const measured = await once(contestant, { mode, seconds: options.seconds, expected });
        runs.push({ rep, mode, name, node, measured });
        const { perSecond, p50 } = measured;
        print(
          `${path.name} ${rep}/${options.reps} ${mode}: ${node} ${name} ${perSecond.toFixed(0)}/s p50 ${p50.toFixed(2)} ms`,
        );
      }
    }
  return runs;
}
