import 'reflect-metadata';
import { parseArgs } from 'node:util';
import {
  isWell,
  problem,
  doctorJson,
  doctorText,
  runDoctor,
  type DoctorReport,
} from './doctor/index.js';
import { readEnvironment } from './platform/config/environment.js';
import { readSettings, settingProblems } from './platform/config/read-settings.js';
import type { Settings } from './platform/config/settings.js';
import { lastWords, StartProblem, WrongWords } from './platform/config/start-problem.js';
import type { Keyring } from './platform/crypto/keyring.js';

/**
 * `gatehouse doctor [--json]`: checks what a start would find, and what waits; reads only. Exit code 1: a person must resolve
 * a problem; 2: words that it does not know.
 */
export async function doctorCommand(args: readonly string[]): Promise<number> {
  const isJson = readArguments(args);
  const report = await examine().catch((error: unknown) => {
    if (isJson && error instanceof StartProblem) return unstarted(error);
    throw error;
  });
  process.stdout.write(isJson ? doctorJson(report) : doctorText(report));
  return isWell(report) ? 0 : 1;
}

function readArguments(args: readonly string[]): boolean {
  try {
    const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean' } } });
    return values.json ?? false;
  } catch {
    throw new WrongWords(`"doctor" takes --json and no more words: ${args[0]}`);
  }
}

async function examine(): Promise<DoctorReport> {
  const env = readEnvironment(undefined, settingProblems);
  if (!env.DATABASE_URL)
    throw new StartProblem('Set DATABASE_URL: the embedded database runs only with its service.');
  return runDoctor(readSettings(env), openApp);
}

/** Loading every room takes a second: only where it is needed. */
async function openApp(settings: Settings, keyring: Keyring) {
  const { makeIdleApp } = await import('./idle-app.js');
  return makeIdleApp(settings, keyring);
}

/** Settings that cannot be read are all there is to say. */
const unstarted = (error: StartProblem): DoctorReport => ({
  checks: [{ name: 'settings', findings: [problem(lastWords(error))] }],
  seconds: 0,
});
