import { setTimeout as sleep } from 'node:timers/promises';
import { Load } from './load.js';

/** Requests a second, unless a fault says otherwise. */
export const PER_SECOND = 40;

/** Runs what happens while people come and go; their load ends before it is judged. */
export async function underLoad(stage, perSecond, happen) {
  const load = new Load(stage, { perSecond });
  await sleep(500);
  await happen(load);
  await sleep(500);
  await load.stop();
}

export const times = async (count, happen) => {
  for (let no = 0; no < count; no += 1) await happen(no);
};
