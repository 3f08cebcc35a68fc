import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LogIns } from '../../src/accounts/index.js';
import { Customers } from '../../src/customers/index.js';
import { Database } from '../../src/platform/database/database.js';
import { DeclaredRoutes } from '../../src/platform/http/declared-routes.js';
import { REPEATABLE } from '../../src/platform/http/shown-once.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenUsersApi } from '../users-api/users-stage.js';
import { writeAtDoors } from '../support/door-writes.js';
import { givenAPartner, type World } from '../support/world.js';

const MAIL = { subject: 'Oi', text: 'Oi', html: '<p>Oi</p>' };
const PNG = Buffer.from('89504e470d0a1a0a0000000d', 'hex');

/** Writes that need a stage of their own; their rows are looked for there, or they pass the same interceptor. */
const ELSEWHERE = [
  'DELETE /admin/v1/me/authenticator-app',
  'DELETE /admin/v1/me/passkeys/:id',
  'DELETE /admin/v1/me/sessions',
  'DELETE /admin/v1/me/sessions/:id',
  'DELETE /admin/v1/partners/:partnerId/brand/logo',
  'PATCH /admin/v1/me',
  'PATCH /admin/v1/me/passkeys/:id',
  'POST /admin/v1/alerts/:id/close',
  'POST /admin/v1/bookings/:id/cancel',
  'POST /admin/v1/bookings/:id/decision',
  'POST /admin/v1/check-ins/:id/validate',
  'POST /admin/v1/deliveries/:id/replay',
  'POST /admin/v1/gyms/:gymId/check-ins/validate',
  'POST /admin/v1/gyms/:gymId/missing-webhooks/:id/probe',
  'POST /admin/v1/partners/:partnerId/customers/batch',
  'POST /admin/v1/gyms/:gymId/wellhub/test',
  'POST /admin/v1/installation/alerts/:id/close',
  'POST /admin/v1/me/authenticator-app/confirmation',
  'POST /admin/v1/me/passkeys',
  'POST /admin/v1/me/recovery-codes',
  'POST /admin/v1/partners/:partnerId/go-live/test-mail',
  'POST /admin/v1/partners/:partnerId/mail-templates/:name/test-mail',
  'POST /admin/v1/partners/:partnerId/wellhub/setup',
  'POST /admin/v1/registration-links/:token/complete',
  'POST /admin/v1/visits/:id/leave',
  'POST /admin/v1/webhook-subscriptions/:id/test',
  'POST /admin/v1/wellhub-id-claims/:id/accept',
  'POST /admin/v1/wellhub-id-claims/:id/reject',
  'PUT /admin/v1/me/alert-mails',
  'PUT /admin/v1/me/place',
  'PUT /admin/v1/partners/:partnerId/alert-mails',
  'PUT /admin/v1/partners/:partnerId/brand/logo',
  'PUT /admin/v1/partners/:partnerId/go-live/backups',
];
/** They change nothing. */
const SILENT = [
  'POST /admin/v1/devices/:id/dry-run',
  'POST /admin/v1/gyms/:gymId/access-policy/check',
  'POST /admin/v1/gyms/:gymId/reconciliation',
  'POST /admin/v1/gyms/:gymId/reconciliation/preview',
  'POST /admin/v1/me/authenticator-app',
  'POST /admin/v1/me/passkeys/options',
  'POST /admin/v1/partners/:partnerId/mail-templates/:name/preview',
  'POST /admin/v1/token',
];
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
      [
        'PUT',
        `${of}/wellhub`,
        wellhub,
        { environment: { old: 'simulator', new: 'simulator' }, accessToken: null },
      ],
      [
        'PATCH',
        of,
        { signUpUrl: 'https://x.example/join' },
        { signUpUrl: { old: null, new: 'https://x.example/join' } },
      ],
      [
        'PATCH',
        `/admin/v1/gyms/${world.gymId}`,
        { language: 'pt' },
        { language: { old: expect.any(String), new: 'pt' } },
      ],
      [
        'PATCH',
        `/admin/v1/gyms/${world.gymId}`,
        { accessCodes: { enabled: false } },
        { accessCodes: { enabled: { old: true, new: false } } },
      ],
      ['PATCH', customer, { status: 'DISABLED' }, { status: { old: 'PENDING', new: 'DISABLED' } }],
      ['PATCH', customer, { email: 'ana@x.pt' }, { email: null }],
      ['PUT', `${customer}/restriction`, { reason: 'unpaid' }, { reason: null }],
      ['DELETE', `${customer}/restriction`, undefined, null],
      [
        'PATCH',
        `/admin/v1/devices/${device}`,
        { active: false },
        { active: { old: expect.any(Boolean), new: false } },
      ],
      ['DELETE', `/admin/v1/devices/${device}`, undefined, null],
      ['POST', `${of}/memberships`, { name: 'Gold' }, { name: null }],
      [
        'PUT',
        `${of}/mail-templates/password-changed`,
        MAIL,
        { subject: null, text: null, html: null },
      ],
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
    expect(silent.map(({ address }) => address).toSorted()).toEqual(SILENT);
    expect(writes.every(({ method }) => !Reflect.hasMetadata('gatehouse:direct', method))).toBe(
      true,
    );
  });

  it('leaves one row for every write route of the running router', async () => {
    const other = await givenAPartner(app);
    const called: string[] = [];
    const write = async (address: string, ids: Record<string, unknown> = {}, body?: unknown) => {
      const [method = '', route = ''] = address.split(' ');
      const path = route.replaceAll(/:(\w+)/g, (_, name: string) => String(ids[name]));
      const sent = { 'X-Request-Id': `audit-route-${called.length}`, 'If-Match': '*' };
      const isOperators = /^\/admin\/v1\/(partners|installation)/.test(path);
      const asked = isOperators ? app.operator : other.admin;
      const answer = await asked.call(method, `${path}${ids['query'] ?? ''}`, body, sent);
      expect(`${address} ${answer.status < 300 ? '' : answer.text}`).toBe(`${address} `);
      const rows = await app.sql('select action from audit_log where request_id = $1', [
        sent['X-Request-Id'],
      ]);
      expect({ address, rows: rows.length }).toEqual({ address, rows: 1 });
      called.push(address);
      return answer.body;
    };
    const { partnerId } = other;
    const of = '/admin/v1/partners/:partnerId';
    const made = await write(
      'POST /admin/v1/partners',
      {},
      { name: 'New', slug: 'audit-new', timeZone: 'UTC' },
    );
    await write(`PATCH ${of}`, { partnerId }, { multiOffer: true });
    await write(`DELETE ${of}`, { partnerId: made.id });
    await write(`PUT ${of}/wellhub`, { partnerId }, { environment: 'simulator' });
    const provider = {
      issuer: 'http://127.0.0.1:9/',
      clientId: 'c',
      clientSecret: 's',
      groups: [],
    };
    await write(`PUT ${of}/identity-provider`, { partnerId }, provider);
    await write(`POST ${of}/identity-provider/test`, { partnerId });
    await write(`DELETE ${of}/identity-provider`, { partnerId });
    const mail = { partnerId, name: 'password-changed' };
    await write(`PUT ${of}/mail-templates/:name`, mail, MAIL);
    await write(`DELETE ${of}/mail-templates/:name`, mail);
    const key = await write(
      `POST ${of}/api-keys`,
      { partnerId },
      { name: 'k', scopes: ['STUDIO_READ'] },
    );
    await write('POST /admin/v1/api-keys/:id/rotate', { id: key.id }, {});
    await write('DELETE /admin/v1/api-keys/:id', { id: key.id });
    const gym = await write(`POST ${of}/gyms`, { partnerId }, { name: 'G' });
    const gymId = gym.id;
    await write('PATCH /admin/v1/gyms/:gymId', { gymId }, { language: 'de' });
    const device = await write(
      'POST /admin/v1/gyms/:gymId/devices',
      { gymId },
      { name: 'D', direction: 'IN' },
    );
    await write('PATCH /admin/v1/devices/:id', device, { name: 'E' });
    await write('POST /admin/v1/devices/:id/token', device, {});
    await write('DELETE /admin/v1/devices/:id', device);
    const slot = { gymId: other.gymId, classId: 1, slotId: 2 };
    await write('PUT /admin/v1/gyms/:gymId/classes/:classId/slots/:slotId', slot, {
      totalBooked: 1,
      totalCapacity: 9,
    });
    await write('DELETE /admin/v1/gyms/:gymId', { gymId });
    const values: Record<string, object> = {
      memberships: { name: 'M' },
      'payment-plans': { name: 'P' },
      discounts: { name: 'D' },
    };
    const ids: Record<string, number> = {};
    for (const [name, value] of Object.entries(values)) {
      ids[name] = (await write(`POST ${of}/${name}`, { partnerId }, value)).id;
      await write(`PATCH ${of}/${name}/:id`, { partnerId, id: ids[name] }, { name: 'X' });
    }
    const customerId = (await write(`POST ${of}/customers`, { partnerId }, { firstName: 'Ana' }))
      .id;
    const customer = '/admin/v1/customers/:customerId';
    await write(`PATCH ${customer}`, { customerId }, { status: 'ACTIVE' });
    await writeAtDoors(app, write, other.gymId, customerId);
    await write(`PUT ${customer}/restriction`, { customerId }, { reason: 'unpaid' });
    await write(`DELETE ${customer}/restriction`, { customerId });
    for (const file of ['photo', 'cover-photo', 'direct-debit-document']) {
      await write(`PUT ${customer}/${file}`, { customerId }, PNG);
      await write(`DELETE ${customer}/${file}`, { customerId });
    }
    const terms = {
      membershipId: ids['memberships'],
      paymentPlanId: ids['payment-plans'],
      startDate: '2026-01-01',
    };
    const contract = await write(`POST ${customer}/contracts`, { customerId }, terms);
    const contractId = contract.id;
    await write(
      `PATCH ${customer}/contracts/:contractId`,
      { customerId, contractId },
      { isActive: false },
    );
    await write('PUT /admin/v1/contracts/:contractId/document', { contractId }, PNG);
    await write('DELETE /admin/v1/contracts/:contractId/document', { contractId });
    const agreements = { termsUrl: 'https://x.pt/t', termsVersion: '1' };
    await app.operator.patch(`/admin/v1/partners/${partnerId}`, agreements);
    await write(`PUT ${customer}/consents`, { customerId }, { document: 'TERMS', version: '1' });
    const into = (await app.operator.post(`/admin/v1/partners/${partnerId}/customers`, {})).body.id;
    await write(`POST ${customer}/merge`, { customerId }, { intoCustomerId: into });
    await write(`DELETE ${customer}`, { customerId: into });
    const hook = await write(
      `POST ${of}/webhook-subscriptions`,
      { partnerId },
      { url: 'https://x.example/hook', eventTypes: ['CUSTOMER_CREATED'] },
    );
    const subscription = '/admin/v1/webhook-subscriptions/:id';
    await write(`PATCH ${subscription}`, hook, { eventTypes: ['CUSTOMER_UPDATED'] });
    await write(`POST ${subscription}/rotate-secret`, hook, {});
    const query = `?from=${new Date().toISOString()}`;
    await write(`POST ${subscription}/replay`, { ...hook, query });
    await write(`DELETE ${subscription}`, hook);
    const gpwId = 'gpw-29caecdf-2d5e-40b8-82b4-d0a044fa4679';
    const usage = { eventType: 'signin', timestamp: new Date().toISOString(), gpwId };
    await write(`POST ${of}/usage-events`, { partnerId }, usage);
    const invitation = { email: 'audited@example.com', role: 'VIEWER' };
    const person = await write(`POST ${of}/staff`, { partnerId }, invitation);
    await write('POST /admin/v1/staff/:id/invitation', person, {});
    await write('PATCH /admin/v1/staff/:id', person, { role: 'MANAGER' });
    await write('DELETE /admin/v1/staff/:id/sessions', person);
    await write('DELETE /admin/v1/staff/:id', person);
    const colleague = { email: 'operator@example.com' };
    const own = '/admin/v1/installation/staff';
    const operator = await write(`POST ${own}`, {}, colleague);
    await write(`POST ${own}/:id/invitation`, operator, {});
    await write(`DELETE ${own}/:id/sessions`, operator);
    await write(`DELETE ${own}/:id`, operator);
    await write(`POST ${of}/test-environment`, { partnerId });
    await write(`POST ${of}/test-environment/wipe`, { partnerId });
    await write(`PUT ${of}/brand`, { partnerId }, { accentColor: '#0b6655' });
    const all = app.app
      .get(DeclaredRoutes)
      .all.map(({ address }) => address)
      .filter((address) => /^(POST|PUT|PATCH|DELETE) \/admin\//.test(address));
    expect([...new Set([...called, ...ELSEWHERE, ...SILENT])].toSorted()).toEqual(all.toSorted());
  });

  it('has no row for a refused request', async () => {
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

  it('names who logged out there, and who was refused, by network', async () => {
    const { key } = await world.keyed(['CHECKIN_WRITE']);
    const entered = await app.api.post('/console/session', { key, name: 'Rita' });
    const [cookie = ''] = (entered.headers.get('set-cookie') ?? '').split(';');
    expect((await app.api.delete('/console/session', { Cookie: cookie })).status).toBe(204);
    expect(await last()).toMatchObject({
      action: 'console.logged-out',
      actor: 'CHECKIN_WRITE (Rita)',
    });
    const weak = (await world.keyed(['WELLHUB_REGISTRATION'])).key;
    expect((await app.api.post('/console/session', { key: weak, name: 'Eve' })).status).toBe(403);
    expect(await last()).toMatchObject({
      action: 'console.log-in-failed',
      actor: 'nobody',
      source: '127.0.0.0/24',
    });
    expect((await app.api.post('/console/session', { key: 'wrong', name: 'Eve' })).status).toBe(
      401,
    );
    const rows = await app.sql(
      `select 1 from audit_log where action = 'console.log-in-failed' and partner_id is null`,
    );
    expect(rows).toHaveLength(1);
  });

  it('holds failed log-ins of people and their lock, and no name or address', async () => {
    const users = await givenUsersApi(app);
    const { userId } = await users.person('locked@x.pt');
    for (let tries = 0; tries < 12; tries += 1)
      await app.app.get(LogIns).attempt(users.partnerId, {
        email: 'locked@x.pt',
        password: 'wrong wrong',
        source: '203.0.113.0/24',
      });
    const rows = await app.sql<{ action: string; object: string }>(
      `select action, object from audit_log where partner_id = $1 and action like 'account.log-in%' order by id`,
      [users.partnerId],
    );
    expect(rows).toHaveLength(10);
    expect(rows[0]).toEqual({ action: 'account.log-in-failed', object: String(userId) });
    expect(rows[9]).toEqual({ action: 'account.log-in-locked', object: String(userId) });
    expect(JSON.stringify(await app.sql('select a::text as row from audit_log a'))).not.toContain(
      'locked@',
    );
  });

  it('holds an e-mail that changed outside the administration, in the same transaction', async () => {
    const id = (await world.admin.post(`/admin/v1/partners/${world.partnerId}/customers`, {})).body
      .id;
    const change = (fails: boolean) =>
      app.app.get(Database).transaction(async (tx) => {
        await app.app.get(Customers).change(tx, world.partnerId, id, { email: 'new@x.pt' });
        if (fails) throw new Error('undone');
      });
    const rows = () =>
      app.sql(
        `select actor from audit_log where action = 'customer.email-changed' and object = $1`,
        [String(id)],
      );
    await expect(change(true)).rejects.toThrow('undone');
    expect(await rows()).toHaveLength(0);
    await change(false);
    expect(await rows()).toEqual([{ actor: 'nobody' }]);
  });

  it('fails no caller whose change was made when the row cannot be written', async () => {
    await app.sql(
      `alter table audit_log add constraint no_pt check (changes->'language'->>'new' <> 'es')`,
    );
    const path = `/admin/v1/gyms/${world.gymId}`;
    expect((await world.admin.patch(path, { language: 'es' })).status).toBe(200);
    expect((await world.admin.get(path)).body.language).toBe('es');
    await app.sql('alter table audit_log drop constraint no_pt');
  });
});
