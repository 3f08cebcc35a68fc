import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { PROGRAM_PATH } from '../config/environment.js';
import { EmbeddedPostgresError, SET_DATABASE_URL } from './embedded-identity.js';
import type { Identity } from './embedded-identity.js';

// Both PG* variables and a locale of the caller would change how the server behaves; it gets none of them.
const LOCALE = process.platform === 'darwin' ? 'C' : 'C.UTF-8';

export const CHILD_LOCALE = LOCALE;
export const CHILD_ENV: NodeJS.ProcessEnv = {
  PATH: PROGRAM_PATH,
  LC_ALL: LOCALE,
  TZ: 'UTC',
};

/** How every child of the launcher starts: as `who`, in its own session so that a Ctrl-C in our terminal misses it. */
export const childOptions = (who: Identity | undefined) => ({
  ...(who ? { uid: who.uid, gid: who.gid } : {}),
  cwd: '/',
  env: CHILD_ENV,
  detached: true,
});

/** Runs a short-lived program and answers its output; a failure carries that output. */
export async function run(
  program: string,
  args: string[],
  who: Identity | undefined,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...childOptions(who), stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (chunk: Buffer) => (output += chunk.toString());
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => reject(explainSpawn(error, program, who)));
    child.on('close', (code, signal) =>
      code === 0
        ? resolve(output)
        : reject(
            new EmbeddedPostgresError(
              `${program} failed (${signal ?? `exit ${code}`}): ${output.trim()}; or ${SET_DATABASE_URL}`,
            ),
          ),
    );
  });
}

/** ENOENT or EPERM of spawn alone may mean any of three different problems. */
export function explainSpawn(error: Error, program: string, who: Identity | undefined): Error {
  const code = (error as NodeJS.ErrnoException).code;
  const reason =
    code === 'ENOENT' && existsSync(program)
      ? 'the binary does not run on this system (it needs glibc)'
      : (code === 'EPERM' || code === 'EINVAL') && who
        ? `this process may not become the user id ${who.uid}`
        : error.message;
  return new EmbeddedPostgresError(`${program} cannot be started: ${reason}; ${SET_DATABASE_URL}`);
}

/** Whether `pid` is alive and is the main server process of `clusterDir`: the system reuses process ids. */
export async function isPostmasterOf(pid: number, clusterDir: string): Promise<boolean> {
  const command =
    process.platform === 'linux'
      ? await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
      : await run('/bin/ps', ['-ww', '-o', 'command=', '-p', String(pid)], undefined).catch(
          () => '',
        );
  const words = command.replaceAll('\0', ' ');
  return words.includes('postgres') && `${words.trim()} `.includes(` -D ${clusterDir} `);
}
