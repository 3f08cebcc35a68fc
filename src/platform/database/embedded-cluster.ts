import { createHash } from 'node:crypto';
import {
  chmod,
  chown,
  lstat,
  mkdir,
  mkdtemp,
  open,
  readFile,
  readdir,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Binaries } from './embedded-binaries.js';
import {
  EmbeddedPostgresError,
  SET_DATABASE_URL,
  assertNamed,
  canReach,
  isRoot,
} from './embedded-identity.js';
import type { Identity } from './embedded-identity.js';
import { CHILD_LOCALE, run } from './embedded-process.js';

const NOTE = 'postgres.location';
const ABANDONED_AFTER = 10 * 60_000;

/** Where the cluster of `dataDir` is or shall be; it is outside only when the server's user cannot get in. */
export async function placeCluster(dataDir: string, who: Identity | undefined): Promise<string> {
  const noted = await readNote(dataDir);
  if (noted) return noted;
  const inside = join(dataDir, 'postgres');
  if (!who || (await exists(join(inside, 'PG_VERSION')))) return inside;
  if ((await canReach(dataDir, who)) || (await openEmpty(dataDir, who))) return inside;
  return join(await makeOutside(dataDir, who), 'postgres');
}

async function readNote(dataDir: string): Promise<string | undefined> {
  const note = (await readFile(join(dataDir, NOTE), 'utf8').catch(() => '')).trim();
  if (note === '') return undefined;
  if (await exists(note)) return note;
  throw new EmbeddedPostgresError(
    `The database of DATA_DIR ${dataDir} was kept in ${note}, which is gone. ` +
      `Bring it back, or delete ${join(dataDir, NOTE)} to begin with an empty database`,
  );
}

/** A DATA_DIR that is still empty hides nothing, so root may let the server's user pass through it. */
async function openEmpty(dataDir: string, who: Identity): Promise<boolean> {
  if (!(await canReach(dirname(dataDir), who))) return false;
  const [entry, content] = await Promise.all([stat(dataDir), readdir(dataDir)]);
  if (content.length > 0 || entry.uid !== process.geteuid?.()) return false;
  await chmod(dataDir, (entry.mode & 0o777) | 0o011);
  return true;
}

async function makeOutside(dataDir: string, who: Identity): Promise<string> {
  const name = `gatehouse-${createHash('sha256').update(dataDir).digest('hex').slice(0, 12)}`;
  for (const parent of ['/var/lib', '/var/tmp']) {
    const place = join(parent, name);
    await mkdir(place, { mode: 0o711 }).catch(() => undefined);
    const entry = await lstat(place).catch(() => undefined);
    // /var/tmp is writable for every user: a folder that another user made there beforehand is not used.
    if (!entry?.isDirectory() || entry.uid !== process.geteuid?.()) continue;
    await chmod(place, 0o711);
    if (await canReach(place, who)) return place;
  }
  throw new EmbeddedPostgresError(
    `The user id ${who.uid}, which PostgreSQL runs as, cannot reach DATA_DIR ${dataDir}, and neither /var/lib ` +
      `nor /var/tmp is writable: choose another DATA_DIR, or ${SET_DATABASE_URL}`,
  );
}

/** An existing cluster must be run by the user that owns it; as root we switch to that user. */
export async function ownerOf(clusterDir: string): Promise<Identity | undefined> {
  const entry = await stat(clusterDir).catch(() => undefined);
  if (!entry) return undefined;
  if (isRoot()) return entry.uid === 0 ? undefined : { uid: entry.uid, gid: entry.gid };
  if (entry.uid === process.geteuid?.()) return undefined;
  throw new EmbeddedPostgresError(
    `The database in ${clusterDir} belongs to the user id ${entry.uid} (was Gatehouse started as root before?): ` +
      `start as before, give the folder to this user, or choose another DATA_DIR`,
  );
}

interface Plan {
  clusterDir: string;
  binaries: Binaries;
  who: Identity | undefined;
  say: (line: string) => void;
}

/** Creates the cluster when there is none, completely or not at all, and refuses one of another major version. */
export async function ensureCluster(plan: Plan): Promise<void> {
  const { clusterDir, binaries } = plan;
  const read = () => readFile(join(clusterDir, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if ((await read()) === undefined) await createCluster(plan);
  const version = (await read())?.trim();
  if (version === binaries.major) return;
  throw new EmbeddedPostgresError(
    version === undefined
      ? `${clusterDir} exists, but holds no database: move it away, or choose another DATA_DIR`
      : `The database in ${clusterDir} was made by PostgreSQL ${version}, this release brings ${binaries.major}: ` +
          'dump it with the release that made it and load the dump into a new DATA_DIR',
  );
}

async function createCluster({ clusterDir, binaries, who, say }: Plan): Promise<void> {
  assertNamed(who);
  say(`creating the embedded database in ${clusterDir}`);
  await removeAbandoned(clusterDir);
  const fresh = await mkdtemp(`${clusterDir}.new-`);
  try {
    if (who) await chown(fresh, who.uid, who.gid);
    await run(binaries.initdb, ['--no-sync', ...initdbOptions(), '-D', fresh], who);
    // One pass at the end instead of a sync after each step; only a complete cluster gets the real name.
    await run(binaries.initdb, ['--sync-only', '-D', fresh], who);
    await rename(fresh, clusterDir).catch(() => undefined);
    await syncDirectory(dirname(clusterDir));
  } finally {
    // Still there when something failed, or when another start was faster: then this one uses the other's cluster.
    await rm(fresh, { recursive: true, force: true });
  }
}

const initdbOptions = () => [
  '--username=gatehouse',
  '--encoding=UTF8',
  // The built-in provider sorts the same on every machine; the libc locale matters for messages only.
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  `--locale=${CHILD_LOCALE}`,
  // A process that can enter the 0700 socket folder is trusted; the network is rejected.
  '--auth-local=trust',
  '--auth-host=reject',
  '--no-instructions',
];

async function removeAbandoned(clusterDir: string): Promise<void> {
  const parent = dirname(clusterDir);
  for (const name of await readdir(parent)) {
    if (!name.startsWith(`${basename(clusterDir)}.new-`)) continue;
    const left = await stat(join(parent, name)).catch(() => undefined);
    const isOld = left !== undefined && Date.now() - left.mtimeMs > ABANDONED_AFTER;
    if (isOld) await rm(join(parent, name), { recursive: true, force: true });
  }
}

async function syncDirectory(dir: string): Promise<void> {
  const handle = await open(dir, 'r');
  await handle.sync().finally(() => handle.close());
}

/** Written only once the cluster exists, so that a noted place that is missing always means a loss. */
export async function notePlace(dataDir: string, clusterDir: string): Promise<void> {
  if (dirname(clusterDir) === dataDir) return;
  await writeFile(join(dataDir, NOTE), `${clusterDir}\n`);
}

const exists = async (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );
