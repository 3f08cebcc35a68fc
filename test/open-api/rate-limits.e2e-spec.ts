import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Answer, Api } from '../support/api.js';
import { createDatabase } from '../support/databases.js';
import { givenADoor, type GateWorld } from '../support/gate-world.js';
import { startApp, type TestApp } from '../support/test-app.js';

const LIMIT = 120;
const DOOR_LIMIT = 200;
const ANONYMOUS_LIMIT = 30;
const INFORMATION = '/v1/studios/information';

describe('the limit of requests per key and endpoint', () => {
  let apps: TestApp[];
  let app: TestApp;
  let world: GateWorld;

  beforeAll(async () => {
    const settings = {
      databaseUrl: await createDatabase(),
      rateLimitPerMinute: LIMIT,
      rateLimitDoorPerMinute: DOOR_LIMIT,
      anonymousLimitPerMinute: ANONYMOUS_LIMIT,
      secretsKeys: [Buffer.alloc(32, 'one key for both replicas')],
    };
    apps = [await startApp(settings), await startApp(settings)];
    app = apps[0]!;
    world = await givenADoor(app);
  });
  afterAll(() => Promise.all(apps.map((one) => one.close())));

  /** No test begins shortly before the counters do. */
  beforeEach(async () => {
    const left = async () =>
      (
        await app.sql<{ left: number }>(
          'select 60 - extract(second from clock_timestamp())::float8 as left',
        )
      )[0]?.left ?? 0;
    while ((await left()) < 12) await new Promise((resolve) => setTimeout(resolve, 250));
  });

  /** So many calls, a few at a time. */
  async function calls(count: number, call: (n: number) => Promise<Answer>): Promise<Answer[]> {
    const answers: Answer[] = [];
    for (let n = 0; n < count; n += 20) {
      const some = Array.from({ length: Math.min(20, count - n) }, (_, at) => call(n + at));
      answers.push(...(await Promise.all(some)));
    }
    return answers;
  }
  const allowed = (answers: readonly Answer[]) => answers.filter(({ status }) => status !== 429);

  it('O-7 answers 429 with Retry-After above the limit, and other endpoints of the key as before', async () => {
    const api = await world.keyed(['STUDIO_READ', 'DEVICE_READ']);
    const answers = await calls(LIMIT + 1, () => api.get(INFORMATION));
    expect(allowed(answers)).toHaveLength(LIMIT);
    const refused = await api.get(INFORMATION);
    expect([refused.status, refused.body.errorCode]).toEqual([429, 'RATE_LIMIT_EXCEEDED']);
    const seconds = Number(refused.headers.get('retry-after'));
    expect(seconds).toBeGreaterThanOrEqual(1);
    expect(seconds).toBeLessThanOrEqual(60);
    expect((await api.get('/v1/devices')).status).toBe(200);
    expect((await api.call('HEAD', INFORMATION)).status).toBe(200);
    expect((await (await world.keyed(['STUDIO_READ'])).get(INFORMATION)).status).toBe(200);
  });

  it('O-7 counts unknown customers and bad ids too, and a token of the key as the key', async () => {
    const api = await world.keyed(['CHECKIN_READ']);
    const path = (id: unknown) => `/v1/customers/${id}/activities/checkins`;
    await calls(LIMIT, (n) => api.get(path(n % 2 === 0 ? 'abc' : 999_999_999)));
    for (const id of ['abc', 999_999_999, world.customerId])
      expect((await api.get(path(id))).status).toBe(429);
    const token = (await app.api.post('/admin/v1/token', undefined, { 'X-Api-Key': api.key })).body;
    const bearer = { Authorization: `Bearer ${token.access_token}` };
    expect((await app.api.get(path(world.customerId), bearer)).status).toBe(429);
  });

  it('O-7 does not count what it refuses before: no credential, no scope', async () => {
    const api = await world.keyed(['DEVICE_READ']);
    await calls(LIMIT + 1, () => api.get(INFORMATION));
    expect((await api.get(INFORMATION)).status).toBe(403);
    expect((await app.api.get(INFORMATION)).status).toBe(401);
  });

  it('O-7 has the wider limit for access codes', async () => {
    const api = await world.keyed(['CUSTOMER_READ']);
    const ids = await Promise.all(Array.from({ length: 12 }, () => world.customer()));
    const answers = await calls(DOOR_LIMIT + 5, (n) =>
      api.get(`/v1/customers/${ids[n % ids.length]}/access-code`),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(DOOR_LIMIT);
    expect(answers.at(-1)?.body.errorCode).toBe('RATE_LIMIT_EXCEEDED');
  });

  it('O-7 limits a device too, and never answers an invented token with 429', async () => {
    const token = await world.device();
    const scan = (by: string) => world.scan('unknown', { token: by, nonce: null, execute: false });
    const answers = await calls(DOOR_LIMIT + 1, () => scan(token));
    expect(allowed(answers).length).toBeLessThanOrEqual(DOOR_LIMIT + 20);
    expect([(await scan(token)).status, (await scan(world.deviceToken)).status]).toEqual([
      429, 404,
    ]);
    const faulty = await world.device();
    const wrong = () => world.scan('', { token: faulty });
    const refused = await calls(DOOR_LIMIT + 1, wrong);
    expect(refused[0]?.status).toBe(400);
    expect((await wrong()).status).toBe(429);
    const strangers = await calls(DOOR_LIMIT + 1, () => scan('x'.repeat(36)));
    expect(new Set(strangers.map(({ status }) => status))).toEqual(new Set([401]));
  });

  it('limits the administration as a problem, and what Wellhub calls not at all', async () => {
    const api = await world.keyed(['STUDIO_READ', 'WELLHUB_REGISTRATION']);
    const gym = `/admin/v1/gyms/${world.gymId}`;
    await calls(LIMIT, () => api.get(gym));
    const refused = await api.get(gym);
    expect([refused.status, refused.body.code]).toEqual([429, 'request.rate-limited']);
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    const tokens = await calls(LIMIT + 5, () => api.get('/wellhub/token'));
    expect(tokens.filter(({ status }) => status !== 200)).toEqual([]);
  });

  describe('without a credential', () => {
    let networks = 0;
    /** A client with a network of its own. */
    const stranger = () => app.api.with({ 'X-Forwarded-For': `198.18.${(networks += 1)}.7` });
    const exhausted = async () => {
      const from = stranger();
      const answers = await calls(ANONYMOUS_LIMIT, () => from.get('/nobody/login'));
      expect(allowed(answers)).toHaveLength(ANONYMOUS_LIMIT);
      return from;
    };

    it('answers a page with 429 above the limit of its network, whatever is requested, and other networks as before', async () => {
      const from = await exhausted();
      for (const path of ['/nobody/login', '/assets/gatehouse.css', '/no/such/page', '/docs']) {
        const refused = await from.get(path);
        expect([path, refused.status]).toEqual([path, 429]);
        expect(refused.headers.get('content-type')).toContain('text/html');
        expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      }
      const posted = await from.post('/nobody/login', 'x', {
        'Content-Type': 'application/x-www-form-urlencoded',
      });
      expect(posted.status).toBe(429);
      expect((await stranger().get('/assets/gatehouse.css')).status).toBe(200);
    });

    it('answers a log-in of the Users API with 503 and Retry-After, and one of the console with a problem', async () => {
      const from = await exhausted();
      const refused = await from.post('/Api/oauth/authorize', 'grant_type=password', {
        'Content-Type': 'application/x-www-form-urlencoded',
      });
      expect([refused.status, refused.body.errors[0].code]).toEqual([503, 'ServiceUnavailable']);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      const session = await from.post('/console/session', {});
      expect([session.status, session.body.code]).toEqual([429, 'request.rate-limited']);
    });

    it('counts requests with a session separately, and none with a credential or of probes', async () => {
      const from = await exhausted();
      const member = from.with({ Cookie: `gatehouse=${'x'.repeat(43)}` });
      expect((await member.get('/assets/gatehouse.css')).status).toBe(200);
      expect((await from.get('/health/ready')).status).toBe(200);
      const { key } = await world.keyed(['STUDIO_READ']);
      expect((await from.withKey(key).get(INFORMATION)).status).toBe(200);
      expect((await from.get('/wellhub/token')).status).toBe(403);
    });
  });

  it('O-7 lets at most 10 % more pass on two replicas', async () => {
    const { key } = await world.keyed(['STUDIO_READ']);
    const replicas: Api[] = apps.map(({ api }) => api.withKey(key));
    const answers = await calls(LIMIT * 2, (n) => replicas[n % 2]!.get(INFORMATION));
    const passed = allowed(answers);
    expect(passed.filter(({ status }) => status !== 200)).toEqual([]);
    expect(passed.length).toBeGreaterThanOrEqual(LIMIT);
    expect(passed.length).toBeLessThanOrEqual(LIMIT * 1.1);
  });
});
