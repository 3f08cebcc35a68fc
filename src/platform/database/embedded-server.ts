import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import {
  chown,
  mkdtemp,
  lstat,
  open,
  readFile,
  readdir,
  readlink,
  realpath,
  rename,
  rm,
  stat,
  symlink,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { EmbeddedPostgresError, canReach } from './embedded-identity.js';
import type { Identity } from './embedded-identity.js';
import { PORT } from './embedded-ownership.js';
import { childOptions, explainSpawn } from './embedded-process.js';

/** Everything one start has settled: who runs what, where. */
export interface Site {
  dataDir: string;
  clusterDir: string;
  /**
   * Short and 0700; `data` in it leads to the cluster, whose own socket shows other starts that this server is alive.
   */
  runDir: string;
  postgres: string;
  who: Identity | undefined;
}

export interface Server {
  isRunning(): boolean;
  /** What the server wrote since this launch. */
  log(): Promise<string>;
  stop(): Promise<void>;
}

const RUN_DIR = 'gatehouse-';
const LOG_LIMIT = 5_000_000;
const LONGEST_RUN_DIR = 80; // a socket path ends at 103 (macOS) or 107 bytes
const PATIENCE = 30_000;

// Stops the server when our end of its input closes, so also when this process is killed: the server never outlives it.
const LEASH = `read -r _; kill -INT "$1" 2>/dev/null
n=0; while [ $n -lt 600 ] && kill -0 "$1" 2>/dev/null; do sleep 0.1; n=$((n+1)); done
rm -rf -- "$2"`;

/** A fresh folder for the sockets, belonging to the server's user. */
export async function makeRunDir(clusterDir: string, who: Identity | undefined): Promise<string> {
  for (const base of new Set([tmpdir(), '/tmp'])) {
    if (Buffer.byteLength(base) > LONGEST_RUN_DIR - 17 || !(await canReach(base, who))) continue;
    const dir = await realpath(base)
      .then((real) => mkdtemp(join(real, RUN_DIR)))
      .catch(() => undefined);
    if (dir === undefined) continue;
    await symlink(clusterDir, join(dir, 'data'));
    if (who) await chown(dir, who.uid, who.gid);
    return dir;
  }
  throw new EmbeddedPostgresError(
    `No temporary directory for the database socket: set TMPDIR to a writable one with a path below ${LONGEST_RUN_DIR - 17} bytes`,
  );
}

const settings = (site: Site): Record<string, string> => ({
  listen_addresses: '',
  port: String(PORT),
  unix_socket_directories: `"${site.runDir}","${site.runDir}/data"`,
  unix_socket_permissions: '0700',
  fsync: 'on',
  synchronous_commit: 'on',
  wal_level: 'replica',
  max_wal_size: '1GB',
  shared_buffers: '128MB',
  max_connections: '100',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Errors reach the caller; in a log file their statements and details would be personal data.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_checkpoints: 'off',
});

/** Starts the server as our child; it accepts connections a little later. */
export async function launchServer(site: Site): Promise<Server> {
  const log = await openLog(join(site.dataDir, 'postgres.log'), site.who);
  const options = Object.entries(settings(site)).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const child = spawn(site.postgres, ['-D', site.clusterDir, ...options], {
    ...childOptions(site.who),
    stdio: ['ignore', log.fd, log.fd],
  });
  const failure = new Promise<Error>((resolve) => child.on('error', resolve));
  await log.close();
  if (child.pid === undefined) throw explainSpawn(await failure, site.postgres, site.who);
  child.unref();
  const leash = tieLeash(child.pid, site);
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  void gone.then(() => leash.kill('SIGKILL'));
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  return { isRunning, log: log.read, stop: () => stopServer(child, gone, isRunning) };
}

function tieLeash(pid: number, site: Site): ChildProcess {
  const leash = spawn('/bin/sh', ['-c', LEASH, 'gatehouse-leash', String(pid), site.runDir], {
    ...childOptions(site.who),
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  leash.on('error', () => undefined);
  leash.stdin.on('error', () => undefined);
  leash.unref();
  (leash.stdin as unknown as { unref(): void }).unref();
  return leash;
}

/** Fast shutdown: sessions end, everything is on disk; only a server that does not stop in time is killed. */
async function stopServer(child: ChildProcess, gone: Promise<void>, isRunning: () => boolean) {
  if (!isRunning()) return;
  child.ref();
  child.kill('SIGINT');
  const timer = new AbortController();
  const late = delay(PATIENCE, undefined, { signal: timer.signal }).then(
    () => void child.kill('SIGQUIT'),
    () => undefined,
  );
  await Promise.race([gone, late.then(() => gone)]);
  timer.abort();
}

async function openLog(path: string, who: Identity | undefined) {
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  );
  if (size > LOG_LIMIT) await rename(path, `${path}.1`);
  const start = size > LOG_LIMIT ? 0 : size;
  const handle = await open(path, 'a', 0o600);
  // The server's user may be the one who starts us the next time.
  if (who) await handle.chown(who.uid, who.gid);
  return {
    fd: handle.fd,
    close: () => handle.close(),
    read: async () => (await readFile(path)).subarray(start).toString().trim(),
  };
}

export const removeRunDir = (site: Site) => rm(site.runDir, { recursive: true, force: true });

/** Folders of killed runs on our cluster; young ones may belong to a start that is about to lose the race. */
export async function sweepRunDirs(site: Site): Promise<void> {
  const base = dirname(site.runDir);
  for (const name of await readdir(base).catch(() => [])) {
    const dir = join(base, name);
    if (!name.startsWith(RUN_DIR) || dir === site.runDir) continue;
    const target = await readlink(join(dir, 'data')).catch(() => undefined);
    if (target !== site.clusterDir) continue;
    const age = Date.now() - (await lstat(dir)).ctimeMs;
    if (age > 60_000) await rm(dir, { recursive: true, force: true });
  }
}
