import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkIn } from './load.js';
import { noWebhookLost } from './no-webhook-lost.js';
import { times, underLoad } from './under-load.js';
import { until } from './until.js';

const WEBHOOKS_PER_SECOND = 50;
/** In the short and in the long form. */
const AWAY_MS = [4_000, 60_000];
const DRAINED_WITHIN_MS = 30_000;
const SMALL_DISK = 64 * 2 ** 10;

/** Files of records that are no rows yet. */
export const spoolFiles = (folder) => filesIn(folder).filter((name) => name.endsWith('.spool'));

function filesIn(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/**
 * The database is away while webhooks come, and a replica is killed with a full spool: the other one takes it over. Then
 * once more, with a replica whose disk is full. Whatever was answered with 200 must be there afterwards.
 */
export async function spooledWebhooks(stage, { count, random }) {
  const awayMs = AWAY_MS[count > 1 ? 1 : 0];
  const onlyWebhooks = [checkIn];
  const away = () => times(count, () => withoutDatabase(stage, awayMs, random));
  await noWebhookLost(stage, () => underLoad(stage, WEBHOOKS_PER_SECOND, away, onlyWebhooks));
  await onAFullDisk(stage);
}

async function withoutDatabase({ database, replicas, report, settings }, awayMs, random) {
  database.leave();
  await sleep(awayMs / 2);
  const victim = random.pick(replicas.all);
  victim.kill('SIGKILL');
  replicas.hide(victim);
  await sleep(awayMs / 2);
  const back = performance.now();
  database.comeBack();
  const folder = join(settings.DATA_DIR, 'spool');
  if (!(await until(() => spoolFiles(folder).length === 0, DRAINED_WITHIN_MS)))
    report.found('W-75: a spool is not drained 30 s after the database is back');
  report.longest('spool drained', Math.round(performance.now() - back));
  await replicas.add();
}

/** What does not fit is refused; the ledger's word for what was taken is kept all the same. */
async function onAFullDisk(stage) {
  const { database, ledger, replicas, report, settings } = stage;
  const disk = smallDisk();
  const others = [...replicas.all];
  const full = await replicas.apart({ ...settings, ...disk.settings });
  for (const other of others) replicas.hide(other);
  replicas.show(full);
  replicas.balancer.cut();
  database.leave();
  const before = new Set(ledger.checkIns.keys());
  await underLoad(stage, WEBHOOKS_PER_SECOND * 2, () => sleep(3_000), [checkIn]);
  database.comeBack();
  const sent = [...ledger.checkIns].filter(([id]) => !before.has(id));
  const taken = sent.filter(([, { accepted }]) => accepted).length;
  report.print(`${taken} of ${sent.length} webhooks fitted on a full disk (${disk.kind})`);
  if (taken === 0 || taken === sent.length)
    report.found('the disk was not filled: this proves nothing');
  const isDrained = () => spoolFiles(disk.settings.SPOOL_DIR).length === 0;
  if (!(await until(isDrained, DRAINED_WITHIN_MS)))
    report.found('W-75: a full spool is not drained 30 s after the database is back');
  for (const other of others) replicas.show(other);
  replicas.hide(full);
  replicas.balancer.cut();
  await full.stop();
  disk.remove();
}

/** A disk of its own where the system lets us have one, else a spool that may not grow. */
function smallDisk() {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-chaos-disk-'));
  const mounted =
    spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${SMALL_DISK}`, 'tmpfs', folder]).status === 0;
  const SPOOL_DIR = join(folder, 'spool');
  return {
    kind: mounted ? 'a disk of 64 KiB' : 'SPOOL_MAX_BYTES of 64 KiB',
    settings: { SPOOL_DIR, ...(!mounted && { SPOOL_MAX_BYTES: String(SMALL_DISK) }) },
    remove: () => {
      if (mounted) spawnSync('umount', [folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
