import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
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
    const other = await world.keyed(['PARTNER_ADMIN']);
    expect((await other.get('/wellhub/token')).status).toBe(403);
    expect((await app.api.get(`/wellhub/token?x-api-key=${key}`)).status).toBe(403);
    const list = await world.admin.get(`/admin/v1/partners/${world.partnerId}/api-keys?limit=200`);
    const revoked = await world.keyed(['WELLHUB_REGISTRATION']);
    const known = new Set(list.body.items.map(({ id }: { id: string }) => id));
    const now = await world.admin.get(`/admin/v1/partners/${world.partnerId}/api-keys?limit=200`);
    const fresh = now.body.items.find(({ id }: { id: string }) => !known.has(id));
    expect((await revoked.get('/wellhub/token')).status).toBe(200);
    expect((await world.admin.delete(`/admin/v1/api-keys/${fresh.id}`)).status).toBe(204);
    expect((await revoked.get('/wellhub/token')).status).toBe(403);
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
