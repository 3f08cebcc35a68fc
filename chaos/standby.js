import {
  appendFile,
  chmod,
  chown,
  copyFile,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { until } from './until.js';
import { Postgres } from './postgres.js';

const NAME = 'standby';
/** What a copy must not have, or gets by itself (PostgreSQL's documentation, "Making a base backup"). */
const EMPTY =
  /^(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans)$/;
const LEFT_OUT = /^(postmaster\.(pid|opts)|pgsql_tmp.*|pg_internal\.init.*|\.s\.PGSQL\..*)$/;

/**
 * A second server that repeats what the first one writes, made by the low-level backup API while the first one works.
 * From here on a COMMIT of the first is answered when the second has it on its disk too.
 */
export async function growStandby(primary, { synchronous = true } = {}) {
  // What is written meanwhile must still be there when the standby asks for it.
  await primary.set('wal_keep_size', '1GB');
  const dataDir = await copyWhileRunning(primary);
  const cluster = join(dataDir, 'postgres');
  const from = `host=${primary.socketDir} port=5432 user=gatehouse application_name=${NAME}`;
  await add(cluster, 'postgresql.auto.conf', `primary_conninfo = '${from}'\n`);
  await add(cluster, 'standby.signal', '');
  const standby = await Postgres.start(dataDir);
  // Only now, so that the copy will not wait for anybody once it is the first.
  if (synchronous) await primary.set('synchronous_standby_names', NAME);
  const wanted = synchronous ? 'sync' : 'async';
  const isAttached = async () =>
    (await primary.query('select sync_state from pg_stat_replication')).some(
      ({ sync_state: state }) => state === wanted,
    );
  if (!(await until(isAttached, 20_000))) throw new Error('the standby did not attach in 20 s');
  return standby;
}

async function copyWhileRunning(primary) {
  const session = await primary.connect();
  try {
    const { rows } = await session.query('show data_directory');
    const cluster = rows[0].data_directory;
    const dataDir = await mkdtemp(join(dirname(dirname(cluster)), 'gatehouse-chaos-'));
    await chmod(dataDir, 0o711);
    await session.query(`select pg_backup_start('chaos', fast => true)`);
    const copy = join(dataDir, 'postgres');
    await copyTree(cluster, copy);
    const ended = await session.query('select labelfile from pg_backup_stop()');
    await add(copy, 'backup_label', ended.rows[0].labelfile);
    return dataDir;
  } finally {
    await session.end();
  }
}

/** A file of the server's user, or the end of one. */
async function add(cluster, name, text) {
  const { uid, gid } = await lstat(cluster);
  await appendFile(join(cluster, name), text, { mode: 0o600 });
  await chown(join(cluster, name), uid, gid);
}

/** Files may vanish on the way: what they held stands in the log that the standby reads. */
async function copyTree(from, to) {
  const { uid, gid } = await lstat(from);
  await mkdir(to, { mode: 0o700 });
  await chown(to, uid, gid);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    if (LEFT_OUT.test(entry.name)) continue;
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (EMPTY.test(entry.name)) await mkdir(target, { mode: 0o700 });
    else if (entry.isDirectory()) await copyTree(source, target);
    else if (!(await copyIfThere(source, target))) continue;
    await chown(target, uid, gid);
  }
}

async function copyIfThere(source, target) {
  try {
    await copyFile(source, target);
    return true;
  } catch (error) {
    if (error.code === 'ENOENT') return false;
    throw error;
  }
}
