// `npm run bench`: one figure of what Gatehouse promises about time, measured on one machine in one run. See README.md.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compare } from './figures/compare.js';
import { devices } from './figures/devices.js';
import { floods } from './figures/floods.js';
import { gateRate } from './figures/gate-rate.js';
import { growth } from './figures/growth.js';
import { linkFlood } from './figures/link-flood.js';
import { logIn } from './figures/log-in.js';
import { members } from './figures/members.js';
import { overload } from './figures/overload.js';
import { peers } from './figures/peers.js';
import { rules } from './figures/rules.js';
import { size } from './figures/size.js';
import { start } from './figures/start.js';
import { table } from './figures/table.js';
import { timing } from './figures/timing.js';
import { tracing } from './figures/tracing.js';
import { webhookHanging } from './figures/webhook-hanging.js';
import { workers } from './figures/workers.js';
import { readOptions } from './options.js';

const FIGURES = [
  compare,
  table,
  gateRate,
  webhookHanging,
  logIn,
  linkFlood,
  floods,
  overload,
  timing,
  peers,
  growth,
  members,
  rules,
  devices,
  size,
  start,
  tracing,
  workers,
];
const RESULTS = fileURLToPath(new URL('results', import.meta.url));

/** What has to be undone, newest last. */
const undo = [];
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => cleanUp().finally(() => process.exit(1)));
try {
  await main(readOptions(FIGURES));
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await cleanUp();
}

async function cleanUp() {
  while (undo.length > 0) await undo.pop()();
}

async function main({ figure, options }) {
  if (options.against && !figure.comparesInOneRun)
    await measure(figure, options, resolve(options.against));
  await measure(figure, options);
}

/** @param root another checkout, built, whose server is measured instead of this one's */
async function measure(figure, options, root) {
  const machine = { node: process.version, cpus: cpus().length, load: loadavg()[0] };
  const at = new Date().toISOString();
  const print = (line) => console.error(line);
  const { text, ...found } = await figure.run({ options, print, undo, root });
  await cleanUp();
  mkdirSync(RESULTS, { recursive: true });
  const result = { figure: figure.name, tree: root ?? 'this', at, machine, options, ...found };
  const file = figure.name === 'compare' ? 'latest' : figure.name;
  writeFileSync(
    join(RESULTS, `${file}${root ? '-against' : ''}.json`),
    `${JSON.stringify(result, undefined, 2)}\n`,
  );
  console.log(`\n${heading(result)}\n\n${text}`);
}

function heading({ figure, tree, at, machine: { node, cpus: count, load } }) {
  return `${figure} · ${tree === 'this' ? '' : `${tree} · `}${at} · Node ${node} · ${count} CPUs, load average ${load.toFixed(1)} before`;
}
