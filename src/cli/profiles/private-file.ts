import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { codeOf } from '../../platform/config/start-problem.js';
import { CliProblem } from '../terminal/cli-problem.js';

const OTHERS = 0o077;
const PRIVATE_FILE = 0o600;
const PRIVATE_FOLDER = 0o700;

/**
 * Text that only this user may read and have written; undefined: there is no such file.
 * @throws CliProblem without a word of what is in it
 */
export function readPrivate(path: string): string | undefined {
  const file = open(path);
  if (file === undefined) return undefined;
  try {
    const { mode, uid } = fstatSync(file);
    const user = process.getuid?.();
    if (user !== undefined && uid !== user)
      throw new CliProblem(`${path} belongs to another user, so it is not used.`, {
        next: 'Remove it, and log in again: gatehouse login.',
      });
    if (user !== undefined && (mode & OTHERS) !== 0)
      throw new CliProblem(`${path} can be read or changed by other users, so it is not used.`, {
        next: `Close it with: chmod 600 '${path}'. Then rotate the keys in it: others may have read them.`,
      });
    return readFileSync(file, 'utf8');
  } finally {
    closeSync(file);
  }
}

function open(path: string): number | undefined {
  try {
    return openSync(path, 'r');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw unusable(path, error);
  }
}

/** Replaces the file as a whole: a crash leaves the old or the new one. */
export function writePrivate(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: PRIVATE_FOLDER });
    const fresh = `${path}.${process.pid}`;
    writeFileSync(fresh, text, { mode: PRIVATE_FILE });
    renameSync(fresh, path);
  } catch (error) {
    throw unusable(path, error);
  }
}

const unusable = (path: string, error: unknown) =>
  new CliProblem(`${path} cannot be used (${codeOf(error)}).`, {
    next: 'Make it and its folder readable and writable for you, or set XDG_CONFIG_HOME to another folder.',
  });
