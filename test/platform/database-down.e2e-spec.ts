import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../support/eventually.js';
import { makeApiKey } from '../../src/partner-auth/index.js';
import { Client } from 'pg';
import { createDatabase } from '../support/databases.js';
import { DatabaseProxy } from '../support/proxy.js';
import { PROMISED_DEADLINES } from '../support/settings.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner, type World } from '../support/world.js';

/** The deadline of the surfaces below, with room for a busy machine. */
const DEADLINE_MS = 2_500 + 1_000;

const NEW = { name: 'Fit', slug: 'fit', timeZone: 'UTC' };

describe('a database that is down', () => {
  let databaseUrl: string;
  let proxy: DatabaseProxy;
  let app: TestApp;
  let world: World;
  let registrationKey: string;

  beforeAll(async () => {
    databaseUrl = await createDatabase();
    proxy = await DatabaseProxy.before(databaseUrl);
    app = await startApp({ ...PROMISED_DEADLINES, databaseUrl: proxy.url });
    world = await givenAPartner(app);
    registrationKey = (await world.keyed(['WELLHUB_REGISTRATION'])).key;
  });
  afterEach(async () => {
    await proxy.pass();
    await healed();
  });
  afterAll(async () => {
    await app.close();
    await proxy.close();
  });

  /** The breaker lets one try through every half second. */
  async function healed(): Promise<void> {
    await until(async () => (await app.api.get('/health/database')).status === 200);
  }

  /** One request of each kind at once: what each was answered, and how long the slowest took. */
  async function askEverything() {
    const begun = performance.now();
    const unknown = { 'X-Api-Key': makeApiKey('test').key };
    const requests = {
      live: app.api.get('/health/live'),
      ready: app.api.get('/health/ready'),
      database: app.api.get('/health/database'),
      'admin, by TypeORM': app.operator.get('/admin/v1/partners'),
      'admin, writing': app.operator.post('/admin/v1/partners', NEW),
      'admin, by a named statement': app.api.get('/admin/v1/partners', unknown),
      wellhub: app.api.get('/wellhub/token', unknown),
    };
    const answers = await Promise.all(
      Object.entries(requests).map(async ([name, request]) => {
        const { status, body } = await request;
        return [name, `${status} ${body.code ?? ''}`.trim()];
      }),
    );
    return { answers: Object.fromEntries(answers), tookMs: performance.now() - begun };
  }

  const ways: [string, () => void | Promise<void>][] = [
    ['refuses connections', () => proxy.refuse()],
    ['hangs', () => proxy.hang()],
  ];

  it.each(ways)(
    'W-19 and %s is reported by each surface in its own format, in time',
    async (_, spoil) => {
      await spoil();
      const { answers, tookMs } = await askEverything();
      expect(answers).toEqual({
        live: '200',
        // Webhooks and registrations are served without it.
        ready: '200',
        database: '503 request.unavailable',
        'admin, by TypeORM': '503 request.unavailable',
        'admin, writing': '503 request.unavailable',
        'admin, by a named statement': '503 request.unavailable',
        // The one status after which Wellhub tries again.
        wellhub: '500 internal_error',
      });
      expect(tookMs).toBeLessThan(DEADLINE_MS);
    },
  );

  it('W-72 leaves the replica ready, and shows in /health/database, /health/details and the metrics', async () => {
    await proxy.refuse();
    expect((await app.api.get('/health/ready')).status).toBe(200);
    const { status, body } = await app.api.get('/health/database');
    expect([status, body.detail]).toEqual([503, expect.stringContaining('away since')]);
    const details = await app.api.get('/health/details');
    expect(details.status).toBe(200);
    expect(details.body).toMatchObject({
      draining: false,
      database: { status: 'away', schema: 'current' },
    });
    expect((await app.api.get('/metrics')).text).toContain('gatehouse_database_available 0');
  });

  it('W-72 that a newer version has migrated is served on, and its migrations are named', async () => {
    const newer = new Client({ connectionString: databaseUrl });
    await newer.connect();
    await newer.query(`insert into schema_migrations (name) values ('9999-future')`);
    expect((await app.api.get('/health/database')).body).toMatchObject({ schema: 'newer' });
    expect((await app.api.get('/health/ready')).status).toBe(200);
    await newer.query(`delete from schema_migrations where name = '9999-future'`);
    await newer.end();
  });

  it('answers with Retry-After', async () => {
    await proxy.refuse();
    const { headers } = await app.operator.get('/admin/v1/partners');
    expect(headers.get('retry-after')).toBe('1');
  });

  it('does not keep a key that was just verified from its token', async () => {
    const key = { 'X-Api-Key': registrationKey };
    expect((await app.api.get('/wellhub/token', key)).status).toBe(200);
    await proxy.refuse();
    expect((await app.api.get('/wellhub/token', key)).status).toBe(200);
  });

  it('gets no query while the breaker is open, so no request waits for it', async () => {
    proxy.hang();
    const ask = () => app.api.get('/health/database');
    await Promise.all(Array.from({ length: 6 }, ask));
    const begun = performance.now();
    const answers = await Promise.all(Array.from({ length: 50 }, ask));
    expect(answers.filter(({ status }) => status !== 503)).toEqual([]);
    expect(performance.now() - begun).toBeLessThan(DEADLINE_MS);
  });

  it('and cuts its connections is queried over new ones', async () => {
    for (let round = 0; round < 5; round += 1) {
      proxy.cut();
      await healed();
      expect((await app.operator.get('/admin/v1/partners')).status).toBe(200);
    }
  });
});
