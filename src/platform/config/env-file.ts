import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { environmentSchema, FILE_VARIABLES } from './environment.js';
import { fromRoot } from './from-root.js';
import { StartProblem } from './start-problem.js';

const NONE = 'none';
const BYTE_ORDER_MARK = '\uFEFF';
const KNOWN: ReadonlySet<string> = new Set([
  ...Object.keys(environmentSchema.shape),
  ...FILE_VARIABLES.map((name) => `${name}_FILE`),
]);

/**
 * Adds to the environment the variables of `.env` beside package.json, or of the file that ENV_FILE names; `none` reads
 * none. A variable that the environment already has wins, whether it is set as `NAME` or as `NAME_FILE`.
 * @returns a line for the terminal that names the file the settings came from
 * @throws StartProblem when the file cannot be read
 */
export function addEnvFile(env: NodeJS.ProcessEnv, beside = fromRoot('.env')): string | undefined {
  const named = env['ENV_FILE']?.trim();
  if (named === NONE || (!named && !existsSync(beside))) return undefined;
  const path = named ? resolve(named) : beside;
  const given = Object.entries(parseEnv(textOf(path)));
  const free = given.filter(([name, value]) => value !== undefined && isFree(env, name));
  for (const [name, value] of free) env[name] = value;
  return report(
    path,
    free.filter(([, value]) => value?.trim()).map(([name]) => name),
  );
}

/** Checked before anything is added, so that two contradicting lines of one file are still reported. */
function isFree(env: NodeJS.ProcessEnv, name: string): boolean {
  const spellings = [name, `${name}_FILE`, name.replace(/_FILE$/, '')];
  return spellings.every((spelling) => env[spelling] === undefined);
}

function textOf(path: string): string {
  const text = read(path);
  if (text.includes('\0') || text.includes('\uFFFD'))
    throw new StartProblem(`${path} is not UTF-8 text: save it as UTF-8 and start again`);
  return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { message } = error as Error;
    throw new StartProblem(
      `The settings in ${path} cannot be read (${message}): correct that, or set ENV_FILE`,
    );
  }
}

function report(path: string, names: readonly string[]): string {
  const strange = names.filter((name) => !KNOWN.has(name));
  const known = names.filter((name) => KNOWN.has(name));
  const unknown = strange.length > 0 ? ` (no settings of Gatehouse: ${strange.join(', ')})` : '';
  return `Settings from ${path}: ${known.join(', ') || 'none'}${unknown}`;
}
