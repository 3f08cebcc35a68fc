import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { Database } from '../../src/platform/database/database.js';
import { Partitions } from '../../src/platform/database/partition-keeper.js';
import { DatabaseGauges } from '../../src/platform/metrics/database-gauges.js';
import { firing, isPromtoolInstalled, ruleNames } from '../support/alert-rules.js';
import { CheckInStage, type CheckInWorld } from '../support/check-in-stage.js';
import { createDatabase, query } from '../support/databases.js';
import { until } from '../support/eventually.js';
import { givenADoor, type GateWorld } from '../support/gate-world.js';
import { PostOffice } from '../support/post-office.js';
import { DatabaseProxy } from '../support/proxy.js';
import { Receiver } from '../support/receiver.js';
import { Replica } from '../support/replica.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { newWellhubId, WellhubPosts } from '../support/wellhub-posts.js';

type Served = Pick<TestApp, 'api'>;

const scrape = async ({ api }: Served) => (await api.get('/metrics')).text;

/** The gauges of the database's state are read every 15 s; here at once. */
async function fresh(app: TestApp): Promise<string> {
  // What broke before may have opened the breaker.
  const read = () => app.app.get(DatabaseGauges).read();
  await until(() =>
    read().then(
      () => true,
      () => false,
    ),
  );
  return scrape(app);
}

const seen = new Set<string>();

function expectFiring(earlier: string, later: string, ...names: string[]): void {
  expect(firing(earlier, later)).toEqual(expect.arrayContaining(names));
  for (const name of names) seen.add(name);
}

const described = isPromtoolInstalled() ? describe : describe.skip;

described('every alert rule fires when what it watches breaks', () => {
  let url: string;
  let proxy: DatabaseProxy;
  let office: PostOffice;
  let smtpUrl: string;
  let stage: CheckInStage;
  let world: CheckInWorld;
  let door: GateWorld;

  beforeAll(async () => {
    url = await createDatabase();
    [proxy, office] = [await DatabaseProxy.before(url), new PostOffice()];
    smtpUrl = await office.open();
    stage = await CheckInStage.open({ databaseUrl: proxy.url, smtpUrl });
    world = await stage.partner({ gym: { validationMode: 'AUTOMATIC' } });
    door = await givenADoor(stage.app, { connection: false });
    await until(async () => /worker_processes [1-9]/.test(await scrape(stage.app)));
  });
  afterAll(async () => {
    await stage.close();
    await office.close();
    await proxy.close();
  });

  const sql = <R extends Record<string, unknown>>(text: string) => query<R>(url, text);
  const checkIn = (id = newWellhubId()) => world.posts.send(world.posts.checkIn(id));
  const untilShown = (shown: RegExp) => until(async () => shown.test(await scrape(stage.app)));

  it('K-82 and none does while all is well', async () => {
    const before = await fresh(stage.app);
    const wellhubId = newWellhubId();
    stage.simulator.planAnswer({ wellhubId, answer: 'ok' });
    expect((await checkIn(wellhubId)).status).toBe(200);
    await untilShown(/validations_total{outcome="validated"} [1-9]/);
    expect(firing(before, await fresh(stage.app))).toEqual([]);
  });

  it.each([
    ['500', 'outcome="status"} [3-9]', 'GatehouseWellhubDoesNotAnswer'],
    ['unauthorized', 'outcome="credentials-refused"} [1-9]', 'GatehouseWellhubRefusesTokens'],
  ] as const)('K-82 Wellhub answers validations with %s', async (answer, shown, name) => {
    const before = await scrape(stage.app);
    for (const wellhubId of [newWellhubId(), newWellhubId(), newWellhubId()]) {
      stage.simulator.planAnswer({ wellhubId, answer });
      await checkIn(wellhubId);
    }
    await untilShown(new RegExp(`call_seconds_count{[^}]*${shown}`));
    expectFiring(before, await scrape(stage.app), name);
  });

  it('K-82 check-ins expire, or are over their time', async () => {
    const before = await fresh(stage.app);
    await sql(`update check_ins set deadline_at = clock_timestamp(), expires_at = clock_timestamp()
      where state not in ('VALIDATED', 'CANCELED')`);
    await until(async () => /check_ins_overdue [1-9]/.test(await fresh(stage.app)));
    expectFiring(before, await fresh(stage.app), 'GatehouseCheckInsOverdue');
    await sql(`update check_ins set local_day = local_day - 2, event_at = event_at - interval '2 days',
      deadline_at = clock_timestamp() where overdue`);
    await untilShown(/validations_total{outcome="expired"} [1-9]/);
    expectFiring(before, await fresh(stage.app), 'GatehouseCheckInsExpire');
  });

  it('K-82 webhooks come with a wrong signature', async () => {
    const before = await scrape(stage.app);
    await world.posts.send(world.posts.checkIn(newWellhubId()), { signature: 'wrong' });
    expectFiring(before, await scrape(stage.app), 'GatehouseWebhooksRefused');
  });

  it('K-82 the pool has no connection left', async () => {
    const before = await scrape(stage.app);
    const db = stage.app.app.get(Database);
    const sleep = { name: 'test.sleep', text: 'select pg_sleep(1)::text' };
    const asleep = Promise.allSettled(Array.from({ length: 12 }, () => db.query(sleep, [])));
    await untilShown(/requests_waiting [1-9]/);
    const waiting = await scrape(stage.app);
    await asleep;
    expectFiring(before, waiting, 'GatehouseConnectionsExhausted');
  });

  it('K-82 the event loop is late', async () => {
    const before = await scrape(stage.app);
    const busy = setInterval(() => {
      const end = Date.now() + 300;
      while (Date.now() < end);
    });
    let late = '';
    await until(async () => {
      late = await scrape(stage.app);
      return /event_loop_delay_seconds 0\.[1-9]/.test(late);
    });
    clearInterval(busy);
    expectFiring(before, late, 'GatehouseEventLoopLate');
  });

  it('K-82 the database is away, and when it is back the spool stays', async () => {
    const before = await fresh(stage.app);
    proxy.hang();
    const scans = await Promise.all([door.scan('1234567890123456789'), door.scan('1')]);
    expect(scans.map(({ status }) => status)).toEqual([503, 503]);
    await checkIn();
    await untilShown(/^gatehouse_database_available 0/m);
    const away = await scrape(stage.app);
    expectFiring(
      before,
      away,
      'GatehouseDatabaseAway',
      'GatehouseDoorsGetNoDecision',
      'GatehouseDoorsAnswerLate',
      'GatehouseRequestsFail',
      'GatehouseWorkerFails',
    );
    const other = new Client({ connectionString: url });
    await other.connect();
    await other.query('begin; lock table wellhub_events in share mode');
    proxy.pass();
    let back = '';
    await until(async () => {
      back = await scrape(stage.app);
      return /^gatehouse_database_available 1/m.test(back);
    });
    expect(back).toMatch(/spool_files{spool="webhooks"} [1-9]/);
    expectFiring(away, back, 'GatehouseSpoolStays');
    await other.end();
    await untilShown(/spool_files{spool="webhooks"} 0/);
  });

  it('K-82 a partition that should be there is missing', async () => {
    const before = await scrape(stage.app);
    const partitions = await sql<{ name: string }>(
      `select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
       where i.inhparent = 'gate_decisions'::regclass
         and c.relname > 'gate_decisions_' || to_char(clock_timestamp() + interval '1 day', 'YYYYMMDD')`,
    );
    for (const { name } of partitions) await sql(`drop table ${name}`);
    await sql('alter function make_partition rename to make_partition_away');
    await stage.app.app.get(Partitions).keep();
    expectFiring(before, await scrape(stage.app), 'GatehousePartitionsMissing');
  });

  it('K-82 no process does background work', async () => {
    const receiver = await Receiver.start();
    const api = await startApp({ role: 'api', smtpUrl });
    await leaveWork(api, receiver.url);
    const earlier = await fresh(api);
    const later = await fresh(api);
    expectFiring(
      earlier,
      later,
      'GatehouseNoWorkers',
      'GatehouseWebhooksWait',
      'GatehouseMailsWait',
      'GatehouseDeliveriesWait',
      'GatehouseUsageEventsWait',
    );
    await api.close();
    await receiver.stop();
  });

  it('K-82 the spool cannot be written', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'gatehouse-no-folder-')), 'file');
    writeFileSync(file, '');
    const app = await startApp({ spoolDir: join(file, 'spool') });
    expectFiring('', await scrape(app), 'GatehouseSpoolUnusable');
    await app.close();
  });

  it('K-82 a process restarts again and again, and none can be scraped', async () => {
    const database = await createDatabase();
    const scrapes: string[] = [];
    for (let no = 0; no < 2; no += 1) {
      const replica = await Replica.start(database);
      const text = await scrape(replica);
      // Prometheus adds the job.
      scrapes.push(
        text
          .replace(/^(process_start_time_seconds) /m, '$1{job="doors"} ')
          .replace(/^(gatehouse_build_info\{)/m, '$1job="doors",'),
      );
      await replica.kill();
    }
    expectFiring(scrapes[0] ?? '', scrapes[1] ?? '', 'GatehouseRestarts');
    expectFiring('', '', 'GatehouseIsDown');
    // Prometheus says by itself whom it cannot reach.
    const up = 'gatehouse_build_info{job="doors",instance="a"} 1\nup{job="doors",instance="a"} 1\n';
    expect(firing(up, up)).not.toContain('GatehouseReplicasMissing');
    expectFiring(up, `${up}up{job="doors",instance="b"} 0\n`, 'GatehouseReplicasMissing');
    expect(firing(up, `${up}up{job="node",instance="c"} 0\n`)).not.toContain(
      'GatehouseReplicasMissing',
    );
  });

  it('K-82 and no rule was left out', () => {
    expect([...seen].toSorted()).toEqual(ruleNames().toSorted());
  });
});

/** A webhook, a mail, a delivery and a usage event that wait for a worker. */
async function leaveWork(app: TestApp, receiverUrl: string): Promise<void> {
  const world = await givenADoor(app, { connection: { eventsApiToken: 'token-of-events' } });
  const { admin, partnerId } = world;
  const partner = `/admin/v1/partners/${partnerId}`;
  const posts = new WellhubPosts(app, world);
  const answers = [
    await admin.post(`${partner}/webhook-subscriptions`, { url: receiverUrl }),
    await posts.send(posts.checkIn(newWellhubId())),
    await admin.post(`${partner}/staff`, { email: 'ana@example.com', role: 'VIEWER' }),
  ];
  expect(answers.filter(({ status }) => status >= 300)).toEqual([]);
  await app.sql(`insert into webhook_deliveries (partner_id, subscription_id, event_id, event_created_at)
    select partner_id, id, gen_random_uuid(), clock_timestamp() from webhook_subscriptions`);
  await app.sql(
    `insert into usage_events (partner_id, gpw_id, event_type, occurred_at, source, environment)
    values ($1, '1', 'X', clock_timestamp(), 'ADMIN', 'simulator')`,
    [partnerId],
  );
}
