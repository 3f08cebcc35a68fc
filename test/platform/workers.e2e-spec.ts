import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { eventually } from '../support/eventually.js';
import { Alerts, INSTALLATION } from '../../src/platform/alerts/alerts.js';
import { WorkerStates } from '../../src/platform/worker/worker-states.js';
import { Workers } from '../../src/platform/worker/workers.js';
import { WorkerWatch } from '../../src/platform/health/worker-watch.js';
import { createDatabase } from '../support/databases.js';
import { DatabaseProxy } from '../support/proxy.js';
import { sourcesIn } from '../support/repository.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner } from '../support/world.js';

interface Shown {
  name: string;
  lastSuccessAt: string | null;
  failuresInARow: number;
  runningSeconds: number;
  oldestWaitingSeconds: number | null;
}

/** For each queue the rows, by table, of which the oldest waits for 90 s; `now` is a function of SQL. */
const AGO = `now() - interval '90 seconds'`;
const DUE = { next_attempt_at: AGO };
const received = (type: string) => ({
  wellhub_events: { state: `'RECEIVED'`, type: `'${type}'`, ...DUE },
});
const PARTNER = `'018f0000-0000-7000-8000-000000000001'::uuid`;
const WAITING: Record<string, Record<string, Record<string, string>>[]> = {
  'alert-publisher': [{ alerts: { first_at: AGO } }],
  'event-dispatcher': [{ events: { created_at: AGO } }],
  'webhook-deliverer': [{ webhook_deliveries: { state: `'PENDING'`, ...DUE } }],
  'usage feed': [{ usage_senders: { looked_at: AGO } }],
  'usage sending': [
    {
      partners: { id: PARTNER },
      wellhub_connections: {
        partner_id: PARTNER,
        environment: `'production'`,
        events_api_token_set_at: AGO,
      },
      usage_senders: { partner_id: PARTNER, next_attempt_at: `now() - interval '1 day'` },
      usage_events: { partner_id: PARTNER, state: `'QUEUED'`, created_at: AGO },
    },
  ],
  'check-in validation': [{ check_ins: { state: `'PENDING'`, ...DUE } }],
  'check-in deadlines': [{ check_ins: { state: `'PENDING'`, deadline_at: AGO } }],
  'check-in intake': [received('checkin'), received('checkin-booking-occurred')],
  'integration requests': [received('system-integration-requested')],
  'user-registration.status': [received('user-cancel'), received('user-change')],
  'booking intake': [received('booking-requested'), received('booking-canceled')],
  'booking deadlines': [
    { bookings: { state: `'REQUESTED'`, decide_before: `now() + interval '90 seconds'` } },
    { bookings: { state: `'REQUESTED'`, decision: `'RESERVED'`, decide_before: AGO } },
  ],
  'booking calls': [
    { bookings: { state: `'RESERVED'`, send_until: `now() + interval '1 day'`, ...DUE } },
    { booking_slots: DUE },
  ],
  'mail.sender': [{ mails: { state: `'QUEUED'`, ...DUE } }],
  'accounts.reset-requests': [{ password_reset_requests: { created_at: AGO } }],
  'control-id notifications': [{ control_id_notifications: { due_at: AGO } }],
  'test-environment-wipes': [{ partners: { wipe_requested_at: AGO } }],
  'staff.password-requests': [{ staff_password_requests: { created_at: AGO } }],
};
const TABLES = new Set(
  Object.values(WAITING)
    .flat()
    .flatMap((rows) => Object.keys(rows)),
);
/** One row per partner: they are read as a whole. */
const SMALL = /\b(usage_senders|partners|wellhub_connections|wellhub_pauses)\b/;

describe('the workers', () => {
  let databaseUrl: string;
  let proxy: DatabaseProxy;
  let app: TestApp;
  let workers: Workers;
  let aheadMs = 0;
  let broken = true;
  const hanging: (() => void)[] = [];

  beforeAll(async () => {
    databaseUrl = await createDatabase();
    proxy = await DatabaseProxy.before(databaseUrl);
    app = await startApp({ databaseUrl: proxy.url, smtpUrl: 'smtp://127.0.0.1:1' });
    workers = app.app.get(Workers);
    app.app.get(WorkerStates).now = () => performance.now() + aheadMs;
  });
  afterAll(async () => {
    mend();
    await app.close();
    await proxy.close();
  });

  const mend = () => {
    broken = false;
    hanging.forEach((end) => end());
  };
  const look = () => app.app.get(WorkerWatch).check();
  const shown = async (): Promise<Shown[]> => (await app.api.get('/health/details')).body.workers;
  const of = async (name: string) => (await shown()).find((worker) => worker.name === name)!;
  const openAlerts = async () => {
    const { body } = await app.operator.get('/admin/v1/installation/alerts?open=true');
    return body.items.map(
      ({ code, object }: { code: string; object: string }) => `${code} ${object}`,
    );
  };
  /** What is open after as many looks as it takes. */
  const seen = (expected: readonly string[]) =>
    eventually(
      async () => {
        await look();
        return (await openAlerts()).sort();
      },
      (open) => open.join() === expected.join(),
    );
  const sees = async (...expected: string[]) => expect(await seen(expected)).toEqual(expected);
  const metric = async (name: string, worker: string) => {
    const { text } = await app.operator.get('/metrics');
    const line = text
      .split('\n')
      .find((it) => it.startsWith(`gatehouse_worker_${name}{worker="${worker}"}`));
    return line === undefined ? undefined : Number(line.split(' ').at(-1));
  };

  /** Past the proxy. */
  const connected = async <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => {
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    return work(client).finally(() => client.end());
  };
  const sql = async (text: string, values: unknown[] = []) =>
    connected(async (client) => (await client.query(text, values)).rows);
  /** Nothing that it does stays. */
  const undone = (work: (client: pg.Client) => Promise<void>) =>
    connected(async (client) => {
      await client.query('begin');
      await work(client);
    });

  it('are all shown, each with its last success', async () => {
    const added = sourcesIn('src', /(?<!spec)\.ts$/).flatMap(
      ({ text }) => text.match(/\bworkers\.add\(/g) ?? [],
    );
    const all = await eventually(shown, (list) => list.every(({ lastSuccessAt }) => lastSuccessAt));
    expect(all.length).toBeGreaterThanOrEqual(added.length);
    expect(all.filter(({ lastSuccessAt }) => !lastSuccessAt)).toEqual([]);
    expect(await metric('last_success_timestamp_seconds', 'visits.close')).toBeGreaterThan(1e9);
  });

  it('declare what waits for them, and it is read from an index', async () => {
    const bad: string[] = [];
    await undone(async (client) => {
      await client.query('set local enable_seqscan = off');
      for (const [name, { waitingSinceSql }] of workers.queues) {
        const { rows } = await client.query(`explain ${waitingSinceSql}`);
        for (const { 'QUERY PLAN': line } of rows)
          if (/Seq Scan on/.test(line) && !SMALL.test(line)) bad.push(`${name}: ${line.trim()}`);
      }
    });
    expect(bad).toEqual([]);
  });

  it('report how long the oldest due row has waited', async () => {
    expect(workers.queues.map(([name]) => name).sort()).toEqual(Object.keys(WAITING).sort());
    const cases = workers.queues.flatMap(([name, queue]) =>
      WAITING[name]!.map((rows) => ({ name, rows, ...queue })),
    );
    for (const { name, rows, waitingSinceSql } of cases)
      await undone(async (client) => {
        const age = async () => {
          const text = `select extract(epoch from now() - (${waitingSinceSql}))::float8 as age`;
          return (await client.query<{ age: number | null }>(text)).rows[0]!.age;
        };
        for (const table of [...TABLES, ...Object.keys(rows)])
          await client.query(
            `create temp table if not exists ${table} as select * from public.${table} limit 0`,
          );
        expect([name, await age()]).toEqual([name, null]);
        for (const [table, row] of Object.entries(rows))
          await client.query(
            `insert into ${table} (${Object.keys(row).join()}) values (${Object.values(row).join()})`,
          );
        expect([name, await age()]).toEqual([name, 90]);
      });
  });

  it('that fail or hang for a minute are an alert of the installation, which closes itself', async () => {
    const loop = { role: 'worker', queue: null, everyMs: 10 } as const;
    workers.add({
      name: 'breaks',
      ...loop,
      run: () => (broken ? Promise.reject(new Error('no')) : Promise.resolve(0)),
    });
    workers.add({
      name: 'hangs',
      ...loop,
      run: () =>
        broken ? new Promise((resolve) => hanging.push(() => resolve(0))) : Promise.resolve(0),
    });
    await eventually(
      () => of('breaks'),
      ({ failuresInARow }) => failuresInARow > 0,
    );
    await look();
    await look();
    expect(await openAlerts()).toEqual([]);
    aheadMs = 61_000;
    await sees('worker.failing worker/breaks', 'worker.stuck worker/hangs');
    expect(await metric('failures_in_a_row', 'breaks')).toBeGreaterThan(0);
    expect(await metric('running_seconds', 'hangs')).toBeGreaterThan(60);
    expect(await of('hangs')).toMatchObject({
      lastSuccessAt: null,
      runningSeconds: expect.any(Number),
    });
    mend();
    await eventually(
      () => of('breaks'),
      ({ failuresInARow }) => failuresInARow === 0,
    );
    await eventually(
      () => of('hangs'),
      ({ lastSuccessAt }) => lastSuccessAt !== null,
    );
    await sees();
  });

  it('that leave what is due for a minute are an alert, too', async () => {
    await sql(`create table sleepers as select now() - interval '61 seconds' as since`);
    const queue = { waitingSinceSql: 'select min(since) from sleepers' };
    workers.add({
      name: 'sleeps',
      role: 'worker',
      queue,
      everyMs: 60_000,
      run: () => Promise.resolve(0),
    });
    await sees('worker.behind worker/sleeps');
    expect(await metric('oldest_waiting_seconds', 'sleeps')).toBeGreaterThanOrEqual(61);
    await sql('delete from sleepers');
    await sees();
    expect(await metric('oldest_waiting_seconds', 'sleeps')).toBe(0);
  });

  it('fail while the database is away, which is no alert about each of them when it is back', async () => {
    await proxy.refuse();
    const failing = async () =>
      (await shown()).filter(({ failuresInARow }) => failuresInARow > 0).length;
    expect(await eventually(failing, (count) => count > 10)).toBeGreaterThan(10);
    aheadMs += 61_000;
    await look();
    const failures = () => metric('failures_in_a_row', 'check-in validation');
    expect(await eventually(failures, (count = 0) => count > 0)).toBeGreaterThan(0);
    await proxy.pass();
    await eventually(
      async () => (await app.api.get('/health/database')).status,
      (status) => status === 200,
    );
    await look();
    expect(await openAlerts()).toEqual([]);
  });

  it('are the operator’s business only', async () => {
    const { admin } = await givenAPartner(app);
    const answers = await Promise.all([
      admin.get('/admin/v1/installation/alerts'),
      admin.post('/admin/v1/installation/alerts/018f0000-0000-7000-8000-000000000000/close'),
      app.api.get('/admin/v1/installation/alerts'),
      app.operator.post('/admin/v1/installation/alerts/018f0000-0000-7000-8000-000000000000/close'),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 401, 404]);
  });

  it('let the operator close an alert', async () => {
    const raise = { partnerId: INSTALLATION, code: 'worker.failing', object: 'worker/other' };
    await app.app.get(Alerts).raise(raise);
    const { body } = await app.operator.get('/admin/v1/installation/alerts?open=true');
    const closed = await app.operator.post(
      `/admin/v1/installation/alerts/${body.items[0].id}/close`,
    );
    expect(closed.body).toMatchObject({ object: 'worker/other', closedAt: expect.any(String) });
    expect(await openAlerts()).toEqual([]);
    expect(await sql(`select action from audit_log where object = $1`, [body.items[0].id])).toEqual(
      [{ action: 'alert.closed' }],
    );
  });
});
