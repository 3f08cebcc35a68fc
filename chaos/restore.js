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
const EVENTS = 'select id::text as uuid from events where partner_id = $1';
const WAITING = `select (select count(*)::int from check_ins where state = 'PENDING')
  + (select count(*)::int from wellhub_events where state = 'RECEIVED') as count`;

/**
 * The database is moved into another cluster, which has come to the ids of half the events and has yet to reach those of the
 * others; then a plain start. Whoever reads the feed must get every event once.
 */
export async function restored(stage) {
  const { database, replicas, report, settings, world } = stage;
  await underLoad(stage, PER_SECOND, () => sleep(LOAD_MS));
  await database.query(spend(MANY_IDS));
  await underLoad(stage, PER_SECOND, () => sleep(LOAD_MS));
  // What waits now would be done in both clusters.
  const isDone = async () => (await database.query(WAITING))[0].count === 0;
  await until(isDone, READ_WITHIN_MS, 200);
  const left = [...replicas.all];
  for (const server of left) await replicas.replace(server, { alone: true });
  const other = await Postgres.start(mkdtempSync(join(tmpdir(), 'gatehouse-chaos-')));
  try {
    const [{ xid }] = await database.query(MIDDLE, [MANY_IDS / 2]);
    await other.query(spend(xid));
    await migrateUp(other.url);
    await copyDatabase(database.url, other.url);
    const server = await replicas.apart({ ...settings, ...PRODUCTION, DATABASE_URL: other.url });
    const stored = (await database.query(EVENTS, [world.partnerId])).map(({ uuid }) => uuid);
    let shown = [];
    const missing = () => {
      const there = new Set(shown);
      return stored.filter((uuid) => !there.has(uuid)).length;
    };
    const isWhole = async () => {
      shown = await feed(server.port, stage);
      return shown.length >= stored.length;
    };
    await until(isWhole, READ_WITHIN_MS, 500);
    const doubled = shown.length - new Set(shown).size;
    if (missing() > 0 || doubled > 0)
      report.found(
        `L3: of ${stored.length} restored events ${missing()} miss in the feed, ${doubled} come twice`,
      );
    report.print(`${stored.length - missing()} of ${stored.length} events in the feed`);
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
