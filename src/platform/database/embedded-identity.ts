import { readFile, realpath, stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';
import { StartProblem } from '../config/start-problem.js';

/** A start that cannot succeed on this machine; the message names what to do about it. */
export class EmbeddedPostgresError extends StartProblem {
  override name = 'EmbeddedPostgresError';
}

/** The operating system user a child process runs as. */
export interface Identity {
  uid: number;
  gid: number;
}

export const SET_DATABASE_URL = 'set DATABASE_URL to a PostgreSQL that you run';

const SERVANTS = ['postgres', 'node', 'nobody'];

export const isRoot = () => process.geteuid?.() === 0;

/** PostgreSQL refuses to run as root, so root runs it as an existing user; undefined = run it as the present user. */
export async function chooseIdentity(): Promise<Identity | undefined> {
  if (!isRoot()) return undefined;
  const users = parsePasswd(await readFile('/etc/passwd', 'utf8').catch(() => ''));
  const found = SERVANTS.map((name) => users.get(name)).find((user) => user && user.uid !== 0);
  if (found) return found;
  throw new EmbeddedPostgresError(
    `PostgreSQL does not run as root and none of the users ${SERVANTS.join(', ')} exists here: ` +
      `start as another user, or ${SET_DATABASE_URL}`,
  );
}

function parsePasswd(text: string): Map<string, Identity> {
  const fields = text.split('\n').map((line) => line.split(':'));
  // >>> 0: macOS writes the id of the user `nobody` as -2.
  return new Map(
    fields.map(([name = '', , uid, gid]) => [name, identity(Number(uid), Number(gid))]),
  );
}

const identity = (uid: number, gid: number): Identity => ({ uid: uid >>> 0, gid: gid >>> 0 });

/** initdb looks up the name of its user and fails when there is none (containers with an arbitrary uid). */
export function assertNamed(who: Identity | undefined): void {
  if (who) return;
  try {
    userInfo();
  } catch {
    throw new EmbeddedPostgresError(
      `The user id ${process.geteuid?.()} has no entry in /etc/passwd, without which no embedded PostgreSQL ` +
        `can be created: ${SET_DATABASE_URL}, or start as a named user`,
    );
  }
}

/** Whether `who` may enter every directory down to `path` (and execute it, when it is a file). */
export async function canReach(path: string, who: Identity | undefined): Promise<boolean> {
  if (!who) return true;
  let current = await realpath(path).catch(() => undefined);
  while (current !== undefined) {
    if (!mayPass(await stat(current), who)) return false;
    const parent = dirname(current);
    if (parent === current) return true;
    current = parent;
  }
  return false;
}

function mayPass(entry: { mode: number } & Identity, who: Identity): boolean {
  if (entry.uid === who.uid) return (entry.mode & 0o100) !== 0;
  if (entry.gid === who.gid) return (entry.mode & 0o010) !== 0;
  return (entry.mode & 0o001) !== 0;
}
