import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import type { Api } from '../support/api.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner, type World } from '../support/world.js';

describe('GET /wellhub/token', () => {
  let app: TestApp;
  let world: World;
  let key: string;

  beforeAll(async () => {
    app = await startApp();
    world = await givenAPartner(app);
    key = (await world.keyed(['WELLHUB_REGISTRATION'])).key;
  });
  afterAll(() => app.close());

  it('W-1 answers a good key with exactly a Bearer token that ends in the future', async () => {
    const { status, body, headers } = await app.api.get('/wellhub/token', { 'X-Api-Key': key });
    expect(status).toBe(200);
    expect(Object.keys(body).sort()).toEqual(['access_token', 'expires_at', 'token_type']);
    expect(body.token_type).toBe('Bearer');
    expect(body.expires_at).toBeGreaterThan(Date.now() / 1000);
    expect(Number.isInteger(body.expires_at)).toBe(true);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it.each([
    ['a missing key', {}],
    ['an empty key', { 'X-Api-Key': '' }],
    ['a wrong key', { 'X-Api-Key': 'ghk_test_nothing' }],
    ['a key in Authorization', { Authorization: 'Bearer KEY' }],
  ])(
    'W-2 answers %s with 403 and always the same body',
    async (_, headers: Record<string, string>) => {
      const sent = Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name, value.replace('KEY', key)]),
      );
      const { status, body } = await app.api.get('/wellhub/token', sent);
      expect(status).toBe(403);
      expect(body).toEqual({
        message: 'Missing API key or wrong API key',
        code: 'invalid_api_key',
        request_id: expect.any(String),
      });
    },
  );

  it('W-2 answers a key without the scope, a key in the query and a revoked key with 403', async () => {
    const refused = async (answer: Promise<{ status: number; body: unknown }>) => {
      const { status, body } = await answer;
      expect([status, body]).toEqual([
        403,
        {
          message: 'Missing API key or wrong API key',
          code: 'invalid_api_key',
          request_id: expect.any(String),
        },
      ]);
    };
    const other = await world.keyed(['PARTNER_ADMIN']);
    await refused(other.get('/wellhub/token'));
    await refused(app.api.get(`/wellhub/token?x-api-key=${key}`));
    const list = await world.admin.get(`/admin/v1/partners/${world.partnerId}/api-keys?limit=200`);
    const revoked = await world.keyed(['WELLHUB_REGISTRATION']);
    const known = new Set(list.body.items.map(({ id }: { id: string }) => id));
    const now = await world.admin.get(`/admin/v1/partners/${world.partnerId}/api-keys?limit=200`);
    const fresh = now.body.items.find(({ id }: { id: string }) => !known.has(id));
    expect((await revoked.get('/wellhub/token')).status).toBe(200);
    expect((await world.admin.delete(`/admin/v1/api-keys/${fresh.id}`)).status).toBe(204);
    await refused(revoked.get('/wellhub/token'));
  });

  it('W-4 old and new key are good during a rotation; a revoked key takes its tokens with it, on every replica', async () => {
    const { databaseUrl, secretsKeys } = app.settings;
    const other = await startApp({ databaseUrl, secretsKeys: [...secretsKeys] });
    try {
      const path = `/admin/v1/partners/${world.partnerId}/api-keys`;
      const made = await world.admin.post(path, { name: 'W', scopes: ['WELLHUB_REGISTRATION'] });
      const turned = await world.admin.post(`/admin/v1/api-keys/${made.body.id}/rotate`, {
        graceSeconds: 60,
      });
      const tokenOf = async (apiKey: string) =>
        (await app.api.get('/wellhub/token', { 'X-Api-Key': apiKey })).body.access_token as string;
      const register = async (api: Api, token: string) => {
        const headers = { Authorization: `Bearer ${token}` };
        const user = { gympass_user_id: 'gpw-of-a-rotation' };
        return (await api.post('/wellhub/users', user, headers)).status;
      };
      const [old, fresh] = [await tokenOf(made.body.key), await tokenOf(turned.body.key)];
      for (const token of [old, fresh])
        for (const api of [app.api, other.api]) expect(await register(api, token)).toBe(200);
      await world.admin.delete(`/admin/v1/api-keys/${turned.body.id}`);
      expect(await register(app.api, fresh)).toBe(401);
      expect(
        await eventually(
          () => register(other.api, fresh),
          (status) => status === 401,
        ),
      ).toBe(401);
      expect(await register(app.api, old)).toBe(200);
    } finally {
      await other.close();
    }
  });

  it.each(['x-api-key', 'X-Api-Key', 'X-API-KEY'])('W-3 accepts the header as %s', async (name) => {
    const odd = { 'Content-Type': 'application/x-odd' };
    expect((await app.api.get('/wellhub/token', { [name]: key })).status).toBe(200);
    expect((await app.api.get('/wellhub/token', { [name]: key, ...odd })).status).toBe(200);
  });

  it.each(['POST', 'HEAD'])('W-3 answers %s with 405 and Allow: GET', async (method) => {
    const answer = await app.api.call(method, '/wellhub/token', undefined, { 'X-Api-Key': key });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('GET');
    expect(answer.text).not.toContain('access_token');
  });
});
