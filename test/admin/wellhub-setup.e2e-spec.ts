import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CheckInStage, type CheckInWorld } from '../support/check-in-stage.js';
import type { Answer } from '../support/api.js';
import { textOf, Visitor } from '../support/visitor.js';

const EVENTS = [
  'checkin',
  'checkin-booking-occurred',
  'booking-requested',
  'booking-canceled',
  'booking-late-canceled',
];

describe('/admin/v1/partners/{partnerId}/wellhub/setup', () => {
  let stage: CheckInStage;
  let world: CheckInWorld;
  let path: string;
  let url: string;

  beforeAll(async () => {
    stage = await CheckInStage.open();
  });
  afterAll(() => stage.close());
  beforeEach(async () => {
    world = await stage.partner();
    stage.simulator.setup.command({ gyms: {}, listName: 'gyms', answer: 'normal' });
    path = `/admin/v1/partners/${world.world.partnerId}/wellhub/setup`;
    url = `http://localhost:3000${world.world.hookPath}`;
  });

  const check = () => world.world.admin.get(path);
  const confirm = (body: object = { confirm: true }) => world.world.admin.post(path, body);
  const statesOf = ({ body }: Answer): unknown[] =>
    body.gyms[0].webhooks.map(({ state }: { state: string }) => state);
  const own = () => world.world.wellhubGymId;

  it('W-68 lists registered, missing and wrong per event, and changes nothing', async () => {
    stage.simulator.setup.command({
      gyms: {
        [own()]: {
          webhooks: [
            { event: 'checkin', url, secret: 'the-secret-at-wellhub' },
            { event: 'booking-requested', url: 'https://elsewhere.example.com/' },
          ],
        },
      },
    });
    const answer = await check();
    expect(answer).toMatchObject({ status: 200, body: { environment: 'simulator' } });
    expect(statesOf(answer)).toEqual(['REGISTERED', 'MISSING', 'WRONG_URL', 'MISSING', 'MISSING']);
    expect(answer.body.gyms[0]).toMatchObject({
      gymId: world.world.gymId,
      wellhubGymId: own(),
      enabled: true,
      problem: null,
    });
    expect(answer.body.gyms[0].webhooks[2]).toEqual({
      event: 'booking-requested',
      state: 'WRONG_URL',
      url: 'https://elsewhere.example.com/',
      expectedUrl: url,
    });
    expect(answer.text).not.toContain('the-secret-at-wellhub');
    expect(stage.simulator.setup.view().gyms[own()]?.changes).toBe(0);
  });

  it('W-68 C-27 is a screen that compares, and sets it right by a second press', async () => {
    stage.simulator.setup.command({
      gyms: {
        [own()]: { webhooks: [{ event: 'checkin', url: 'https://elsewhere.example.com/' }] },
      },
    });
    const { key } = await world.world.keyed(['PARTNER_ADMIN']);
    const visitor = new Visitor(stage.app.api);
    const json = { 'Content-Type': 'application/json' };
    const session = JSON.stringify({ key, name: 'Rita' });
    await visitor.call('POST', '/console/session', session, json);
    const screen = '/console/settings/wellhub/webhooks';
    const before = textOf((await visitor.get(screen)).text);
    expect(before).toContain('Goes to another address https://elsewhere.example.com/');
    expect(before).toContain('Mend it at Wellhub');
    expect(stage.simulator.setup.view().gyms[own()]?.changes).toBe(0);
    const after = textOf((await visitor.submit(screen, {})).text);
    expect(after).toContain('Everything is right');
    expect(stage.simulator.setup.view().gyms[own()]?.changes).toBe(1);
  });

  it('W-68 reports gyms that only Wellhub knows, gyms without an id, and foreign ones', async () => {
    stage.simulator.setup.command({ gyms: { '77': { enabled: false } }, listName: 'partners' });
    const gyms = `/admin/v1/partners/${world.world.partnerId}/gyms`;
    const bare = await world.world.admin.post(gyms, { name: 'New place' });
    const { body } = await check();
    expect(body.unknownGyms).toEqual([{ wellhubGymId: '77', enabled: false }]);
    expect(body.gymsWithoutWellhubGymId).toEqual([{ gymId: bare.body.id, name: 'New place' }]);
    expect(body.gyms).toMatchObject([
      { wellhubGymId: own(), enabled: null, problem: 'NOT_AT_WELLHUB', webhooks: [] },
    ]);
  });

  it.each([[{}], [{ confirm: false }], [{ confirm: 'true' }], [{ confirm: true, more: 1 }]])(
    'W-68 changes nothing for %j',
    async (body) => {
      expect(await confirm(body)).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
      expect(stage.simulator.setup.view().gyms[own()]?.changes).toBe(0);
    },
  );

  it('W-68 registers with confirmation what is missing or wrong, and only that', async () => {
    const kept = { event: 'checkin', url, secret: 'kept' };
    const foreign = { event: 'something-new', url: 'https://elsewhere.example.com/new' };
    const wrong = { event: 'booking-canceled', url: 'https://elsewhere.example.com/' };
    stage.simulator.setup.command({ gyms: { [own()]: { webhooks: [kept, foreign, wrong] } } });
    const answer = await confirm();
    expect(answer.status).toBe(200);
    expect(answer.body.registered).toEqual([
      { gymId: world.world.gymId, events: EVENTS.slice(1), problem: null },
    ]);
    expect(statesOf(answer)).toEqual(EVENTS.map(() => 'REGISTERED'));
    const { webhooks = [] } = stage.simulator.setup.view().gyms[own()] ?? {};
    expect(webhooks).toEqual([
      kept,
      foreign,
      ...EVENTS.slice(1).map((event) => ({ event, url, secret: world.world.webhookSecret })),
    ]);
    expect(answer.text).not.toContain(world.world.webhookSecret);
    const again = await confirm();
    expect(again).toMatchObject({ status: 200, body: { registered: [] } });
    expect(stage.simulator.setup.view().gyms[own()]?.changes).toBe(1);
    const log = await world.world.admin.get(
      `/admin/v1/partners/${world.world.partnerId}/audit-log`,
    );
    const acts = log.body.items.filter(({ action }: { action: string }) =>
      action.startsWith('wellhub-setup'),
    );
    expect(acts).toMatchObject([
      { action: 'wellhub-setup.registered', object: `gym/${world.world.gymId}` },
    ]);
  });

  it('W-68 registers the own address and secret of a gym that has one, and only the gym that is named', async () => {
    const gyms = `/admin/v1/partners/${world.world.partnerId}/gyms`;
    const values = {
      name: 'Norte',
      wellhubGymId: '5001',
      webhookSecret: 'secret-of-the-gym-norte',
    };
    const norte = await world.world.admin.post(gyms, values);
    stage.simulator.setup.command({ gyms: { [own()]: {}, '5001': {} } });
    const answer = await confirm({ confirm: true, gymId: norte.body.id });
    expect(answer.body.registered).toMatchObject([{ gymId: norte.body.id, problem: null }]);
    const known = stage.simulator.setup.view().gyms;
    expect(known[own()]?.changes).toBe(0);
    expect(known['5001']?.webhooks[0]).toEqual({
      event: 'checkin',
      url: norte.body.urls.test.webhooks,
      secret: 'secret-of-the-gym-norte',
    });
    expect(await confirm({ confirm: true, gymId: 999_999_999 })).toMatchObject({
      status: 404,
      body: { code: 'gym.not-found' },
    });
  });

  it.each([
    ['unauthorized', 409, 'wellhub-setup.credentials-refused'],
    ['forbidden', 409, 'wellhub-setup.credentials-refused'],
    ['500', 503, 'wellhub-setup.unreachable'],
    ['html', 503, 'wellhub-setup.unreachable'],
    ['empty', 503, 'wellhub-setup.unreachable'],
    ['huge', 503, 'wellhub-setup.unreachable'],
    ['redirect', 503, 'wellhub-setup.unreachable'],
    ['reset', 503, 'wellhub-setup.unreachable'],
  ] as const)('reports when Wellhub answers %s', async (answer, status, code) => {
    stage.simulator.setup.command({ answer });
    expect(await check()).toMatchObject({ status, body: { code } });
    expect(await confirm()).toMatchObject({ status, body: { code } });
  });

  it('requires a connection and a secret, and refuses the sandbox, where Wellhub has no such API', async () => {
    const connection = `/admin/v1/partners/${world.world.partnerId}/wellhub`;
    await stage.app.sql(
      'update wellhub_connections set webhook_secret = null where partner_id = $1',
      [world.world.partnerId],
    );
    stage.simulator.setup.command({ gyms: { [own()]: {} } });
    expect(await confirm()).toMatchObject({
      status: 409,
      body: { code: 'wellhub-setup.secret-missing' },
    });
    expect(stage.simulator.setup.view().gyms[own()]?.changes).toBe(0);
    await world.world.admin.put(connection, {
      environment: 'sandbox',
      accessToken: 'sandbox-token',
    });
    const refused = { status: 409, body: { code: 'wellhub-setup.production-only' } };
    expect(await check()).toMatchObject(refused);
    const none = await stage.partner({ connection: false });
    const other = `/admin/v1/partners/${none.world.partnerId}/wellhub/setup`;
    expect(await none.world.admin.get(other)).toMatchObject({
      status: 404,
      body: { code: 'wellhub-connection.not-found' },
    });
  });

  it('is for the administrator of this partner only', async () => {
    const gyms = await world.world.keyed(['STUDIO_WRITE']);
    expect((await gyms.get(path)).status).toBe(403);
    expect((await gyms.post(path, { confirm: true })).status).toBe(403);
    const stranger = await stage.partner();
    expect((await stranger.world.admin.get(path)).status).toBe(404);
  });
});
