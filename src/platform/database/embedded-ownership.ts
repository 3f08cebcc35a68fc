import { readFile, readlink, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { isPostmasterOf } from './embedded-process.js';

export const PORT = 5432;
export const SUPERUSER = 'gatehouse';

// "gate" as a number. A session lock is right here although the product itself uses none: this connection goes to our
// own server and to no pooler, and the lock ends with the process that holds it, however that process ends.
const OWNER_LOCK = 0x67617465;

/**
 * The result of a claim on a server. `absent`: nothing listens; `busy`: it starts or stops; `taken`: another running
 * Gatehouse owns it; a client: we own it as long as that connection lasts.
 */
export type OwnershipClaim = 'absent' | 'busy' | 'taken' | Client;

// A server this young gets its owner any moment: only the process that launched it may claim it yet.
const CLAIM = `select case
  when $2 or pg_postmaster_start_time() < clock_timestamp() - interval '1 second' then pg_try_advisory_lock($1::bigint)
  when exists (select from pg_locks where locktype = 'advisory' and objid::bigint = $1::bigint) then false
  end as owned`;

/** Claims the server behind `socketDir`: becomes its owner when it has none. */
export async function claimOwnership(
  socketDir: string,
  by: 'launcher' | 'other',
): Promise<OwnershipClaim> {
  const client = new Client({
    host: socketDir,
    port: PORT,
    user: SUPERUSER,
    database: 'postgres',
    application_name: 'gatehouse-owner',
    connectionTimeoutMillis: 3_000,
    ssl: false,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query(CLAIM, [OWNER_LOCK, by === 'launcher']);
    const owned = (rows[0] as { owned: boolean | null }).owned;
    if (owned) return client;
    await client.end();
    return owned === null ? 'busy' : 'taken';
  } catch (error) {
    await client.end().catch(() => undefined);
    return fromError((error as NodeJS.ErrnoException).code);
  }
}

function fromError(code: string | undefined): OwnershipClaim {
  if (code === '53300') return 'taken'; // too many connections: it is in use
  const nobodyListens = ['ENOENT', 'ECONNREFUSED', 'ENOTSOCK', 'ENOTDIR'];
  return nobodyListens.includes(code ?? '') ? 'absent' : 'busy';
}

/** After a crash of the server every session is gone while the server comes back: then ownership is claimed again. */
export function keepOwnership(client: Client, socketDir: string, isWanted: () => boolean): void {
  // A process that forgot to stop us may still end. @types/pg does not know this method.
  (client as unknown as { unref(): void }).unref();
  client.once('end', () => void reclaim());
  const reclaim = async () => {
    while (isWanted()) {
      await delay(200, undefined, { ref: false });
      const claim = isWanted() ? await claimOwnership(socketDir, 'launcher') : 'absent';
      if (claim instanceof Client) return keepOwnership(claim, socketDir, isWanted);
    }
  };
}

interface Postmaster {
  pid: number;
  socketDir: string;
}

/** The live server process of a cluster, by its postmaster.pid; undefined when that file is missing or stale. */
export async function findPostmaster(clusterDir: string): Promise<Postmaster | undefined> {
  const lines = await readFile(join(clusterDir, 'postmaster.pid'), 'utf8').catch(() => '');
  const [pid, , , , socketDir = ''] = lines.split('\n');
  if (!pid || !(await isPostmasterOf(Number(pid), clusterDir))) return undefined;
  return { pid: Number(pid), socketDir };
}

/**
 * PostgreSQL recognises its own stale lock files unless their process id is in use again, by anything (usual in
 * containers). Should the old server be alive after all, the new one finds its shared memory and refuses to start.
 */
export async function removeStaleLocks(clusterDir: string): Promise<void> {
  for (const name of ['postmaster.pid', `.s.PGSQL.${PORT}.lock`]) {
    const file = join(clusterDir, name);
    const text = await readFile(file, 'utf8').catch(() => '');
    const pid = Number.parseInt(text, 10);
    if (isAlive(pid) && !(await isPostmasterOf(pid, clusterDir))) await removeUnchanged(file, text);
  }
}

function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Another start may have put its own file there since the check; that one is put back. */
async function removeUnchanged(file: string, text: string): Promise<void> {
  const aside = `${file}.${process.pid}`;
  await rename(file, aside).catch(() => undefined);
  const found = await readFile(aside, 'utf8').catch(() => text);
  await (found === text ? rm(aside, { force: true }) : rename(aside, file));
}

/**
 * Stops a server whose Gatehouse was killed: ours must be our child process, with the present binaries and settings.
 */
export async function stopOrphan(clusterDir: string): Promise<void> {
  const orphan = await findPostmaster(clusterDir);
  if (!orphan) return;
  const isRunning = () => isPostmasterOf(orphan.pid, clusterDir);
  process.kill(orphan.pid, 'SIGINT');
  for (let tries = 0; tries < 1500 && (await isRunning()); tries++) await delay(20);
  const target = await readlink(join(orphan.socketDir, 'data')).catch(() => undefined);
  if (target === clusterDir) await rm(orphan.socketDir, { recursive: true, force: true });
}
