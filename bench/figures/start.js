import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { grid, verdict, VERDICT_HEAD } from '../report/grid.js';
import { median } from '../report/summary.js';
import { freePort, Server } from '../stage/servers.js';

const TARGETS = { first: 8, warm: 3 };

/** Seconds from the start of the built app, with its embedded database, until it is ready. */
export const start = {
  name: 'start',
  defaults: { reps: 3 },
  run: async ({ options, print, undo }) => {
    const runs = [];
    for (let rep = 1; rep <= options.reps; rep += 1) {
      const dataDir = mkdtempSync(join(tmpdir(), 'gatehouse-bench-start-'));
      undo.push(async () => rmSync(dataDir, { recursive: true, force: true }));
      const first = await secondsUntilReady(dataDir, undo);
      const warm = await secondsUntilReady(dataDir, undo);
      rmSync(dataDir, { recursive: true, force: true });
      runs.push({ first, warm });
      print(`${rep}/${options.reps}: first ${first.toFixed(2)} s, warm ${warm.toFixed(2)} s`);
    }
    return { text: report(runs), runs };
  },
};

async function secondsUntilReady(dataDir, undo) {
  const env = { PORT: String(await freePort()), DATA_DIR: dataDir, LOG_LEVEL: 'error' };
  const started = performance.now();
  const server = new Server('ours', 'dist/gatehouse.js', env);
  undo.push(() => server.stop());
  await server.ready();
  const seconds = (performance.now() - started) / 1000;
  await server.stop();
  return seconds;
}

function report(runs) {
  const rows = Object.entries(TARGETS).map(([kind, target]) => {
    const seconds = runs.map((run) => run[kind]);
    const middle = median(seconds);
    const all = seconds.map((value) => value.toFixed(2)).join(', ');
    return verdict(
      `${kind} start`,
      `≤ ${target} s`,
      `${middle.toFixed(2)} s (${all})`,
      middle <= target,
    );
  });
  return `Median of the starts, all of them in brackets\n\n${grid(VERDICT_HEAD, rows)}`;
}
