import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { eventually } from '../support/eventually.js';
import { signBody } from '../../src/wellhub/index.js';
import type { Answer } from '../support/api.js';
import { givenWellhub, type Wellhub } from '../support/registration.js';
import { testSettings } from '../support/settings.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner, type World } from '../support/world.js';

/** Of 20: 14 that are not urgent, and 4 that are. */
const MOST = 20;
const OTHERS = 14;
const URGENT = 4;

describe('too much to do', () => {
  let app: TestApp;
  let world: World;
  let wellhub: Wellhub;
  let blocker: pg.Client;

  beforeAll(async () => {
    // Connections for all that wait: it is the limit that is looked at, not the pool.
    const database = { ...testSettings('').database, poolSize: 30 };
    app = await startApp({ maxRequestsInFlight: MOST, database });
    world = await givenAPartner(app);
    wellhub = await givenWellhub(app, world);
    blocker = new pg.Client({ connectionString: app.settings.databaseUrl });
    await blocker.connect();
  });
  afterAll(async () => {
    await blocker.end();
    await app.close();
  });

  const lock = async (table: string) => {
    await blocker.query('begin');
    await blocker.query(`lock table ${table} in access exclusive mode`);
  };
  const unlock = () => blocker.query('rollback');
  const metric = async (name: string): Promise<number> => {
    const { text } = await app.api.get('/metrics');
    const line = text.split('\n').find((it) => it.startsWith(`gatehouse_requests_${name} `));
    return Number(line?.split(' ').at(-1) ?? 0);
  };
  const underWay = (urgency: string, count: number) =>
    eventually(
      () => metric(`in_flight{urgency="${urgency}"}`),
      (now) => now === count,
    );
  const webhook = (n: number) => {
    const event = JSON.stringify({
      event_type: 'nobody-knows',
      event_id: `e-${n}`,
      event_data: { gym: { id: Number(world.wellhubGymId) } },
    });
    const signature = { 'X-Gympass-Signature': signBody(world.webhookSecret, event) };
    return app.api.post(world.hookPath, event, signature);
  };
  const list = () => world.admin.get(`/admin/v1/partners/${world.partnerId}/usage-events`);
  const scan = () => app.api.post('/open-api/device/cardreader/identification', {});
  const brief = ({ status, headers, body }: Answer) => ({
    status,
    retryAfter: headers.get('retry-after'),
    code: body.code ?? body.errorCode ?? body.errors?.[0]?.code ?? headers.get('content-type'),
  });

  it('refuses what is not urgent first, in the form of its surface, and doors and webhooks not yet', async () => {
    await lock('usage_events');
    const waiting = Array.from({ length: OTHERS }, list);
    expect(await underWay('other', OTHERS)).toBe(OTHERS);
    const refused = await Promise.all([
      list(),
      app.api.get('/Api/Users/ClubVisits?userId=1'),
      app.api.get(`/${world.slug}/login`),
      app.api.get('/v1/devices'),
    ]);
    expect(refused.map(brief)).toEqual([
      { status: 503, retryAfter: '1', code: 'request.unavailable' },
      { status: 503, retryAfter: '1', code: 'ServiceUnavailable' },
      { status: 503, retryAfter: '1', code: 'text/html; charset=utf-8' },
      { status: 503, retryAfter: '1', code: 'SERVICE_UNAVAILABLE' },
    ]);
    const served = await Promise.all([scan(), webhook(1), wellhub.register()]);
    expect(served.map(({ status }) => status)).toEqual([401, 200, 200]);
    expect((await app.api.get('/health/live')).status).toBe(200);
    expect(await metric('shed_total{surface="admin"}')).toBe(1);
    await unlock();
    await Promise.all(waiting);
    expect((await list()).status).toBe(200);
    expect(await underWay('other', 0)).toBe(0);
  });

  it('W-37 refuses signed webhooks last, so that Wellhub sends them again', async () => {
    await lock('wellhub_events');
    const waiting = Array.from({ length: URGENT }, (_, n) => webhook(10 + n));
    expect(await underWay('door', URGENT)).toBe(URGENT);
    const refused = await Promise.all([webhook(20), scan(), wellhub.register(), list()]);
    expect(refused.map(brief)).toEqual([
      { status: 503, retryAfter: '1', code: 'storage_unavailable' },
      { status: 503, retryAfter: '1', code: 'SERVICE_UNAVAILABLE' },
      { status: 500, retryAfter: '1', code: 'internal_error' },
      { status: 503, retryAfter: '1', code: 'request.unavailable' },
    ]);
    await unlock();
    await Promise.all(waiting);
    expect((await webhook(20)).status).toBe(200);
  });

  it('does no further work for a client that has disconnected', async () => {
    const customers = `/admin/v1/partners/${world.partnerId}/customers`;
    const { key } = await world.keyed(['CUSTOMER_WRITE']);
    await lock('idempotency_keys');
    const body = '{"firstName":"Gone"}';
    const { hostname, port } = new URL(app.api.origin);
    const socket = connect(Number(port), hostname);
    socket.write(
      `POST ${customers} HTTP/1.1\r\nHost: a\r\nX-Api-Key: ${key}\r\nIdempotency-Key: gone\r\n` +
        `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
    expect(await underWay('other', 1)).toBe(1);
    socket.destroy();
    expect(await underWay('other', 0)).toBe(0);
    await unlock();
    expect((await world.admin.post(customers, { firstName: 'Here' })).status).toBe(201);
    const { items } = (await world.admin.get(customers)).body;
    expect(items.map((one: { firstName: string }) => one.firstName)).toEqual(['Here']);
  });
});
