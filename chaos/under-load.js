import { setTimeout as sleep } from 'node:timers/promises';
import { Load } from './load.js';

/** Requests a second, unless a fault says otherwise. */
export const PER_SECOND = 40;

/** Runs what happens while people come and go; their load ends before it is judged. @param kinds what they do, if not the usual */
export async function underLoad(stage, perSecond, happen, kinds) {
  const load = new Load(stage, { perSecond, kinds });
  try {
    await sleep(500);
    await happen();
    await sleep(500);
  } finally {
    await load.stop();
  }
}

export async function times(count, happen) {
  const report = progress(count);
  for (let no = 0; no < count; no += 1) {
    await happen(no);
    report(no + 1);
  }
}

/** So many times, several at a time. @returns what each gave */
export async function inLanes(count, lanes, work) {
  const report = progress(count);
  const given = [];
  let left = count;
  const lane = async () => {
    while (left-- > 0) {
      given.push(await work());
      report(given.length);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return given;
}

const REPORT_EVERY_MS = 15_000;

/** A line now and then, so that a long fault is seen to go on. */
function progress(count) {
  let reportedAt = performance.now();
  return (done) => {
    if (performance.now() - reportedAt < REPORT_EVERY_MS) return;
    reportedAt = performance.now();
    console.error(`  ${done} of ${count}`);
  };
}
