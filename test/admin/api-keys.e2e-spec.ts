import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner, type World } from '../support/world.js';

describe('API keys', () => {
  let app: TestApp;
  let world: World;

  beforeAll(async () => {
    app = await startApp();
    world = await givenAPartner(app);
  });
  afterAll(() => app.close());

  it('W-4 stores keys hashed, and a rotation lets old and new work side by side', async () => {
    const path = `/admin/v1/partners/${world.partnerId}/api-keys`;
    const made = await world.admin.post(path, { name: 'App', scopes: ['CUSTOMER_READ'] });
    const rows = await app.sql('select k.*::text as row from api_keys k');
    expect(JSON.stringify(rows)).not.toContain(made.body.key);
    const rotated = await world.admin.post(`/admin/v1/api-keys/${made.body.id}/rotate`, {
      graceSeconds: 60,
    });
    const works = (key: string) => app.api.withKey(key).call('HEAD', '/v1/devices');
    expect((await works(made.body.key)).status).toBe(200);
    expect((await works(rotated.body.key)).status).toBe(200);
    const last = await world.admin.post(`/admin/v1/api-keys/${rotated.body.id}/rotate`, {});
    expect((await works(rotated.body.key)).status).toBe(401);
    expect((await works(last.body.key)).status).toBe(200);
    const list = await world.admin.get(path);
    expect(list.text).not.toContain(last.body.key);
  });

  it('has at most 200 live keys; revoked and rotated ones do not count', async () => {
    const { admin, partnerId } = await givenAPartner(app);
    const path = `/admin/v1/partners/${partnerId}/api-keys`;
    const create = () => admin.post(path, { name: 'App', scopes: ['CUSTOMER_READ'] });
    const first = await create();
    await app.sql(
      `insert into api_keys (id, partner_id, line_id, name, prefix, hash, scopes)
        select gen_random_uuid(), partner_id, gen_random_uuid(), name, prefix || n, sha256(n::text::bytea), scopes
        from api_keys, generate_series(1, 199 - (select count(*)::int from api_keys where partner_id = $1)) n
        where id = $2`,
      [partnerId, first.body.id],
    );
    const answers = await Promise.all([create(), create(), create()]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.body).toMatchObject({
      code: 'api-key.too-many',
      title: expect.stringContaining('revoke one'),
    });
    const rotated = await admin.post(`/admin/v1/api-keys/${first.body.id}/rotate`, {});
    expect(rotated.status).toBe(201);
    expect((await create()).status).toBe(409);
    expect((await admin.delete(`/admin/v1/api-keys/${rotated.body.id}`)).status).toBe(204);
    expect((await create()).status).toBe(201);
  });

  it('a key makes no key beyond its own scopes, and a narrowed one holds few of them', async () => {
    const path = `/admin/v1/partners/${world.partnerId}/api-keys`;
    const narrow = await world.admin.post(path, {
      name: 'N',
      scopes: ['USERS_API'],
      gymId: world.gymId,
    });
    expect([narrow.status, narrow.body.code]).toEqual([400, 'api-key.narrowed-scopes']);
    const reader = await world.keyed(['CUSTOMER_READ']);
    expect((await reader.post(path, { name: 'N', scopes: ['CUSTOMER_READ'] })).status).toBe(403);
  });

  it('C-69 lists keys by whether they still count, a rotated one until its grace ends', async () => {
    const path = `/admin/v1/partners/${world.partnerId}/api-keys`;
    const make = async (name: string) =>
      (await world.admin.post(path, { name, scopes: ['STUDIO_READ'] })).body.id;
    const [old, revoked] = [await make('old'), await make('revoked')];
    await world.admin.delete(`/admin/v1/api-keys/${revoked}`);
    const listed = async (state: string) => {
      const { body } = await world.admin.get(`${path}?state=${state}&limit=200`);
      for (const key of body.items) expect(key.state).toBe(state);
      return body.items.map(({ id }: { id: string }) => id);
    };
    const rotate = (graceSeconds: number) =>
      world.admin.post(`/admin/v1/api-keys/${old}/rotate`, { graceSeconds });
    const { body } = await rotate(60);
    expect(body.state).toBe('ACTIVE');
    expect(await listed('ACTIVE')).toEqual(expect.arrayContaining([old, body.id]));
    expect(await listed('REVOKED')).toEqual([revoked]);
    expect(await listed('EXPIRED')).not.toContain(old);
    await rotate(0);
    expect(await listed('EXPIRED')).toContain(old);
    expect((await world.admin.get(`/admin/v1/api-keys/${old}`)).body.state).toBe('EXPIRED');
    expect((await world.admin.get(`${path}?state=live`)).status).toBe(400);
  });

  it('C-114 a key for reports alone compares them, and validates nothing', async () => {
    const key = await world.keyed(['REPORTS'], { gymId: world.gymId });
    const at = `/admin/v1/gyms/${world.gymId}`;
    const csv = { 'Content-Type': 'text/csv' };
    const compared = await key.post(`${at}/reconciliation?month=2026-10`, 'gympass_id,date\n', csv);
    const validated = await key.post(`${at}/check-ins/validate`, { gympassId: '1234567890123' });
    expect([compared.status, validated.status]).toEqual([200, 403]);
    expect((await key.get(`${at}/check-ins`)).status).toBe(403);
  });
});
