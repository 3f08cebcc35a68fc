import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../src/platform/database/embedded-postgres.js';
import { migrateUp } from '../../src/platform/database/migrations.js';
import { freeRestoredRows } from '../../src/platform/database/restored-rows.js';
import { createSimulator, type Simulator } from '../../src/simulator/server/simulator.js';
import { copyDatabase } from '../../chaos/copy-database.js';
import { query } from '../support/databases.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { newWellhubId } from '../support/wellhub-posts.js';
import { givenAPartner, type World } from '../support/world.js';

const PAGE = 3;
/** More than either cluster spends in this test. */
const MANY_IDS = 100_000;

describe('a restore into another cluster', () => {
  let dataDir: string;
  let cluster: EmbeddedPostgres;
  let simulator: Simulator;
  let app: TestApp;
  let world: World;

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'gatehouse-restore-'));
    simulator = await createSimulator({
      port: 0,
      host: '127.0.0.1',
      validateToken: 'simulator-token',
    });
    app = await startApp({ wellhubSimulatorUrl: simulator.url });
    world = await givenAPartner(app);
    const { key } = await world.keyed(['WELLHUB_REGISTRATION']);
    simulator.setTarget({
      baseUrl: app.api.origin,
      apiKey: key,
      hook: world.hookPath.split('/')[2] ?? '',
      webhookSecret: world.webhookSecret,
      wellhubGymId: world.wellhubGymId,
    });
    cluster = await startEmbeddedPostgres({ dataDir });
    await migrateUp(cluster.url);
  });
  afterAll(async () => {
    await app.close();
    await simulator.close();
    await cluster.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const newCustomers = async (count: number) => {
    for (let n = 0; n < count; n += 1)
      await world.admin.post(`/admin/v1/partners/${world.partnerId}/customers`, {
        firstName: `Ana ${n}`,
      });
  };
  const read = async (cursor?: string, limit = 200) => {
    const at = cursor === undefined ? '' : `&cursor=${cursor}`;
    const path = `/admin/v1/partners/${world.partnerId}/events?limit=${limit}${at}`;
    const { status, body } = await world.admin.get(path);
    // A first read of a cluster that was just filled may be answered 503 on a busy machine.
    return {
      refusal: status === 200 ? undefined : body,
      ids: (body.items ?? []).map(({ entityId }: { entityId: number }) => entityId) as number[],
      next: body.nextCursor as string,
    };
  };
  const feed = async (count: number, cursor?: string) => {
    const { ids, refusal } = await eventually(
      () => read(cursor),
      ({ ids }) => ids.length >= count,
    );
    expect(refusal).toBeUndefined();
    return ids;
  };

  it('shows every event once to a reader that continues, and accepts webhooks as before', async () => {
    await newCustomers(4);
    await spendIds(app.settings.databaseUrl, MANY_IDS);
    await newCustomers(4);
    const all = await feed(8);
    const places = [await read(undefined, PAGE)];
    places.push(await read(places[0]!.next, PAGE));
    places.push(await read());
    simulator.planAnswer({ wellhubId: '*', answer: '500' });
    const waiting = newWellhubId();
    await checkIn(waiting);
    await eventually(
      () => app.sql('select from check_ins'),
      (rows) => rows.length === 1,
    );

    const port = Number(new URL(app.api.origin).port);
    await app.close();
    // Some rows are of the past there, some are of a future that is far away.
    await spendIds(cluster.url, Number(await xidOf(all[3]!)));
    await copyDatabase(app.settings.databaseUrl, cluster.url);
    simulator.clearAnswers();
    app = await startApp({ ...app.settings, databaseUrl: cluster.url, port });

    const restored = await feed(all.length);
    expect(restored.slice(0, all.length)).toEqual(all);
    for (const { ids, next } of places) {
      const before = all.indexOf(ids.at(-1)!) + 1;
      const rest = (await read(next)).ids;
      expect(rest.slice(0, all.length - before)).toEqual(all.slice(before));
    }
    await newCustomers(1);
    const younger = await feed(1, places[2]!.next);
    expect(younger.filter((id) => all.includes(id))).toEqual([]);
    expect(younger.length).toBeGreaterThan(0);

    const fresh = newWellhubId();
    await checkIn(fresh);
    for (const wellhubId of [waiting, fresh])
      expect(await validated(wellhubId)).toEqual([{ state: 'VALIDATED' }]);
    expect(await freeRestoredRows(cluster.url)).toBe(0);
  });

  const checkIn = async (wellhubId: string) => {
    const { deliveries } = await simulator.checkIn({ wellhubId });
    expect(deliveries.map(({ accepted }) => accepted)).toEqual([true]);
  };
  const validated = (wellhubId: string) =>
    eventually(
      () => app.sql('select state from check_ins where wellhub_id = $1', [wellhubId]),
      ([row]) => row?.['state'] === 'VALIDATED',
    );
  const xidOf = async (id: number) =>
    (
      await query<{ xid: string }>(
        app.settings.databaseUrl,
        `select change_xid::text as xid from events where entity_id = ${id}`,
      )
    )[0]?.xid ?? '';
  const spendIds = (url: string, count: number) =>
    query(
      url,
      `do $$ begin
        for n in 1..${count} loop perform pg_current_xact_id(); commit; end loop;
      end $$`,
    );

  it('is settled by one of two replicas that start at once', async () => {
    await query(cluster.url, `update database_cluster set system_identifier = 'another'`);
    await query(cluster.url, `update events set change_xid = '9000000000000'`);
    const freed = await Promise.all([freeRestoredRows(cluster.url), freeRestoredRows(cluster.url)]);
    expect(freed.sort((a, b) => a - b)).toEqual([0, freed[1]]);
    expect(freed[1]).toBeGreaterThan(0);
  });

  it('is detected without the right to read the identity of the cluster, too', async () => {
    const name = `poor_${randomUUID().slice(0, 8)}`;
    await query(cluster.url, 'revoke execute on function pg_control_system() from public');
    await query(cluster.url, `create role ${name} login`);
    await query(
      cluster.url,
      `grant select, update on all tables in schema public to ${name};
       grant select on all sequences in schema public to ${name};
       update events set change_xid = '9000000000000'`,
    );
    const url = new URL(cluster.url);
    url.username = name;
    expect(await freeRestoredRows(url.toString())).toBeGreaterThan(0);
    expect(await freeRestoredRows(url.toString())).toBe(0);
  });
});
