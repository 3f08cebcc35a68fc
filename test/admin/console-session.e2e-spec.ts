import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer } from '../support/api.js';
import { OPERATOR_KEY } from '../support/settings.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner, type World } from '../support/world.js';

const COOKIE = 'gatehouse-console';

const cookieOf = (answer: Answer) => answer.headers.getSetCookie()[0] ?? '';
const pairOf = (answer: Answer) => cookieOf(answer).split(';', 1)[0] ?? '';

describe('POST /console/session', () => {
  let app: TestApp;
  let world: World;

  beforeAll(async () => {
    app = await startApp();
    world = await givenAPartner(app);
  });
  afterAll(() => app.close());

  const open = (key: string, name = 'Rita', headers = {}) =>
    app.api.post('/console/session', { key, name }, headers);
  /** Calls with nothing but the cookie, as the browser of a person who has logged in. */
  const seated = async (key: string) => app.api.with({ Cookie: pairOf(await open(key)) });
  const checkIns = (gymId = world.gymId) => `/admin/v1/gyms/${gymId}/check-ins`;

  it('exchanges a key for a cookie of 12 hours that no script and no other site can use', async () => {
    const { key } = await world.keyed(['CHECKIN_WRITE', 'CHECKIN_READ'], { gymId: world.gymId });
    const answer = await open(key, ' Rita ');
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      name: 'CHECKIN_WRITE+CHECKIN_READ (Rita)',
      partnerId: world.partnerId,
      gymId: world.gymId,
      scopes: ['CHECKIN_WRITE', 'CHECKIN_READ'],
      expiresAt: expect.any(String),
    });
    const hours = (Date.parse(answer.body.expiresAt) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(11.9);
    expect(hours).toBeLessThan(12.1);
    const [pair, ...attributes] = cookieOf(answer).split('; ');
    expect(pair).toMatch(new RegExp(`^${COOKIE}=[\\w-]{43}$`));
    expect(attributes.sort()).toEqual(['HttpOnly', 'Max-Age=43200', 'Path=/', 'SameSite=Strict']);
    expect(answer.text).not.toContain(pair?.split('=')[1]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('has the prefix __Host- and Secure where the service is on https', async () => {
    const secure = await startApp({ publicUrl: 'https://gym.example.com' });
    const { key } = await (await givenAPartner(secure)).keyed(['CHECKIN_READ']);
    const answer = await secure.api.post('/console/session', { key, name: 'Rita' });
    expect(cookieOf(answer)).toMatch(/^__Host-gatehouse-console=[\w-]{43}; .*Secure/);
    const own = { Cookie: pairOf(answer), 'Sec-Fetch-Site': 'same-origin' };
    expect((await secure.api.delete('/console/session', own)).status).toBe(204);
    await secure.close();
  });

  it('grants exactly what the key may do, at its gym', async () => {
    const other = await app.operator.post(`/admin/v1/partners/${world.partnerId}/gyms`, {
      name: 'Other',
    });
    const { key } = await world.keyed(['CHECKIN_READ'], { gymId: world.gymId });
    const staff = await seated(key);
    expect((await staff.get(checkIns())).status).toBe(200);
    expect((await staff.get(checkIns(other.body.id))).status).toBe(404);
    const customers = await staff.get(`/admin/v1/partners/${world.partnerId}/customers`);
    expect([customers.status, customers.body.code]).toEqual([403, 'auth.scope-missing']);
    const stranger = await givenAPartner(app);
    const foreign = await staff.get(`/admin/v1/partners/${stranger.partnerId}/customers`);
    expect([403, 404]).toContain(foreign.status);
  });

  it('is a credential under /admin/v1 and nowhere else, and makes no token', async () => {
    const { key } = await world.keyed(['CUSTOMER_READ', 'PARTNER_ADMIN']);
    const staff = await seated(key);
    expect((await staff.get(`/admin/v1/partners/${world.partnerId}/customers`)).status).toBe(200);
    expect((await staff.get('/v1/customers/1/access-code')).status).toBe(401);
    expect((await staff.post('/admin/v1/token')).status).toBe(401);
    expect((await staff.get('/wellhub/token')).status).toBe(403);
  });

  it.each([
    [{ 'Sec-Fetch-Site': 'same-origin' }, 201],
    [{ 'Sec-Fetch-Site': 'none' }, 201],
    [{}, 201],
    [{ 'Sec-Fetch-Site': 'cross-site' }, 403],
    [{ 'Sec-Fetch-Site': 'same-site' }, 403],
    [{ Origin: 'https://evil.example' }, 403],
    [{ Origin: 'null' }, 403],
  ])('changes nothing for another site: %p is %i', async (headers, status) => {
    const { key } = await world.keyed(['CUSTOMER_WRITE']);
    const staff = await seated(key);
    const path = `/admin/v1/partners/${world.partnerId}/customers`;
    const answer = await staff.post(path, { firstName: 'Ana' }, headers);
    expect(answer.status).toBe(status);
    expect(answer.body.code).toBe(status === 403 ? 'page.cross-site' : undefined);
    const logIn = await open(key, 'Rita', headers);
    expect(logIn.status).toBe(status === 201 ? 200 : 403);
    const byKey = await app.api.withKey(key).post(path, { firstName: 'Ana' }, headers);
    expect(byKey.status).toBe(201);
  });

  it('refuses what is no key, a key made for Wellhub, and an empty name', async () => {
    const wellhub = await world.keyed(['WELLHUB_REGISTRATION']);
    const { key } = await world.keyed(['CHECKIN_READ']);
    const said = async (answer: Promise<Answer>) => {
      const { status, body, headers } = await answer;
      expect(headers.getSetCookie()).toEqual([]);
      return [status, body.code];
    };
    expect(await said(open(`${key.slice(0, -1)}x`))).toEqual([401, 'auth.key-invalid']);
    expect(await said(open(wellhub.key))).toEqual([403, 'auth.console-forbidden']);
    expect(await said(open(key, ' '))).toEqual([400, 'request.invalid']);
    expect(await said(open(key, 'R\0ta'))).toEqual([400, 'request.invalid']);
    const cookie = `${COOKIE}=${'x'.repeat(43)}`;
    expect(await said(app.api.get(checkIns(), { Cookie: cookie }))).toEqual([
      401,
      'auth.session-ended',
    ]);
  });

  it('ends with DELETE, with the next log-in, with its time and with its key', async () => {
    const status = async (api: typeof app.api) => (await api.get(checkIns())).status;
    const { key } = await world.keyed(['CHECKIN_READ']);
    const first = await seated(key);
    expect(await status(first)).toBe(200);
    const out = await first.delete('/console/session');
    expect([out.status, cookieOf(out)]).toEqual([204, expect.stringMatching(/Max-Age=0|1970/)]);
    expect(await status(first)).toBe(401);
    expect((await app.api.delete('/console/session')).status).toBe(204);

    const second = await seated(key);
    await second.post('/console/session', { key, name: 'Rui' });
    expect(await status(second)).toBe(401);

    const third = await seated(key);
    await app.sql(`update console_sessions set expires_at = now() - interval '1 second'`);
    expect(await status(third)).toBe(401);

    const fourth = await seated(key);
    expect(await status(fourth)).toBe(200);
    const [row] = await app.sql<{ id: string }>(
      'select id from api_keys where partner_id = $1 order by created_at desc limit 1',
      [world.partnerId],
    );
    await world.admin.delete(`/admin/v1/api-keys/${row?.id}`);
    expect(await status(fourth)).toBe(401);
  });

  it('keeps no cookie, and shows key and name in the audit log', async () => {
    const { key } = await world.keyed(['CUSTOMER_WRITE', 'CUSTOMER_READ']);
    const answer = await open(key, 'Zoë of the morning shift');
    const staff = app.api.with({ Cookie: pairOf(answer) });
    const made = await staff.post(`/admin/v1/partners/${world.partnerId}/customers`, {});
    await staff.delete(`/admin/v1/customers/${made.body.id}`);
    const [audited] = await app.sql(
      `select actor from audit_log where partner_id = $1 and action = 'customer.erased' and object = $2`,
      [world.partnerId, String(made.body.id)],
    );
    expect(audited?.['actor']).toBe('CUSTOMER_WRITE+CUSTOMER_READ (Zoë of the morning shift)');
    const token = pairOf(answer).split('=')[1] ?? '';
    const stored = await app.sql<{ all: string }>('select s::text as all from console_sessions s');
    expect(stored.some(({ all }) => all.includes(token))).toBe(false);
  });

  it('seats the operator too, until the operator has another key', async () => {
    const operator = await seated(OPERATOR_KEY);
    const named = operator.with({ 'X-Partner-Id': world.partnerId });
    expect((await named.get(checkIns())).status).toBe(200);
    expect((await operator.get(checkIns())).status).toBe(400);
    const { databaseUrl, secretsKeys } = app.settings;
    const operatorApiKey = 'another-operator-key-of-the-test-run';
    const after = await startApp({ databaseUrl, secretsKeys, operatorApiKey });
    const cookie = pairOf(await open(OPERATOR_KEY));
    const path = '/admin/v1/partners';
    expect((await app.api.get(path, { Cookie: cookie })).status).toBe(200);
    expect((await after.api.get(path, { Cookie: cookie })).status).toBe(401);
    await after.close();
  });
});
