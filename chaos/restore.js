import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { migrateUp } from '../dist/platform/database/migrations.js';
import { copyDatabase } from './copy-database.js';
import { call } from './load.js';
import { Postgres } from './postgres.js';
import { PRODUCTION } from './scenes.js';
import { PER_SECOND, underLoad } from './under-load.js';
import { until } from './until.js';

const LOAD_MS = 3_000;
const READ_WITHIN_MS = 15_000;
/** More than either cluster spends in this fault. */
const MANY_IDS = 100_000;

const spend = (count) => `do $$ begin
  for n in 1..${count} loop perform pg_current_xact_id(); commit; end loop; end $$`;
const MIDDLE = 'select (pg_current_xact_id()::text::bigint - $1)::int as xid';
const EVENTS = 'select count(*)::int as count from events where partner_id = $1';

/**
 * The database is moved into another cluster, which has come to the ids of half the events and has yet to reach those of the
 * others; then a plain start. Whoever reads the feed must get every event once.
 */
export async function restored(stage) {
  const { database, replicas, report, settings, world } = stage;
  await underLoad(stage, PER_SECOND, () => sleep(LOAD_MS));
  await database.query(spend(MANY_IDS));
  await underLoad(stage, PER_SECOND, () => sleep(LOAD_MS));
  const left = [...replicas.all];
  for (const server of left) await replicas.replace(server, { alone: true });
  const other = await Postgres.start(mkdtempSync(join(tmpdir(), 'gatehouse-chaos-')));
  try {
    const [{ xid }] = await database.query(MIDDLE, [MANY_IDS / 2]);
    await other.query(spend(xid));
    await migrateUp(other.url);
    await copyDatabase(database.url, other.url);
    const server = await replicas.apart({ ...settings, ...PRODUCTION, DATABASE_URL: other.url });
    const [{ count }] = await database.query(EVENTS, [world.partnerId]);
    let shown = [];
    const isWhole = async () => (shown = await feed(server.port, stage)).length >= count;
    await until(isWhole, READ_WITHIN_MS, 500);
    if (new Set(shown).size !== count || shown.length !== count)
      report.found(`L3: ${shown.length} of ${count} restored events in the feed`);
    report.say(`${shown.length} of ${count} events in the feed`);
    await server.stop();
  } finally {
    await other.stop();
    for (let no = 0; no < left.length; no += 1) await replicas.add();
  }
}

/** The ids of all events, page by page. */
async function feed(port, { settings, world }) {
  const headers = { 'X-Api-Key': settings.OPERATOR_API_KEY, 'X-Partner-Id': world.partnerId };
  const ids = [];
  for (let cursor = ''; ;) {
    const path = `/admin/v1/partners/${world.partnerId}/events?limit=200${cursor}`;
    const { items, nextCursor } = JSON.parse(
      (await call(port, { method: 'GET', path, headers })).text,
    );
    if (items.length === 0) return ids;
    ids.push(...items.map(({ uuid }) => uuid));
    cursor = `&cursor=${nextCursor}`;
  }
}
