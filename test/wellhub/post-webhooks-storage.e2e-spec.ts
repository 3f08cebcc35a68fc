import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { Client } from 'pg';
import { eventually, until } from '../support/eventually.js';
import { WellhubHooks } from '../../src/partners/index.js';
import { Spool } from '../../src/platform/spool/spool.js';
import { SecretBox } from '../../src/platform/crypto/secret-box.js';
import { encodeWebhook } from '../../src/wellhub-inbox/spool/spooled-webhook.js';
import { createDatabase } from '../support/databases.js';
import { DatabaseProxy } from '../support/proxy.js';
import { PROMISED_DEADLINES } from '../support/settings.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { newWellhubId, WellhubPosts } from '../support/wellhub-posts.js';
import { givenAPartner, type World } from '../support/world.js';

/** The deadline of the surface, with room for a busy machine. */
const DEADLINE_MS = 900 + 1_000;
const RECEIVED = [200, { received: true }];
const STORED = 'select received_at as at, state, type, reason from wellhub_events order by id';

interface StoredEvent {
  readonly at: Date;
  readonly state: string;
  readonly type: string;
  readonly reason: string | null;
}

describe('signed webhooks while storage is away', () => {
  let databaseUrl: string;
  let proxy: DatabaseProxy;
  let direct: Client;
  let app: TestApp;
  let world: World;
  let wellhub: WellhubPosts;

  beforeAll(async () => {
    databaseUrl = await createDatabase();
    proxy = await DatabaseProxy.before(databaseUrl);
    direct = new Client({ connectionString: databaseUrl });
    await direct.connect();
    app = await startApp({ ...PROMISED_DEADLINES, databaseUrl: proxy.url });
    world = await givenAPartner(app);
    wellhub = new WellhubPosts(app, world);
    expect((await wellhub.send(wellhub.checkIn(newWellhubId()))).status).toBe(200);
  });
  beforeEach(async () => {
    await direct.query('truncate wellhub_events, wellhub_event_keys');
  });
  afterEach(async () => {
    await proxy.pass();
    const back = async () => (await app.api.get('/health/database')).status === 200;
    expect(await eventually(back, Boolean)).toBe(true);
    expect(
      await eventually(
        () => waiting(),
        (count) => count === 0,
      ),
    ).toBe(0);
  });
  afterAll(async () => {
    await app.close();
    await direct.end();
    await proxy.close();
  });

  const spool = async (of = app) => (await of.api.get('/health/details')).body.spool;
  const waiting = async (of = app): Promise<number> => (await spool(of)).waiting;
  const stored = async () => (await direct.query<StoredEvent>(STORED)).rows;
  const storedAtLeast = (count: number) => eventually(stored, (rows) => rows.length >= count);
  const bookingRequest = () => ({
    event_type: 'booking-requested',
    event_data: {
      user: { unique_token: newWellhubId() },
      slot: {
        id: 1,
        gym_id: Number(world.wellhubGymId),
        class_id: 5,
        booking_number: `BK_${randomUUID()}`,
      },
      timestamp: Date.now(),
      event_id: randomUUID(),
    },
  });
  const userEvent = (type: string) => ({
    user_id: `gpw-${randomUUID()}`,
    plan_id: type === 'change' ? '2' : '0',
    event_time: Date.now(),
    event_id: randomUUID(),
  });
  const users = (kind: string) => world.hookPath.replace(/webhooks$/, `users/${kind}`);

  const ways: [string, () => void | Promise<void>][] = [
    ['refuses connections', () => proxy.refuse()],
    ['hangs', () => proxy.hang()],
  ];

  it.each(ways)(
    'W-73 all kinds are answered 200 in time when it %s, and are rows with their time of receipt when it is back',
    async (_, spoil) => {
      const checkIn = wellhub.checkIn(newWellhubId());
      await spoil();
      const begun = performance.now();
      const before = new Date();
      const answers = await Promise.all([
        wellhub.send(checkIn),
        wellhub.send(checkIn),
        wellhub.send(wellhub.booked(newWellhubId(), `BK_${randomUUID()}`)),
        wellhub.send(bookingRequest()),
        wellhub.send(userEvent('cancel'), { path: users('cancel') }),
        wellhub.send(userEvent('change'), { path: users('change') }),
        wellhub.send(wellhub.checkIn(newWellhubId()), { path: `${world.hookPath}/checkin` }),
        wellhub.send({ event_type: 'something-new', event_data: {} }),
      ]);
      expect(performance.now() - begun).toBeLessThan(DEADLINE_MS);
      expect(answers.map(({ status, body }) => [status, body])).toEqual(
        answers.map(() => RECEIVED),
      );
      // Another one of the same, as Wellhub repeats it.
      expect((await wellhub.send(checkIn)).status).toBe(200);
      const after = new Date();
      expect(await stored()).toEqual([]);
      expect(await waiting()).toBe(9);
      await proxy.pass();
      const rows = await storedAtLeast(7);
      expect(rows.map(({ type }) => type).sort()).toEqual([
        'booking-requested',
        'checkin',
        'checkin',
        'checkin-booking-occurred',
        'unknown',
        'user-cancel',
        'user-change',
      ]);
      for (const { at } of rows) {
        expect(at.getTime()).toBeGreaterThanOrEqual(before.getTime() - 250);
        expect(at.getTime()).toBeLessThanOrEqual(after.getTime() + 250);
      }
    },
    30_000,
  );

  it('W-73 a row whose commit was answered too late is recognised when the spool is drained', async () => {
    await direct.query('begin; lock table wellhub_event_keys in access exclusive mode');
    const answer = await wellhub.send(wellhub.checkIn(newWellhubId()));
    expect([answer.status, answer.body]).toEqual(RECEIVED);
    expect(await waiting()).toBe(1);
    await direct.query('commit');
    await eventually(
      () => waiting(),
      (count) => count === 0,
    );
    expect(await storedAtLeast(1)).toHaveLength(1);
  });

  it('W-73 a replica that has never seen the hook verifies with what it read at its start', async () => {
    const other = await startApp({
      ...PROMISED_DEADLINES,
      databaseUrl: proxy.url,
      secretsKeys: app.settings.secretsKeys,
    });
    await proxy.refuse();
    const elsewhere = new WellhubPosts(other, world);
    const answers = await Promise.all([
      elsewhere.send(elsewhere.checkIn(newWellhubId())),
      elsewhere.send(elsewhere.checkIn(newWellhubId()), { path: '/wellhub/webhooks' }),
      elsewhere.send(userEvent('cancel'), { path: '/wellhub/users/cancel' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    await proxy.pass();
    expect(await storedAtLeast(3)).toHaveLength(3);
    await other.close();
  });

  it('W-74 takes nothing that it cannot verify, and answers a signed body that makes no event as always', async () => {
    const unknown = randomBytes(16).toString('base64url');
    await proxy.refuse();
    const refused = await Promise.all([
      wellhub.send(wellhub.checkIn(newWellhubId()), { secret: 'another-secret-of-16' }),
      wellhub.send(wellhub.checkIn(newWellhubId()), { signature: null }),
      wellhub.send(wellhub.checkIn(newWellhubId()), { path: `/wellhub/${unknown}/webhooks` }),
    ]);
    const words = refused.map(({ status, body }) => `${status} ${body.code}`);
    // What was read within the last 4 s is not doubted.
    for (const one of words)
      expect(['401 invalid_signature', '503 storage_unavailable']).toContain(one);
    expect(words[2]).toBe('503 storage_unavailable');
    expect(await waiting()).toBe(0);
    const broken = await wellhub.send('{');
    expect([broken.status, broken.body.code]).toEqual([400, 'invalid_json']);
    const nameless = await wellhub.send({ event_type: 'checkin', event_data: {} });
    expect([nameless.status, nameless.body.code]).toEqual([422, 'invalid_event']);
    await proxy.pass();
    const rows = await storedAtLeast(2);
    expect(rows.map(({ state, reason }) => `${state} ${reason}`).sort()).toEqual([
      'DEAD invalid-event',
      'DEAD invalid-json',
    ]);
  });

  it('W-74 holds a new secret at once, and an old one no longer than it is valid', async () => {
    const other = await givenAPartner(app);
    const posts = new WellhubPosts(app, other);
    const webhookSecret = `new-secret-${randomUUID()}`;
    const change = {
      environment: 'simulator',
      accessToken: 'simulator-token',
      webhookSecret,
      previousSecretSeconds: 0,
    };
    const path = `/admin/v1/partners/${other.partnerId}/wellhub`;
    expect((await app.operator.put(path, change)).status).toBe(200);
    // What was forgotten with the change is read again by itself.
    const hook = other.hookPath.split('/')[2] ?? '';
    const known = async () => app.app.get(WellhubHooks)['known'].last(hook) !== undefined;
    expect(await eventually(known, Boolean)).toBe(true);
    await proxy.refuse();
    const old = await posts.send(posts.checkIn(newWellhubId()));
    const fresh = await posts.send(posts.checkIn(newWellhubId()), { secret: webhookSecret });
    expect(fresh.status).toBe(200);
    expect([401, 503]).toContain(old.status);
  });

  it('W-73 waiting records show in metrics and details', async () => {
    await proxy.refuse();
    await wellhub.send(wellhub.checkIn(newWellhubId()));
    const metrics = (await app.api.get('/metrics')).text;
    expect(metrics).toContain('gatehouse_spool_records{spool="webhooks"} 1');
    expect(metrics).toMatch(/gatehouse_spool_bytes{spool="webhooks"} \d{3}/);
    expect(metrics).toMatch(/gatehouse_spool_oldest_seconds{spool="webhooks"} \d/);
    expect(await spool()).toMatchObject({
      state: 'ready',
      waiting: 1,
      oldestAt: expect.any(String),
      aside: [],
      foreign: [],
    });
  });

  describe('without a spool that can be used', () => {
    let bare: TestApp;
    let posts: WellhubPosts;

    const start = async (overrides: Parameters<typeof startApp>[0]) => {
      bare = await startApp({
        ...PROMISED_DEADLINES,
        databaseUrl: proxy.url,
        secretsKeys: app.settings.secretsKeys,
        ...overrides,
      });
      posts = new WellhubPosts(bare, world);
    };
    afterEach(() => bare.close());

    it('W-37 a database that is back within the request is waited for', async () => {
      await start({ spoolDir: undefined });
      expect(await spool(bare)).toEqual({ state: 'off' });
      await proxy.refuse();
      const sending = posts.send(posts.checkIn(newWellhubId()));
      await new Promise((resolve) => setTimeout(resolve, 200));
      await proxy.pass();
      expect((await sending).status).toBe(200);
      expect(await stored()).toHaveLength(1);
    });

    it('W-37 answers 503 storage_unavailable at its deadline, not before, and takes the repeat afterwards', async () => {
      mkdirSync(app.settings.dataDir, { recursive: true });
      const inTheWay = `${app.settings.dataDir}/file`;
      writeFileSync(inTheWay, '');
      await start({ spoolDir: `${inTheWay}/spool` });
      expect(await spool(bare)).toMatchObject({ state: 'unusable', problem: expect.any(String) });
      await proxy.refuse();
      const begun = performance.now();
      const event = posts.checkIn(newWellhubId());
      const answers = await Promise.all([posts.send(event), posts.send(event), posts.send(event)]);
      const took = performance.now() - begun;
      expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
        answers.map(() => [503, 'storage_unavailable']),
      );
      expect(took).toBeGreaterThan(650);
      expect(took).toBeLessThan(DEADLINE_MS);
      await proxy.pass();
      const taken = async () => (await posts.send(event)).status === 200;
      expect(await eventually(taken, Boolean)).toBe(true);
    });

    it('W-75 one that is full refuses, and takes again once it is drained', async () => {
      await start({ spoolMaxBytes: 1_024 });
      await proxy.refuse();
      const send = () => posts.send(posts.checkIn(newWellhubId()));
      const statuses = [await send(), await send(), await send(), await send()].map(
        ({ status }) => status,
      );
      expect(new Set(statuses)).toEqual(new Set([200, 503]));
      expect(await spool(bare)).toMatchObject({ state: 'full' });
      await proxy.pass();
      const taken = statuses.filter((status) => status === 200).length;
      expect(await storedAtLeast(taken)).toHaveLength(taken);
      await proxy.refuse();
      // The room of what was stored is given back a moment later.
      await until(async () => (await send()).status === 200);
      await proxy.pass();
      expect(await storedAtLeast(taken + 1)).toHaveLength(taken + 1);
    });

    it('W-75 what waited for days becomes a row of the day on which it came', async () => {
      const path = `${app.settings.dataDir}/old`;
      const receivedAt = Date.now() - 10 * 86_400_000;
      const [master = randomBytes(32)] = app.settings.secretsKeys;
      const left = new Spool({
        path,
        maxBytes: 1e6,
        box: new SecretBox([master], 'wellhub-spool'),
      });
      await left.tend();
      await left.append(
        encodeWebhook({
          origin: { partnerId: world.partnerId, environment: 'test' },
          kind: 'event',
          rawBody: Buffer.from(JSON.stringify(wellhub.checkIn(newWellhubId()))),
          receivedAt,
        }),
      );
      await left.close();
      await start({ spoolDir: path });
      const [row] = await storedAtLeast(1);
      expect(Math.abs((row?.at.getTime() ?? 0) - receivedAt)).toBeLessThan(5_000);
      expect(await spool(bare)).toMatchObject({ waiting: 0, aside: [] });
    });

    it('W-75 files that no key opens or that hold what is no webhook are kept, and named in an alert', async () => {
      const path = `${app.settings.dataDir}/shared`;
      const leave = async (key: Buffer, record: string) => {
        const left = new Spool({ path, maxBytes: 1e6, box: new SecretBox([key], 'wellhub-spool') });
        await left.tend();
        await left.append(Buffer.from(record));
        await left.close();
      };
      await leave(randomBytes(32), 'of another installation');
      await leave(app.settings.secretsKeys[0] ?? randomBytes(32), '\0\0\0\x02{}no webhook');
      await leave(app.settings.secretsKeys[0] ?? randomBytes(32), 'of a layout that nobody knows');
      await leave(app.settings.secretsKeys[0] ?? randomBytes(32), '');
      await start({ spoolDir: path });
      const kept = await eventually(
        () => spool(bare),
        ({ aside }) => aside.length > 2,
      );
      expect(kept).toMatchObject({
        waiting: 0,
        aside: Array.from({ length: 3 }, () => expect.stringMatching(/\.spool\.aside$/)),
        foreign: [
          {
            name: expect.stringMatching(/\.spool$/),
            keyId: expect.stringMatching(/^[0-9a-f]{8}$/),
          },
        ],
      });
      const alerts = async () => {
        const { body } = await app.operator.get('/admin/v1/installation/alerts?open=true');
        return body.items.filter(
          ({ code }: { code: string }) => code === 'wellhub.spool-kept-aside',
        );
      };
      expect(await eventually(alerts, (found) => found.length === 4)).toHaveLength(4);
    });
  });
});
