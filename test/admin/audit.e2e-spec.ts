import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DeclaredRoutes } from '../../src/platform/http/declared-routes.js';
import { REPEATABLE } from '../../src/platform/http/shown-once.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner, type World } from '../support/world.js';

const SECRET = 'a-new-token-of-wellhub';

describe('the audit log', () => {
  let app: TestApp;
  let world: World;

  beforeAll(async () => {
    app = await startApp();
    world = await givenAPartner(app);
  });
  afterAll(() => app.close());

  const last = async () =>
    (await world.admin.get(`/admin/v1/partners/${world.partnerId}/audit-log?limit=1`)).body
      .items[0];

  it('has a row for every write of the administration, and the fields that it named', async () => {
    const of = `/admin/v1/partners/${world.partnerId}`;
    const made = async (path: string, body: object) => (await world.admin.post(path, body)).body.id;
    const customer = `/admin/v1/customers/${await made(`${of}/customers`, { firstName: 'Ana' })}`;
    const device = await made(`/admin/v1/gyms/${world.gymId}/devices`, {
      name: 'In',
      direction: 'IN',
    });
    const wellhub = { environment: 'simulator', accessToken: SECRET };
    const writes: [string, string, object | undefined, object | null][] = [
      ['PUT', `${of}/wellhub`, wellhub, { environment: 'simulator', accessToken: null }],
      [
        'PATCH',
        of,
        { signUpUrl: 'https://x.example/join' },
        { signUpUrl: 'https://x.example/join' },
      ],
      ['PATCH', `/admin/v1/gyms/${world.gymId}`, { language: 'pt' }, { language: 'pt' }],
      [
        'PATCH',
        `/admin/v1/gyms/${world.gymId}`,
        { accessCodes: { enabled: false } },
        { accessCodes: { enabled: false } },
      ],
      ['PATCH', customer, { status: 'DISABLED' }, { status: 'DISABLED' }],
      ['PATCH', customer, { email: 'ana@x.pt' }, { email: null }],
      ['PUT', `${customer}/restriction`, { reason: 'unpaid' }, { reason: null }],
      ['DELETE', `${customer}/restriction`, undefined, null],
      ['PATCH', `/admin/v1/devices/${device}`, { active: false }, { active: false }],
      ['DELETE', `/admin/v1/devices/${device}`, undefined, null],
      ['POST', `${of}/memberships`, { name: 'Gold' }, { name: null }],
    ];
    for (const [method, path, body, changes] of writes) {
      const sent = { 'X-Request-Id': `audit-${Math.random().toString(36).slice(2)}` };
      const { status, text } = await world.admin.call(method, path, body, sent);
      expect(`${method} ${path} ${status < 300 ? '' : text}`).toBe(`${method} ${path} `);
      expect(await last()).toMatchObject({
        actor: 'PARTNER_ADMIN',
        requestId: sent['X-Request-Id'],
        changes,
      });
    }
    const rows = JSON.stringify(await app.sql('select a::text as row from audit_log a'));
    expect(rows).not.toMatch(new RegExp(`${SECRET}|ana@x.pt|unpaid|Ana`));
  });

  it('leaves out only what changes nothing: every other write goes through the one place', () => {
    const writes = app.app
      .get(DeclaredRoutes)
      .all.filter(({ address }) => /^(POST|PUT|PATCH|DELETE) \/admin\//.test(address));
    const silent = writes.filter(({ method }) => Reflect.getMetadata(REPEATABLE, method));
    expect(silent.map(({ address }) => address).toSorted()).toEqual([
      'POST /admin/v1/gyms/:gymId/reconciliation',
      'POST /admin/v1/token',
    ]);
    expect(writes.every(({ method }) => !Reflect.hasMetadata('gatehouse:direct', method))).toBe(
      true,
    );
  });

  it('says nothing of what was refused', async () => {
    const before = await last();
    expect((await world.admin.patch('/admin/v1/gyms/999999', { language: 'pt' })).status).toBe(404);
    expect((await last()).id).toBe(before.id);
  });

  it('names who logged in at the console', async () => {
    const { key } = await world.keyed(['CHECKIN_WRITE']);
    expect((await app.api.post('/console/session', { key, name: 'Rita' })).status).toBe(200);
    expect(await last()).toMatchObject({
      action: 'console.logged-in',
      actor: 'CHECKIN_WRITE (Rita)',
      changes: null,
    });
  });
});
