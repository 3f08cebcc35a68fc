import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { until } from '../support/eventually.js';
import { Alerts } from '../../src/platform/alerts/alerts.js';
import { CheckInStage, newWellhubId } from '../support/check-in-stage.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner, type World } from '../support/world.js';

describe('Idempotency-Key', () => {
  let app: TestApp;
  let world: World;
  let customers: string;
  let keys: string;
  let key: string;

  beforeAll(async () => {
    app = await startApp();
    world = await givenAPartner(app);
    customers = `/admin/v1/partners/${world.partnerId}/customers`;
    keys = `/admin/v1/partners/${world.partnerId}/api-keys`;
  });
  afterAll(() => app.close());
  beforeEach(() => {
    key = randomUUID();
  });

  const keyed = (value = key) => ({ 'Idempotency-Key': value });
  const create = (body: object, value = key, api = world.admin) =>
    api.post(customers, body, keyed(value));
  const rows = (value = key) =>
    app.sql<{ status: number | null; answer: Buffer | null }>(
      'select status, answer from idempotency_keys where key = $1',
      [value],
    );
  const called = async (firstName: string) => {
    const { body } = await world.admin.get(`${customers}?limit=200`);
    return body.items.filter((item: { firstName: string }) => item.firstName === firstName);
  };

  it('repeats the first answer, with its status and Location, and creates once', async () => {
    const first = await create({ firstName: 'Ana', email: 'ana@example.com' });
    const again = await create({ firstName: 'Ana', email: 'ana@example.com' });
    expect(first.status).toBe(201);
    expect(first.headers.get('idempotency-replayed')).toBeNull();
    expect(again.status).toBe(201);
    expect(again.text).toBe(first.text);
    expect(again.headers.get('location')).toBe(first.headers.get('location'));
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(again.headers.get('content-type')).toBe(first.headers.get('content-type'));
    expect(await called('Ana')).toHaveLength(1);
  });

  it('repeats the answer to a change with a tag, which would meet its own, and writes it down once', async () => {
    const { id } = (await create({ firstName: 'Rosa' })).body;
    const path = `/admin/v1/customers/${id}`;
    const log = async () => {
      const [row] = await app.sql<{ count: string }>('select count(*) from audit_log', []);
      return Number(row?.count);
    };
    const before = await log();
    const seen = { 'If-Match': (await world.admin.get(path)).headers.get('etag') ?? '' };
    for (const [method, body, at, tag] of [
      ['PATCH', { lastName: 'Lima' }, path, seen],
      ['PUT', { reason: 'Medical' }, `${path}/restriction`, { 'If-None-Match': '*' }],
    ] as const) {
      const headers = { ...keyed(randomUUID()), ...tag };
      const send = (sent: object) => world.admin.call(method, at, sent, headers);
      const [first, again] = [await send(body), await send(body)];
      expect([first.status, again.status, again.text]).toEqual([200, 200, first.text]);
      expect(again.headers.get('idempotency-replayed')).toBe('true');
      expect((await send({ ...body, sex: 'MALE' })).status).toBeGreaterThanOrEqual(400);
    }
    expect((await log()) - before).toBe(2);
  });

  it('lets one of twenty parallel requests through; the others wait or get its answer', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => create({ firstName: 'Bruna' })),
    );
    const made = answers.filter(({ status }) => status === 201);
    expect(new Set(made.map(({ body }) => body.id)).size).toBe(1);
    expect(
      made
        .filter(({ headers }) => !headers.has('idempotency-replayed'))
        .map(({ status }) => status),
    ).toEqual([201]);
    for (const { status, body, headers } of answers.filter(({ status }) => status !== 201)) {
      expect([status, body.code]).toEqual([409, 'idempotency.still-running']);
      expect(headers.get('retry-after')).toBe('1');
    }
    expect(await called('Bruna')).toHaveLength(1);
  });

  it('refuses the key of another body, path or query with 422', async () => {
    await create({ firstName: 'Caio' });
    const others = await Promise.all([
      create({ firstName: 'Clara' }),
      world.admin.post(keys, { firstName: 'Caio' }, keyed()),
      world.admin.post(`${customers}?x=1`, { firstName: 'Caio' }, keyed()),
    ]);
    expect(others.map(({ status, body }) => `${status} ${body.code}`)).toEqual(
      Array(3).fill('422 idempotency.key-reused'),
    );
    expect(await called('Clara')).toEqual([]);
  });

  it('leaves fields out that are shown once', async () => {
    const body = { name: 'till', scopes: ['DEVICE_WRITE'] };
    const first = await world.admin.post(keys, body, keyed());
    const again = await world.admin.post(keys, body, keyed());
    const { key: clear, ...shown } = first.body;
    expect(clear).toMatch(/^ghk_/);
    expect(again.status).toBe(201);
    expect(again.body).toEqual(shown);
  });

  it.each([
    ['a rotated key', () => rotated(), ['key']],
    ['a device token', () => deviceToken(), ['token']],
    ['a subscription', () => subscription(), ['key', 'secret']],
    ['a rotated secret', () => rotatedSecret(), ['secret']],
  ])('leaves the secret of %s out', async (_, given, secrets) => {
    const [path, body] = await given();
    const first = await world.admin.post(path, body, keyed());
    const again = await world.admin.post(path, body, keyed());
    expect(first.status).toBeLessThan(300);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    const kept = Object.entries(first.body).filter(([name]) => !secrets.includes(name));
    expect(Object.keys(first.body)).toEqual(expect.arrayContaining(secrets));
    expect(again.body).toEqual(Object.fromEntries(kept));
  });

  const rotated = async (): Promise<[string, object]> => {
    const { body } = await world.admin.post(keys, { name: 'old', scopes: ['CUSTOMER_READ'] });
    return [`/admin/v1/api-keys/${body.id}/rotate`, { graceSeconds: 60 }];
  };
  const deviceToken = async (): Promise<[string, undefined]> => {
    const devices = `/admin/v1/gyms/${world.gymId}/devices`;
    const { body } = await world.admin.post(devices, { name: 'door', direction: 'IN' });
    return [`/admin/v1/devices/${body.id}/token`, undefined];
  };
  const subscription = async (): Promise<[string, object]> => [
    `/admin/v1/partners/${world.partnerId}/webhook-subscriptions`,
    { url: 'https://hooks.example.com/gatehouse' },
  ];
  const rotatedSecret = async (): Promise<[string, object]> => {
    const { body } = await world.admin.post(...(await subscription()));
    return [`/admin/v1/webhook-subscriptions/${body.id}/rotate-secret`, {}];
  };

  it('issues a new token for every call to /admin/v1/token and stores none', async () => {
    const first = await world.admin.post('/admin/v1/token', undefined, keyed());
    const again = await world.admin.post('/admin/v1/token', undefined, keyed());
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.body.access_token).toEqual(expect.any(String));
    expect(await rows()).toEqual([]);
  });

  it('frees the key when the request fails', async () => {
    expect((await create({ firstNam: 'Davi' })).status).toBe(400);
    expect(await rows()).toEqual([]);
    await create({ firstName: 'Davi', gympassId: '1000000000001' }, randomUUID());
    expect((await create({ firstName: 'Davi', gympassId: '1000000000001' })).status).toBe(409);
    expect((await create({ firstName: 'Davi' })).status).toBe(201);
  });

  it.each([
    ['an empty key', ''],
    ['256 characters', 'k'.repeat(256)],
  ])('refuses %s with 400', async (_, value) => {
    const { status, body } = await create({ firstName: 'Eva' }, value);
    expect([status, body.code]).toEqual([400, 'idempotency.key-invalid']);
  });

  it('takes 255 characters, and whatever a header may hold', async () => {
    const long = `${randomUUID()}${'é'.repeat(219)}`;
    const statuses = [];
    for (let n = 0; n < 2; n += 1) statuses.push((await create({ firstName: 'Eli' }, long)).status);
    expect(statuses).toEqual([201, 201]);
    expect(await called('Eli')).toHaveLength(1);
  });

  it('belongs to the credential: its token and its rotation know it, other keys do not', async () => {
    const made = await world.admin.post(keys, { name: 'till', scopes: ['CUSTOMER_WRITE'] });
    const till = app.api.withKey(made.body.key);
    const first = await create({ firstName: 'Fabio' }, key, till);
    const other = await world.keyed(['CUSTOMER_WRITE']);
    expect((await create({ firstName: 'Fabio' }, key, other)).body.id).not.toBe(first.body.id);
    const token = (await till.post('/admin/v1/token')).body.access_token;
    const bearer = app.api.with({ Authorization: `Bearer ${token}` });
    expect((await create({ firstName: 'Fabio' }, key, bearer)).text).toBe(first.text);
    const rotated = await world.admin.post(`/admin/v1/api-keys/${made.body.id}/rotate`, {});
    const next = app.api.withKey(rotated.body.key);
    expect((await create({ firstName: 'Fabio' }, key, next)).text).toBe(first.text);
  });

  it('distinguishes the partners of an operator', async () => {
    const other = await givenAPartner(app);
    const alerts = app.app.get(Alerts);
    await alerts.raise({ partnerId: world.partnerId, code: 'wellhub.odd-time', object: 'gym/1' });
    const { body } = await world.admin.get(`/admin/v1/partners/${world.partnerId}/alerts`);
    const close = (partnerId: string) =>
      app.operator.post(`/admin/v1/alerts/${body.items[0].id}/close`, undefined, {
        'X-Partner-Id': partnerId,
        ...keyed(),
      });
    expect((await close(world.partnerId)).status).toBe(200);
    expect((await close(world.partnerId)).headers.get('idempotency-replayed')).toBe('true');
    expect((await close(other.partnerId)).status).toBe(422);
  });

  it('serves requests that belong to no partner', async () => {
    const partner = { name: 'Fit', slug: `fit-${key}` };
    const answers = [];
    for (let n = 0; n < 2; n += 1)
      answers.push(await app.operator.post('/admin/v1/partners', partner, keyed()));
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(answers[1]?.text).toBe(answers[0]?.text);
  });

  it('is replayed only to authorized callers: a refused caller gets no replay', async () => {
    await create({ firstName: 'Gabi' });
    const reader = await world.keyed(['CUSTOMER_READ']);
    expect((await create({ firstName: 'Gabi' }, key, reader)).status).toBe(403);
    expect((await create({ firstName: 'Gabi' }, key, app.api)).status).toBe(401);
  });

  it('is encrypted at rest: the stored answer names no person', async () => {
    await create({ firstName: 'Heloisa' });
    const [row] = await rows();
    expect(row?.status).toBe(201);
    expect(row?.answer?.toString('latin1')).not.toContain('Heloisa');
  });

  it('answers 409 while the first is running, for a minute at most if its process crashed', async () => {
    await create({ firstName: 'Iris' });
    const age = (interval: string) =>
      app.sql(
        `update idempotency_keys set status = null, answer = null,
          created_at = clock_timestamp() - $2::interval where key = $1`,
        [key, interval],
      );
    await age('50 seconds');
    expect((await create({ firstName: 'Iris' })).status).toBe(409);
    await age('61 seconds');
    const taken = await create({ firstName: 'Iris' });
    expect([taken.status, taken.headers.get('idempotency-replayed')]).toEqual([201, null]);
  });

  it('is forgotten after 24 hours, also by the sweep', async () => {
    const first = await create({ firstName: 'Joao' });
    const age = (interval: string) =>
      app.sql(
        'update idempotency_keys set created_at = clock_timestamp() - $2::interval where key = $1',
        [key, interval],
      );
    await age('23 hours 59 minutes');
    expect((await create({ firstName: 'Joao' })).body.id).toBe(first.body.id);
    await age('24 hours 1 second');
    expect((await create({ firstName: 'Joana' })).status).toBe(201);
    await age('25 hours');
    const second = await startApp({
      databaseUrl: app.settings.databaseUrl,
      secretsKeys: app.settings.secretsKeys,
    });
    await eventuallyGone();
    await second.close();
  });

  async function eventuallyGone(): Promise<void> {
    await until(async () => (await rows()).length === 0);
  }

  it('means nothing on other verbs and surfaces', async () => {
    const { body } = await create({ firstName: 'Kaua' });
    const name = randomUUID();
    for (const firstName of ['Kaua', 'Karl'])
      expect(
        (await world.admin.patch(`/admin/v1/customers/${body.id}`, { firstName }, keyed(name)))
          .status,
      ).toBe(200);
    expect((await app.api.get('/health/live', keyed(''))).status).toBe(200);
    expect(await rows(name)).toEqual([]);
  });
});

describe('Idempotency-Key at the front desk', () => {
  it('validates a typed check-in once and answers a repeat without calling Wellhub again', async () => {
    const stage = await CheckInStage.open();
    const world = await stage.partner({ gym: { validationMode: 'ATTENDANCE', timeZone: 'UTC' } });
    const wellhubId = newWellhubId();
    await stage.simulator.checkIn({ wellhubId });
    await world.until(wellhubId, () => true);
    const press = () =>
      world.world.admin.post(
        `/admin/v1/gyms/${world.world.gymId}/check-ins/validate`,
        { gympassId: wellhubId },
        { 'Idempotency-Key': wellhubId },
      );
    const first = await press();
    const again = await press();
    expect([first.status, first.body.state, first.body.reentry]).toEqual([200, 'VALIDATED', false]);
    expect(again.text).toBe(first.text);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(world.calls(wellhubId)).toBe(1);
    await stage.close();
  });
});
