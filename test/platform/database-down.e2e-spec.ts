import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { makeApiKey } from '../../src/partner-auth/index.js';
import { createDatabase } from '../support/databases.js';
import { DatabaseProxy } from '../support/proxy.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner, type World } from '../support/world.js';

/** The deadline of the surfaces below, with room for a busy machine. */
const DEADLINE_MS = 2_500 + 1_000;

const NEW = { name: 'Fit', slug: 'fit', timeZone: 'UTC' };

describe('a database that is down', () => {
  let proxy: DatabaseProxy;
  let app: TestApp;
  let world: World;
  let registrationKey: string;

  beforeAll(async () => {
    proxy = await DatabaseProxy.before(await createDatabase());
    app = await startApp({ databaseUrl: proxy.url });
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
    for (let tries = 0; tries < 100; tries += 1) {
      if ((await app.api.get('/health/ready')).status === 200) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('it did not recover within 5 s');
  }

  /** One request of each kind at once: what each was answered, and how long the slowest took. */
  async function askEverything() {
    const begun = performance.now();
    const unknown = { 'X-Api-Key': makeApiKey('test').key };
    const requests = {
      live: app.api.get('/health/live'),
      ready: app.api.get('/health/ready'),
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
    'W-19 and %s is told by each surface in its own words, in time',
    async (_, spoil) => {
      await spoil();
      const { answers, tookMs } = await askEverything();
      expect(answers).toEqual({
        live: '200',
        ready: '503 request.unavailable',
        'admin, by TypeORM': '503 request.unavailable',
        'admin, writing': '503 request.unavailable',
        'admin, by a named statement': '503 request.unavailable',
        // The one status after which Wellhub tries again.
        wellhub: '500 internal_error',
      });
      expect(tookMs).toBeLessThan(DEADLINE_MS);
    },
  );

  it('says when to come again', async () => {
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

  it('is asked by nobody while the breaker is open, so nobody waits for it', async () => {
    proxy.hang();
    const ask = () => app.api.get('/health/ready');
    await Promise.all(Array.from({ length: 6 }, ask));
    const begun = performance.now();
    const answers = await Promise.all(Array.from({ length: 50 }, ask));
    expect(answers.filter(({ status }) => status !== 503)).toEqual([]);
    expect(performance.now() - begun).toBeLessThan(DEADLINE_MS);
  });

  it('and cuts its connections is asked over new ones', async () => {
    for (let round = 0; round < 5; round += 1) {
      proxy.cut();
      await healed();
      expect((await app.operator.get('/admin/v1/partners')).status).toBe(200);
    }
  });
});
