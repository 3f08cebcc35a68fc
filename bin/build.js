// Keeps dist/ in step with the sources, so that `npm start` right after a clone or a pull just works.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import nodeModule from 'node:module';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const at = (...parts) => join(root, ...parts);

const INPUTS = [
  'src',
  'clients/typescript/src',
  'clients/typescript/package.json',
  'web',
  'bin/compile.js',
  'bin/bundle.js',
  'bin/bundling',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  '.swcrc',
];
const NO_INPUT = /\.(spec|integration-spec|e2e-spec)\.tsx?$/;
const SWC = at('node_modules/@swc/core/package.json');
const COMPILE = at('bin/compile.js');
const WEB = at('web/build.js');
const BUNDLE = at('bin/bundle.js');
const ENTRY = at('dist/gatehouse.js');
const BUILT = at('dist/bundle/main.js');
const STAMP = at('dist/.stamp');
const LOCK = at('dist/.lock');
const ABANDONED_AFTER = 5 * 60_000;

/** Builds when dist/ is missing or was built from other sources; ends the process when that fails. */
export async function buildIfNeeded({ force = false } = {}) {
  if (force) rmSync(STAMP, { force });
  if (!existsSync(at('src'))) return; // an image carries dist/ only
  const missing = missingDependency();
  if (missing) fail(`The dependency ${missing} is missing: run npm ci first.`);
  if (isFresh()) return;
  if (!existsSync(SWC)) {
    if (existsSync(BUILT)) return; // production dependencies beside a finished build: nothing to build with
    fail('The build tools are missing: run npm ci first.');
  }
  await holdingLock(async () => {
    if (!isFresh()) await build();
  });
}

/** The first package that is not installed: right after a clone, or after a pull that brought a new one. */
function missingDependency() {
  const { dependencies } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
  return Object.keys(dependencies).find((name) => !existsSync(at('node_modules', name)));
}

const isFresh = () => existsSync(BUILT) && readOrEmpty(STAMP) === fingerprint();

/** Name, size and time of every input: unlike "newer than", it also notices deletions and older files put back. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const input of INPUTS) addTo(hash, input);
  return hash.digest('hex');
}

function addTo(hash, path) {
  const entry = statSync(at(path), { throwIfNoEntry: false });
  if (!entry) return;
  if (entry.isDirectory()) {
    for (const name of readdirSync(at(path)).sort()) addTo(hash, join(path, name));
  } else if (!NO_INPUT.test(path)) {
    hash.update(`${path}\0${entry.size}\0${entry.mtimeMs}\n`);
  }
}

async function build() {
  const started = performance.now();
  console.error(
    existsSync(BUILT)
      ? 'Sources have changed: building Gatehouse again …'
      : 'Building Gatehouse for its first start; this takes a few seconds …',
  );
  // Taken first: a file saved during the build makes the next start build again.
  const built = fingerprint();
  rmSync(STAMP, { force: true });
  await run(COMPILE);
  await run(WEB);
  await run(BUNDLE);
  if (!existsSync(BUILT)) fail('The build wrote no dist/bundle/main.js.');
  compileOnce();
  writeFileSync(STAMP, built);
  console.error(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
}

/** A start that ends at once, for want of a usable setting, leaves to the real ones what V8 has compiled. */
function compileOnce() {
  if (!nodeModule.enableCompileCache) return;
  const env = { ENV_FILE: 'none', PORT: 'none' };
  spawnSync(process.execPath, [ENTRY], { cwd: root, env, stdio: 'ignore' });
}

function run(script) {
  return new Promise((resolve) => {
    const options = { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] };
    const child = spawn(process.execPath, [script], options);
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('close', (code) => {
      if (code === 0) return resolve();
      releaseLock();
      fail(`${output.trimEnd()}\nThe build failed.`);
    });
  });
}

/** Two starts at once share one build: the second waits for the first and then finds it fresh. */
async function holdingLock(work) {
  mkdirSync(at('dist'), { recursive: true });
  while (!tryLock()) {
    if (isAbandoned()) stealLock();
    else await delay(100);
  }
  try {
    await work();
  } finally {
    releaseLock();
  }
}

function tryLock() {
  try {
    mkdirSync(LOCK);
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
  writeFileSync(join(LOCK, 'pid'), String(process.pid));
  return true;
}

function isAbandoned() {
  const entry = statSync(LOCK, { throwIfNoEntry: false });
  if (!entry) return false;
  const pid = Number(readOrEmpty(join(LOCK, 'pid')));
  return Date.now() - entry.mtimeMs > ABANDONED_AFTER || (pid > 0 && !isAlive(pid));
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** By rename, which only one of several waiting starts can do. */
function stealLock() {
  const aside = `${LOCK}.${process.pid}`;
  try {
    renameSync(LOCK, aside);
  } catch {
    return;
  }
  rmSync(aside, { recursive: true, force: true });
}

const releaseLock = () => rmSync(LOCK, { recursive: true, force: true });

function readOrEmpty(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
