import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenADoor, type GateWorld } from '../support/gate-world.js';
import { givenAPartner } from '../support/world.js';

describe('GET /v1/customers/{customerId}/access-code', () => {
  let app: TestApp;
  let world: GateWorld;
  const path = (id: number | string) => `/v1/customers/${id}/access-code`;

  beforeAll(async () => {
    app = await startApp();
    world = await givenADoor(app);
  });
  afterAll(() => app.close());

  it('O-1 answers 401 without a key, with a wrong one, or with one in the wrong place', async () => {
    const { key } = await world.keyed(['CUSTOMER_READ']);
    const target = path(world.customerId);
    for (const headers of [
      {},
      { 'X-API-KEY': '' },
      { 'X-API-KEY': 'nonsense' },
      { 'api-key': key },
      { Authorization: key },
    ]) {
      const answer = await app.api.get(target, headers as Record<string, string>);
      expect(answer.status).toBe(401);
      expect(answer.body).toMatchObject({
        errorMessage: expect.any(String),
        traceId: expect.any(String),
      });
    }
    expect((await app.api.get(`${target}?x-api-key=${key}`)).status).toBe(401);
    for (const name of ['x-api-key', 'X-API-KEY', 'X-Api-Key'])
      expect((await app.api.get(target, { [name]: key })).status).toBe(200);
  });

  it('O-2 takes a token of the key instead, and no token of another kind', async () => {
    const { key } = await world.keyed(['CUSTOMER_READ', 'WELLHUB_REGISTRATION']);
    const admin = await app.api.post('/admin/v1/token', undefined, { 'X-Api-Key': key });
    const wellhub = await app.api.get('/wellhub/token', { 'X-Api-Key': key });
    const call = (token: string) =>
      app.api.get(path(world.customerId), { Authorization: `Bearer ${token}` });
    expect((await call(admin.body.access_token)).status).toBe(200);
    expect((await call(wellhub.body.access_token)).status).toBe(401);
    expect((await call(world.deviceToken)).body.errorCode).toBe('TOKEN_INVALID');
  });

  it('O-3 names the scope that is missing, also for an unknown customer and an operator key', async () => {
    const api = await world.keyed(['DEVICE_READ']);
    for (const client of [api, app.operator]) {
      const answer = await client.get(path(999_999_999));
      expect(answer.status).toBe(403);
      expect(answer.body.errorCode).toBe('SCOPE_MISSING');
      expect(answer.body.errorMessage).toContain('CUSTOMER_READ');
    }
  });

  it('O-4 answers unknown, foreign and disabled customers with the same 404', async () => {
    const other = await givenAPartner(app);
    const foreign = await other.admin.post(`/admin/v1/partners/${other.partnerId}/customers`, {
      firstName: 'B',
    });
    const disabled = await world.customer();
    await world.admin.patch(`/admin/v1/customers/${disabled}`, { status: 'DISABLED' });
    const bodies = [];
    for (const id of [999_999_999, foreign.body.id, disabled]) {
      const { status, body } = await world.codeApi.get(path(id));
      expect(status).toBe(404);
      bodies.push({ ...body, traceId: '' });
    }
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
    expect(bodies[0]?.errorCode).toBe('CUSTOMER_NOT_FOUND');
  });

  it('O-4 shows a narrowed key only customers of its gym, and those with a Wellhub id', async () => {
    const second = await world.gym();
    const narrowed = await world.keyed(['CUSTOMER_READ'], { gymId: second });
    const away = await world.customer({ homeGymId: world.gymId });
    const roaming = await world.customer({ homeGymId: world.gymId, gympassId: '0000000004711' });
    const own = await world.customer({ homeGymId: second });
    expect((await narrowed.get(path(away))).status).toBe(404);
    expect((await narrowed.get(path(roaming))).status).toBe(200);
    expect((await narrowed.get(path(own))).status).toBe(200);
    expect((await narrowed.get(`${path(own)}?studioId=${world.gymId}`)).body.errorCode).toBe(
      'STUDIO_NOT_FOUND',
    );
  });

  it.each(['abc', '1.5', '-1', '0', '99999999999999999999'])(
    'O-5 refuses the customer id %s',
    async (id) => {
      const { status, body } = await world.codeApi.get(path(id));
      expect(status).toBe(400);
      expect(body).toMatchObject({ errorCode: 'VALIDATION_FAILED', reference: 'customerId' });
    },
  );

  it('O-6 HEAD only checks the credential, other verbs are 405, and neither makes a code', async () => {
    const count = async () =>
      (await app.sql<{ n: number }>('select count(*)::int as n from access_codes'))[0]?.n;
    const before = await count();
    expect((await world.codeApi.call('HEAD', path(999_999))).status).toBe(200);
    expect((await app.api.call('HEAD', path(world.customerId))).status).toBe(401);
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const answer = await world.codeApi.call(method, path(world.customerId));
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET']);
    }
    expect(await count()).toBe(before);
  });

  it('O-10 answers exactly format, content and expiresAt, and no cache keeps it', async () => {
    const { status, body, headers } = await world.codeApi.get(path(await world.customer()));
    expect(status).toBe(200);
    expect(Object.keys(body).sort()).toEqual(['content', 'expiresAt', 'format']);
    expect(body.format).toBe('QR_CODE');
    expect(body.content).toMatch(/^[0-9]{19}$/);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('O-11 ends after the TTL of the gym, in whole seconds of UTC; a new TTL touches later codes only', async () => {
    const gym = await world.gym({ accessCodes: { ttlSeconds: 15 } });
    const id = await world.customer();
    const life = async () => {
      const { body } = await world.codeApi.get(`${path(id)}?studioId=${gym}`);
      expect(body.expiresAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
      return (Date.parse(body.expiresAt) - Date.now()) / 1000;
    };
    expect(Math.abs((await life()) - 15)).toBeLessThanOrEqual(1.1);
    const change = (ttlSeconds: number) =>
      world.admin.patch(`/admin/v1/gyms/${gym}`, { accessCodes: { ttlSeconds } });
    expect((await change(300)).status).toBe(200);
    expect(Math.abs((await life()) - 300)).toBeLessThanOrEqual(1.1);
    expect((await change(14)).status).toBe(400);
    expect((await change(301)).status).toBe(400);
  });

  it('O-13 limits the codes of one customer in a minute, and of no other', async () => {
    const id = await world.customer();
    for (let n = 0; n < 20; n += 1) expect((await world.codeApi.get(path(id))).status).toBe(200);
    const limited = await world.codeApi.get(path(id));
    expect(limited.status).toBe(429);
    expect(limited.body.errorCode).toBe('ACCESS_CODE_RATE_LIMITED');
    expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await world.codeApi.get(path(await world.customer()))).status).toBe(200);
  });

  it('O-14 answers 409 where access codes are switched off, and still issues a restricted customer one', async () => {
    const gym = await world.gym({ accessCodes: { enabled: false } });
    const off = await world.codeApi.get(`${path(world.customerId)}?studioId=${gym}`);
    expect([off.status, off.body.errorCode]).toEqual([409, 'ACCESS_CODE_DISABLED']);
    const restricted = await world.customer();
    await world.admin.put(`/admin/v1/customers/${restricted}/restriction`, { reason: 'unpaid' });
    expect((await world.codeApi.get(path(restricted))).status).toBe(200);
  });

  it('O-12 issues different codes for all requests of the same moment', async () => {
    const ids = await Promise.all(Array.from({ length: 20 }, () => world.customer()));
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, n) => world.codeApi.get(path(ids[n % 20]!))),
    );
    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
    expect(new Set(answers.map(({ body }) => body.content)).size).toBe(200);
  });

  it('O-15 stores no clear code', async () => {
    const code = await world.fetchCode();
    const rows = await app.sql('select t.*::text as row from access_codes t');
    expect(JSON.stringify(rows)).not.toContain(code);
  });
});
