import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, until } from '../support/eventually.js';
import { WorkerWatch } from '../../src/platform/health/worker-watch.js';
import { WorkerStates } from '../../src/platform/worker/worker-states.js';
import { createSimulator, type Simulator } from '../../src/simulator/server/simulator.js';
import { createDatabase } from '../support/databases.js';
import { PostOffice } from '../support/post-office.js';
import { Receiver } from '../support/receiver.js';
import { Replica } from '../support/replica.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { newWellhubId, WellhubPosts } from '../support/wellhub-posts.js';
import { givenUsersApi, type UsersWorld } from '../users-api/users-stage.js';

interface Shown {
  name: string;
  runsHere: boolean;
  lastSuccessAt: string | null;
}

/** Upkeep of what one process holds; everything else is the installation's work. */
const OF_API = [
  'api-keys.last-used',
  'control-id contacts',
  'control-id devices in use',
  'control-id devices with commands',
  'people known at doors',
  'refused webhooks',
  'today.listeners',
  'webhook secrets',
];
const OF_EVERY = ['door spool', 'encryption-keys', 'metrics', 'webhook spool'];

describe('a process that answers and one that works', () => {
  const office = new PostOffice();
  let simulator: Simulator;
  let receiver: Receiver;
  let api: Replica;
  let worker: Replica;
  let world: UsersWorld;

  beforeAll(async () => {
    const databaseUrl = await createDatabase();
    simulator = await createSimulator({
      port: 0,
      host: '127.0.0.1',
      validateToken: 'simulator-token',
    });
    receiver = await Receiver.start();
    const DATA_DIR = mkdtempSync(join(tmpdir(), 'gatehouse-roles-'));
    const env = {
      SANDBOX: 'on',
      WELLHUB_SIMULATOR_URL: simulator.url,
      SMTP_URL: await office.open(),
      MAIL_FROM: 'gym@example.com',
      OUTGOING_URLS: 'any',
      LOG_LEVEL: 'warn',
      DATA_DIR,
    };
    api = await Replica.start(databaseUrl, { ...env, ROLE: 'api' });
    worker = await Replica.start(databaseUrl, { ...env, ROLE: 'worker' });
    world = await givenUsersApi(api as unknown as TestApp);
  });
  afterAll(async () => {
    await Promise.all([api.kill(), worker.kill(), receiver.stop(), simulator.close()]);
    await office.close();
  });

  const details = async (replica: Replica) => (await replica.api.get('/health/details')).body;
  const names = (workers: Shown[], runsHere: boolean) =>
    workers.filter((one) => one.runsHere === runsHere).map(({ name }) => name);

  it('together validate a check-in, notify a subscriber and mail, although no request wakes the worker', async () => {
    const path = `/admin/v1/partners/${world.partnerId}/webhook-subscriptions`;
    const eventTypes = ['WELLHUB_CHECKIN_VALIDATED'];
    expect((await world.admin.post(path, { url: receiver.url, eventTypes })).status).toBe(201);
    const wellhubId = newWellhubId();
    simulator.setTarget({
      baseUrl: api.origin,
      apiKey: 'not-used-here',
      hook: world.hookPath.split('/')[2] ?? '',
      webhookSecret: world.webhookSecret,
      wellhubGymId: world.wellhubGymId,
    });
    const { deliveries } = await simulator.checkIn({ wellhubId });
    expect(deliveries[0]).toMatchObject({ accepted: true });
    await world.person('mailed@example.com');
    const [delivered] = await receiver.next(1, 20_000);
    expect(delivered?.json.payload[0].type).toBe('WELLHUB_CHECKIN_VALIDATED');
    expect(simulator.ledger().people[wellhubId]?.validated).toBe(1);
    const isMailed = () => office.received.some(({ to }) => to.includes('mailed@example.com'));
    await until(isMailed, 60_000, 'a mail');
  });

  it('run each declared work where it belongs, and nowhere else', async () => {
    const [answering, working] = await Promise.all([details(api), details(worker)]);
    expect([answering.process.role, working.process.role]).toEqual(['api', 'worker']);
    expect(names(answering.workers, true).sort()).toEqual([...OF_API, ...OF_EVERY].sort());
    expect(names(working.workers, false).sort()).toEqual(OF_API);
    const elsewhere = [...answering.workers, ...working.workers].filter(
      ({ runsHere, lastSuccessAt }: Shown) => !runsHere && lastSuccessAt !== null,
    );
    expect(elsewhere).toEqual([]);
  });

  it('differ: the worker shows its health and refuses everything else in the form of its surface', async () => {
    const well = [
      '/health/live',
      '/health/ready',
      '/health/database',
      '/health/details',
      '/metrics',
    ];
    const seen = await Promise.all(well.map((path) => worker.api.get(path)));
    expect(seen.map(({ status }) => status)).toEqual(well.map(() => 200));
    expect(seen.at(-1)?.text).toContain('gatehouse_process_role{role="worker"} 1');
    const others = [
      ['/v1/customers/1/access-code', 503],
      ['/admin/v1/partners', 503],
      ['/Api/Clubs/Clubs', 503],
      ['/wellhub/token', 500],
      [`/${world.slug}/login`, 503],
      ['/docs', 503],
      ['/', 503],
      ['/no/such/address', 503],
    ] as const;
    const refused = await Promise.all(others.map(([path]) => worker.operator.get(path)));
    expect(refused.map(({ status }) => status)).toEqual(others.map(([, status]) => status));
    expect(refused[1]?.body).toMatchObject({
      code: 'request.unavailable',
      detail: expect.stringContaining('ROLE=worker'),
    });
    const posts = new WellhubPosts(worker as unknown as TestApp, world);
    expect((await posts.send(posts.checkIn(newWellhubId()))).status).toBe(503);
  });
});

describe('an installation in which no process does the background work', () => {
  let answering: TestApp;
  let working: TestApp | undefined;
  let aheadMs = 0;

  beforeAll(async () => {
    answering = await startApp({ role: 'api' });
    answering.app.get(WorkerStates).now = () => performance.now() + aheadMs;
  });
  afterAll(async () => {
    await working?.close();
    await answering.close();
  });

  const openAlerts = async () => {
    await answering.app.get(WorkerWatch).check();
    const path = '/admin/v1/installation/alerts?open=true';
    const { body } = await answering.operator.get(path);
    return body.items.map(({ code, object }: { code: string; object: string }) => [code, object]);
  };
  const MISSING = [['worker.missing', 'worker/every']];

  it('raises an alert after a minute, which closes itself when a process does', async () => {
    expect(await openAlerts()).toEqual([]);
    const { body } = await answering.api.get('/health/details');
    expect(body).toMatchObject({ process: { role: 'api', of: 1 }, workerProcesses: 0 });
    aheadMs = 59_000;
    expect(await openAlerts()).toEqual([]);
    aheadMs = 61_000;
    expect(await openAlerts()).toEqual(MISSING);
    const { text } = await answering.api.get('/metrics');
    expect(text).toContain('gatehouse_worker_processes 0');
    working = await startApp({ databaseUrl: answering.settings.databaseUrl, role: 'worker' });
    expect(await eventually(openAlerts, (open) => open.length === 0)).toEqual([]);
  });

  it('does not close what a worker elsewhere has raised', async () => {
    await answering.sql(
      `insert into alerts (partner_id, id, code, object, detail)
       values ('00000000-0000-0000-0000-000000000000', gen_random_uuid(), 'worker.failing', 'worker/visits.close', '')`,
    );
    const other = await startApp({ databaseUrl: answering.settings.databaseUrl, role: 'api' });
    await other.app.get(WorkerWatch).check();
    await other.app.get(WorkerWatch).check();
    expect(await openAlerts()).toEqual([['worker.failing', 'worker/visits.close']]);
    await other.close();
  });
});
