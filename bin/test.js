// `npm test`: formatting, lint and types beside all unit and end-to-end tests. `npm test -- PATTERN`: the test files that match.
// `npm run test:proof`: the long proofs, which `.ci/run` adds. Each stage prints its time, and the slowest files are named.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const RESULTS = '.test-results';
const SLOWEST = 10;
const MESSAGE_LINES = 4;
const MESSAGE_LENGTH = 300;

const bin = (path) => [process.execPath, `node_modules/${path}`];
const CHECKS = [
  ['formatting', ...bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
  ['lint', ...bin('oxlint/bin/oxlint'), '--deny-warnings'],
  ['types', ...bin('@typescript/native/bin/tsc'), '--noEmit'],
  ['types of web/', ...bin('@typescript/native/bin/tsc'), '-p', 'web'],
  [
    'types of the client',
    ...bin('@typescript/native/bin/tsc'),
    '-p',
    'clients/typescript',
    '--noEmit',
  ],
];

const jest = (name, ...options) => [
  name,
  process.execPath,
  '--experimental-vm-modules',
  '--no-warnings',
  'node_modules/jest/bin/jest.js',
  ...options,
];
const recorded = (name) => ['--json', `--outputFile=${RESULTS}/${name}.json`];

/** Runs one command; its output is shown as it comes, or once it has failed when `quiet`. */
function run([name, command, ...rest], { quiet = false } = {}) {
  const started = performance.now();
  const stdio = ['ignore', quiet ? 'pipe' : 'ignore', quiet ? 'pipe' : 'inherit'];
  const child = spawn(command, rest, { cwd: ROOT, stdio });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => (output += chunk));
  return new Promise((resolve) => {
    child.on('close', (code) => {
      if (quiet && code !== 0) console.error(output.trimEnd());
      const seconds = ((performance.now() - started) / 1000).toFixed(0);
      console.error(`${code === 0 ? 'ok' : 'FAILED'}: ${name} (${seconds} s)`);
      resolve(code === 0);
    });
  });
}

async function checks() {
  let good = true;
  for (const check of CHECKS) good = (await run(check, { quiet: true })) && good;
  return good;
}

function printSlowest(testResults) {
  const slowest = testResults
    .map((file) => ({ path: relative(ROOT, file.name), ms: file.endTime - file.startTime }))
    .sort((a, b) => b.ms - a.ms)
    .slice(0, SLOWEST);
  console.error(`\nThe ${slowest.length} slowest files:`);
  for (const { path, ms } of slowest)
    console.error(`${(ms / 1000).toFixed(1).padStart(7)} s  ${path}`);
}

/** Last of all, so that who sees only the end of a log still knows what failed. */
function printFailures(testResults) {
  for (const { name, assertionResults, message } of testResults) {
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    const path = relative(ROOT, name);
    for (const { fullName, failureMessages } of failed)
      console.error(`FAILED ${path}: ${fullName}\n  ${shortened(failureMessages.join('\n'))}`);
    if (message && failed.length === 0) console.error(`FAILED ${path}\n  ${shortened(message)}`);
  }
}

/** What was expected and received, in one line and without colours. */
const shortened = (message) =>
  stripVTControlCharacters(message)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('at '))
    .slice(0, MESSAGE_LINES)
    .join(' | ')
    .slice(0, MESSAGE_LENGTH);

async function tests(name, ...options) {
  const good = await run(jest(name, ...recorded(name), ...options));
  const { testResults } = JSON.parse(readFileSync(`${ROOT}${RESULTS}/${name}.json`, 'utf8'));
  printSlowest(testResults);
  printFailures(testResults);
  return good;
}

async function everything() {
  const found = await Promise.all([tests('tests', '--selectProjects', 'unit', 'e2e'), checks()]);
  return found.every(Boolean);
}

const [kind, ...patterns] = process.argv.slice(2);
if (!(await run(['build', process.execPath, 'bin/build-if-needed.js']))) process.exit(1);
mkdirSync(`${ROOT}${RESULTS}`, { recursive: true });
const good = await (async () => {
  if (kind === '--proof') return tests('proof', '--selectProjects', 'proof', '--runInBand');
  if (kind !== undefined) return run(jest('tests that match', kind, ...patterns));
  rmSync(`${ROOT}${RESULTS}`, { recursive: true });
  mkdirSync(`${ROOT}${RESULTS}`);
  return everything();
})();
process.exitCode = good ? 0 : 1;
