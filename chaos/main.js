// `npm run chaos`: breaks what can break under load, and compares the books afterwards. See README.md.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Random } from '../fuzz/random.js';
import { breakBuild, CAN_BREAK } from './broken.js';
import { FAULTS } from './faults.js';
import { readOptions } from './options.js';
import { judge } from './oracle.js';
import { Report } from './report.js';
import { setUp } from './stage.js';

const print = (line) => console.error(line);
const undo = [];
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => cleanUp().finally(() => process.exit(1)));
try {
  process.exitCode = await main(readOptions(FAULTS, CAN_BREAK));
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
  const build = options.broken
    ? breakBuild(options.names[0])
    : { program: 'dist/gatehouse.js', remove: () => undefined };
  undo.push(async () => build.remove());
  const chosen = FAULTS.filter(({ name }) => options.names.includes(name));
  const least = Math.max(...chosen.map((one) => one.peopleFor?.(countOf(one, options)) ?? 0));
  const stage = await setUp({ program: build.program, long: options.long, least, undo, print });
  const results = [];
  for (const fault of chosen) results.push(await inflict(fault, stage, options));
  const broken = results.filter(({ found }) => found.length > 0);
  console.log(table(results, stage.ledger, options));
  keep({ at: new Date().toISOString(), options, results });
  if (!options.broken) return broken.length > 0 ? 1 : 0;
  console.log(
    broken.length > 0 ? 'The broken build was found out.' : 'The broken build was NOT found out.',
  );
  return broken.length > 0 ? 0 : 1;
}

function countOf({ name, times }, { long, minutes }) {
  return name === 'soak' && minutes ? minutes : times[long ? 1 : 0];
}

async function inflict(fault, stage, options) {
  const { seed, broken } = options;
  const count = countOf(fault, options);
  const started = performance.now();
  print(`${fault.name}: ${fault.title}, ${count} ×`);
  const report = new Report();
  const random = new Random(seed, fault.name.length);
  await fault.run({ ...stage, report }, { count, random, broken });
  const found = [...report.findings, ...(await judge(stage))];
  const seconds = Math.round((performance.now() - started) / 1000);
  for (const line of found) print(`  ✗ ${line}`);
  for (const line of report.summary) print(`  ${line}`);
  print(`  ${found.length === 0 ? 'nothing lost, nothing doubled' : 'BROKEN'} (${seconds} s)`);
  return { name: fault.name, title: fault.title, count, seconds, found, measured: report.summary };
}

function table(results, ledger, { seed, long }) {
  const rows = results.map(
    ({ title, count, seconds, found, measured }) =>
      `| ${title} | ${count} | ${seconds} s | ${found.length === 0 ? 'nothing lost or doubled' : found.join('; ')} | ${measured.join('; ')} |`,
  );
  const slowest = [...ledger.slowest].map(([kind, ms]) => `${kind} ${Math.round(ms)}`).join(', ');
  return [
    '| fault | times | took | found | measured |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
    `${long ? 'Long' : 'Short'} form, seed ${seed}. Promised outside: ${ledger.checkIns.size} check-ins, ${ledger.scans.size} scans, ${ledger.registrations.size} registrations; ${ledger.events.size} events received.`,
    `Answers: ${ledger.summary}. Slowest, ms: ${slowest}.`,
  ].join('\n');
}

function keep(results) {
  const folder = fileURLToPath(new URL('results', import.meta.url));
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/latest.json`, `${JSON.stringify(results, undefined, 2)}\n`);
}
