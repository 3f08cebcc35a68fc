import { execFile } from 'node:child_process';
import { ROOT } from './repository.js';
import { programEnvironment } from './programs.js';
import { freePort } from './replica.js';
import { OPERATOR_KEY } from './settings.js';

export interface ProgramResult {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The program itself, with these settings. */
export const runDoctor = (
  settings: Record<string, string>,
  ...args: string[]
): Promise<ProgramResult> => runGatehouse(settings, 'doctor', ...args);

/** `gatehouse <words>` with these settings. */
export async function runGatehouse(
  settings: Record<string, string>,
  ...words: string[]
): Promise<ProgramResult> {
  const env = programEnvironment({
    PUBLIC_URL: `http://127.0.0.1:${await freePort()}`,
    OPERATOR_API_KEY: OPERATOR_KEY,
    ...settings,
  });
  return new Promise((resolve) =>
    execFile(
      process.execPath,
      ['dist/gatehouse.js', ...words],
      { cwd: ROOT, env },
      (error, out, err) => resolve({ code: Number(error?.code ?? 0), out, err }),
    ),
  );
}

/** The checks with a line of that kind, in their order. */
export const namesIn = (out: string, kind: string): string[] =>
  [...out.matchAll(new RegExp(`^${kind} +([a-z-]+):`, 'gm'))].map(([, name = '']) => name);
