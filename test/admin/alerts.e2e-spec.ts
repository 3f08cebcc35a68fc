import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Alerts } from '../../src/platform/alerts/alerts.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner, type World } from '../support/world.js';

const UNKNOWN = '018f0000-0000-7000-8000-000000000000';

interface Item {
  id: string;
  code: string;
  action: string;
  actor: string;
}

describe('the alerts of a partner', () => {
  let app: TestApp;
  let world: World;
  let path: string;

  beforeAll(async () => {
    app = await startApp();
    world = await givenAPartner(app);
    path = `/admin/v1/partners/${world.partnerId}/alerts`;
    for (const object of ['gym/1', 'gym/2', 'gym/3', 'gym/3']) await raise(object);
  });
  afterAll(() => app.close());

  const raise = (object: string, partnerId = world.partnerId) =>
    app.app.get(Alerts).raise({
      partnerId,
      code: 'wellhub.odd-time',
      object,
      gymId: world.gymId,
      detail: 'an hour ahead',
    });
  const list = async (query = '') => (await world.admin.get(`${path}${query}`)).body.items;

  it('are listed newest first, a repeat counted up in its open row', async () => {
    const { status, body } = await world.admin.get(path);
    expect(status).toBe(200);
    expect(body.nextCursor).toBeNull();
    expect(body.items.map(({ object }: { object: string }) => object)).toEqual([
      'gym/3',
      'gym/2',
      'gym/1',
    ]);
    expect(body.items[0]).toEqual({
      id: expect.any(String),
      code: 'wellhub.odd-time',
      object: 'gym/3',
      gymId: world.gymId,
      firstAt: expect.stringMatching(/Z$/),
      lastAt: expect.stringMatching(/Z$/),
      count: 2,
      detail: 'an hour ahead',
      closedAt: null,
    });
  });

  it('come in pages that fit together', async () => {
    const first = (await world.admin.get(`${path}?limit=2`)).body;
    const second = (await world.admin.get(`${path}?limit=2&cursor=${first.nextCursor}`)).body;
    expect([...first.items, ...second.items]).toEqual(await list());
    expect(second.nextCursor).toBeNull();
  });

  it.each(['nonsense', Buffer.from('-'.repeat(36)).toString('base64url')])(
    'refuse the cursor %s',
    async (cursor) => {
      expect((await world.admin.get(`${path}?cursor=${cursor}`)).status).toBe(400);
    },
  );

  it('are closed once, audited, and opened anew by the next occurrence', async () => {
    await raise('gym/9');
    const [open] = await list('?open=true&limit=1');
    const closed = await world.admin.post(`/admin/v1/alerts/${open.id}/close`);
    expect(closed.status).toBe(200);
    expect(closed.body).toEqual({ ...open, closedAt: expect.stringMatching(/Z$/) });
    const again = await world.admin.post(`/admin/v1/alerts/${open.id}/close`);
    expect(again.body).toEqual(closed.body);
    expect(await list('?open=false')).toEqual([closed.body]);
    expect((await list('?open=true')).map(({ id }: Item) => id)).not.toContain(open.id);
    const log = await world.admin.get(`/admin/v1/partners/${world.partnerId}/audit-log?limit=1`);
    expect(log.body.items[0]).toMatchObject({ action: 'alert.closed', object: open.id });
    await raise('gym/9');
    expect((await list('?open=true&limit=1'))[0]).toMatchObject({ object: 'gym/9', count: 1 });
  });

  it('are private to their partner: another partner’s alert is answered like an unknown one', async () => {
    const other = await givenAPartner(app);
    await raise('gym/1', other.partnerId);
    const theirs = await other.admin.get(`/admin/v1/partners/${other.partnerId}/alerts`);
    const { id } = theirs.body.items[0];
    const answers = await Promise.all(
      [id, UNKNOWN, 'x'].map((alert) => world.admin.post(`/admin/v1/alerts/${alert}/close`)),
    );
    expect(answers.map(({ status, body }) => `${status} ${body.code}`)).toEqual(
      Array(3).fill('404 alert.not-found'),
    );
    expect((await other.admin.get(path)).status).toBe(404);
    expect((await world.admin.get(`${path}?open=yes`)).status).toBe(400);
    const reader = await world.keyed(['CUSTOMER_READ']);
    expect((await reader.get(path)).status).toBe(403);
  });
});

describe('the audit log of a partner', () => {
  let app: TestApp;
  let world: World;
  let path: string;

  beforeAll(async () => {
    app = await startApp();
    world = await givenAPartner(app);
    path = `/admin/v1/partners/${world.partnerId}/audit-log`;
    await world.keyed(['CUSTOMER_READ']);
  });
  afterAll(() => app.close());

  it('shows who did what and when, newest first', async () => {
    const sent = { 'X-Request-Id': 'request-of-the-audit' };
    const made = await world.admin.post(
      `/admin/v1/partners/${world.partnerId}/api-keys`,
      { name: 'till', scopes: ['CUSTOMER_READ'] },
      sent,
    );
    const { status, body } = await world.admin.get(path);
    expect(status).toBe(200);
    expect(body.items[0]).toEqual({
      id: expect.any(String),
      at: expect.stringMatching(/Z$/),
      actor: 'PARTNER_ADMIN',
      action: 'api-key.created',
      object: made.body.id,
      requestId: 'request-of-the-audit',
      source: '127.0.0.1',
      changes: { name: null, scopes: ['CUSTOMER_READ'] },
    });
    expect(body.items[1]).toMatchObject({ actor: 'operator', action: 'api-key.created' });
  });

  it('comes in pages that fit together, to administrators of this partner only', async () => {
    const all = (await world.admin.get(path)).body.items;
    const first = (await world.admin.get(`${path}?limit=1`)).body;
    const rest = (await world.admin.get(`${path}?cursor=${first.nextCursor}`)).body;
    expect([...first.items, ...rest.items]).toEqual(all);
    const other = await givenAPartner(app);
    expect((await other.admin.get(path)).status).toBe(404);
    expect((await app.operator.get(path)).body.items).toEqual(all);
  });
});
