import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer } from '../support/api.js';
import { eventually } from '../support/eventually.js';
import { givenADoor, type GateWorld } from '../support/gate-world.js';
import { valueIn } from '../support/metrics.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner, type World } from '../support/world.js';
import { Visitor } from '../support/visitor.js';
import { newWellhubId, WellhubPosts } from '../support/wellhub-posts.js';
import { DatabaseGauges } from '../../src/platform/metrics/database-gauges.js';
import { Alerts } from '../../src/platform/alerts/alerts.js';

const outcome = ({ status, body }: Answer) => [status, body.code];

describe('the test environment of a partner', () => {
  let app: TestApp;
  let live: GateWorld;
  let test: GateWorld;

  beforeAll(async () => {
    app = await startApp();
    live = await givenADoor(app);
    test = await givenADoor(app, { testOf: live.partnerId });
  });
  afterAll(() => app.close());

  const testPath = (partnerId: string) => `/admin/v1/partners/${partnerId}/test-environment`;

  it('C-130 is made once, with an id, a slug and settings of its own, also by parallel calls', async () => {
    const partner = await givenAPartner(app, { partner: { locale: 'pt', multiOffer: true } });
    const none = await partner.admin.get(testPath(partner.partnerId));
    expect(outcome(none)).toEqual([404, 'test-environment.not-found']);
    const made = await Promise.all(
      [1, 2, 3].map(() => partner.admin.post(testPath(partner.partnerId))),
    );
    expect(made.map(({ status }) => status).sort()).toEqual([200, 200, 201]);
    const [{ body }] = made as [Answer, ...Answer[]];
    expect(new Set(made.map((one) => one.body.partnerId)).size).toBe(1);
    expect(made[0]?.headers.get('location')).toBe(`/admin/v1/partners/${body.partnerId}`);
    expect(body).toMatchObject({ livePartnerId: partner.partnerId, slug: `${partner.slug}-test` });
    const settings = await app.operator.get(`/admin/v1/partners/${body.partnerId}`);
    expect(settings.body).toMatchObject({
      environment: 'test',
      livePartnerId: partner.partnerId,
      locale: 'pt',
      multiOffer: true,
      timeZone: 'America/Sao_Paulo',
      usageEventsFromVisits: false,
      signUpUrl: null,
    });
    const again = await partner.admin.get(testPath(partner.partnerId));
    expect(again.body).toEqual(body);
  });

  it('C-130 has no test environment of its own, and is shown from both sides', async () => {
    expect(outcome(await test.admin.post(testPath(test.partnerId)))).toEqual([
      409,
      'test-environment.is-test',
    ]);
    const fromLive = await live.admin.get(testPath(live.partnerId));
    expect(await test.admin.get(testPath(test.partnerId))).toMatchObject({ body: fromLive.body });
    expect((await live.admin.get(`/admin/v1/partners/${live.partnerId}`)).body).toMatchObject({
      environment: 'live',
      livePartnerId: null,
    });
  });

  it('C-130 gets another slug where its own is taken, and one that is not too long', async () => {
    const slug = `s${'x'.repeat(54)}`;
    const long = await givenAPartner(app, {
      partner: { slug: `${slug}yyyyy`, name: 'N'.repeat(200) },
    });
    await givenAPartner(app, { partner: { slug: `${slug}-test` } });
    const { status, body } = await long.admin.post(testPath(long.partnerId));
    expect(status).toBe(201);
    expect(body.slug).toMatch(/^sx+-test-[0-9a-f]{8}$/);
    expect(body.slug.length).toBeLessThanOrEqual(60);
    expect(body.name).toMatch(/^N+ \(test\)$/);
  });

  it('C-131 is made with its first key, which says where it belongs; keys without a word are live', async () => {
    const partner = await givenAPartner(app);
    const keys = `/admin/v1/partners/${partner.partnerId}/api-keys`;
    const key = { name: 'k', scopes: ['PARTNER_ADMIN'] };
    const made = await partner.admin.post(keys, { ...key, environment: 'test' });
    expect(made.body).toMatchObject({
      environment: 'test',
      key: expect.stringMatching(/^ghk_test_/),
    });
    const own = await partner.admin.post(keys, key);
    expect(own.body).toMatchObject({
      environment: 'live',
      key: expect.stringMatching(/^ghk_live_/),
    });
    const found = await partner.admin.get(testPath(partner.partnerId));
    const asTest = app.api.withKey(made.body.key);
    expect((await asTest.get(testPath(found.body.partnerId))).status).toBe(200);
    const inside = await asTest.post(`/admin/v1/partners/${found.body.partnerId}/api-keys`, key);
    expect(inside.body.environment).toBe('test');
    const wrong = { ...key, environment: 'live' };
    const refused = await asTest.post(`/admin/v1/partners/${found.body.partnerId}/api-keys`, wrong);
    expect([refused.status, refused.body.errors?.[0]?.pointer]).toEqual([400, '/environment']);
    const odd = await partner.admin.post(keys, { ...key, environment: 'prod' });
    expect([odd.status, odd.body.errors?.[0]?.pointer]).toEqual([400, '/environment']);
  });

  it('C-131 shows, rotates and revokes keys of the test environment to the partner, and no live ones to it', async () => {
    const partner = await givenAPartner(app);
    const keys = `/admin/v1/partners/${partner.partnerId}/api-keys`;
    const body = { name: 'mine', scopes: ['CUSTOMER_READ'], environment: 'test' };
    const made = (await partner.admin.post(keys, body)).body;
    const names = async (query: string) =>
      (await partner.admin.get(`${keys}${query}`)).body.items.map((one: { id: string }) => one.id);
    expect(await names('')).toContain(made.id);
    expect(await names('?environment=test')).toEqual([made.id]);
    expect(await names('?environment=live')).not.toContain(made.id);
    const one = `/admin/v1/api-keys/${made.id}`;
    expect((await partner.admin.get(one)).body).toMatchObject({
      environment: 'test',
      name: 'mine',
    });
    const rotated = await partner.admin.post(`${one}/rotate`, {});
    expect(rotated.body).toMatchObject({
      environment: 'test',
      key: expect.stringMatching(/^ghk_test_/),
    });
    expect((await partner.admin.delete(`/admin/v1/api-keys/${rotated.body.id}`)).status).toBe(204);
    const { items } = (await test.admin.get(`/admin/v1/partners/${test.partnerId}/api-keys`)).body;
    expect(new Set(items.map((key: { environment: string }) => key.environment))).toEqual(
      new Set(['test']),
    );
    const [liveKey] = (
      await live.admin.get(`/admin/v1/partners/${live.partnerId}/api-keys?environment=live`)
    ).body.items;
    expect((await test.admin.delete(`/admin/v1/api-keys/${liveKey.id}`)).status).toBe(404);
    expect((await partner.admin.get(`/admin/v1/api-keys/${items[0].id}`)).status).toBe(404);
  });

  it('C-132 sees nothing of the live data, nor is it seen there', async () => {
    const pairs = [
      [test, live],
      [live, test],
    ] as const;
    for (const [one, other] of pairs) {
      const paths = [
        `/admin/v1/partners/${other.partnerId}`,
        `/admin/v1/partners/${other.partnerId}/customers`,
        `/admin/v1/customers/${other.customerId}`,
        `/admin/v1/gyms/${other.gymId}`,
      ];
      const answers = await Promise.all(paths.map((path) => one.admin.get(path)));
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    }
  });

  it('C-133 takes registrations at addresses of its own, with keys and tokens of its own', async () => {
    const urls = (await live.admin.get(`/admin/v1/partners/${live.partnerId}/wellhub`)).body.urls;
    for (const kind of Object.keys(urls.test))
      expect(urls.test[kind]).not.toBe(urls.production[kind]);
    const fromTest = await test.admin.get(`/admin/v1/partners/${test.partnerId}/wellhub`);
    expect(fromTest.body.urls).toEqual(urls);
    const path = (url: string) => new URL(url).pathname;
    const at = { live: urls.production, test: urls.test };
    const token = async (world: World, side: 'live' | 'test') => {
      const { key } = await world.keyed(['WELLHUB_REGISTRATION']);
      return app.api.get(path(at[side].token), { 'X-Api-Key': key });
    };
    expect(outcome(await token(live, 'test'))).toEqual([403, 'invalid_api_key']);
    expect(outcome(await token(test, 'live'))).toEqual([403, 'invalid_api_key']);
    const tokens = { live: await token(live, 'live'), test: await token(test, 'test') };
    expect([tokens.live.status, tokens.test.status]).toEqual([200, 200]);
    const register = (side: 'live' | 'test', bearer: Answer, gpwId: string) =>
      app.api.post(
        path(at[side].users),
        { gympass_user_id: gpwId },
        { Authorization: `Bearer ${bearer.body.access_token}` },
      );
    expect(outcome(await register('live', tokens.test, 'gpw-a1'))).toEqual([401, 'invalid_token']);
    expect(outcome(await register('test', tokens.live, 'gpw-a1'))).toEqual([401, 'invalid_token']);
    const answered = await register('test', tokens.test, 'gpw-a2');
    expect(answered.status).toBe(200);
    expect(new URL(answered.body.redirect_link).pathname).toBe(`/${test.slug}/join`);
    const users = await app.sql(
      `select partner_id as "partnerId" from wellhub_users where gpw_id = 'gpw-a2'`,
    );
    expect(users).toEqual([{ partnerId: test.partnerId }]);
    expect((await app.api.post(path(at.test.token))).status).toBe(405);
    expect((await app.api.get(`${path(at.test.token)}/`)).status).not.toBe(301);
  });

  it('C-134 takes webhooks at its own address, for gyms with the same Wellhub id as live ones', async () => {
    const patch = { wellhubGymId: live.wellhubGymId };
    expect((await test.admin.patch(`/admin/v1/gyms/${test.gymId}`, patch)).status).toBe(200);
    const wellhubId = newWellhubId();
    const posts = new WellhubPosts(app, { ...test, wellhubGymId: live.wellhubGymId });
    expect((await posts.send(posts.checkIn(wellhubId))).status).toBe(200);
    expect((await posts.send(posts.checkIn(wellhubId), { path: live.hookPath })).status).toBe(401);
    const checkIns = (world: World) => world.admin.get(`/admin/v1/gyms/${world.gymId}/check-ins`);
    const arrived = await eventually(
      async () => (await checkIns(test)).body.items,
      (items) => items.length > 0,
    );
    expect(arrived).toHaveLength(1);
    expect((await checkIns(live)).body.items).toEqual([]);
  });

  it('C-135 opens no live door with its codes and cards, nor does a live code open a test door', async () => {
    for (const [one, other] of [
      [test, live],
      [live, test],
    ] as const) {
      const code = await one.fetchCode();
      const refused = await one.scan(code, { token: other.deviceToken });
      expect(refused.status).not.toBe(200);
      expect((await one.scan(await one.fetchCode())).status).toBe(200);
    }
  });

  it('C-136 is never connected to the production of Wellhub', async () => {
    const path = `/admin/v1/partners/${test.partnerId}/wellhub`;
    const before = (await test.admin.get(path)).body;
    const asked = { environment: 'production', accessToken: 't', webhookSecret: 'x'.repeat(20) };
    expect(outcome(await test.admin.put(path, asked))).toEqual([
      400,
      'wellhub-connection.test-only',
    ]);
    expect((await test.admin.get(path)).body).toEqual(before);
    expect((await test.admin.put(path, { ...asked, environment: 'sandbox' })).status).toBe(200);
  });

  it('C-137 is no partner in lists for the operator, unless they are about test environments', async () => {
    const ids = async (path: string) =>
      (await app.operator.get(path)).body.items.map(({ id }: { id: string }) => id);
    expect(await ids('/admin/v1/partners?limit=200')).not.toContain(test.partnerId);
    expect(await ids('/admin/v1/partners?limit=200&environment=test')).toContain(test.partnerId);
    expect(await ids('/admin/v1/partners?limit=200&environment=test')).not.toContain(
      live.partnerId,
    );
    expect(await ids(`/admin/v1/installation/partners?q=${live.slug}`)).toEqual([live.partnerId]);
  });

  it('C-137 does not count as an alert or as a check-in of the installation', async () => {
    const alerts = app.app.get(Alerts);
    const count = async () =>
      valueIn(
        (await app.api.get('/metrics')).text,
        'gatehouse_alerts_total{code="wellhub.odd-time"}',
      ) ?? 0;
    const before = await count();
    const alert = { code: 'wellhub.odd-time', object: 'gym/1' };
    await alerts.raise({ ...alert, partnerId: test.partnerId });
    expect(await count()).toBe(before);
    await alerts.raise({ ...alert, partnerId: live.partnerId });
    expect(await count()).toBe(before + 1);
    const own = await test.admin.get(`/admin/v1/partners/${test.partnerId}/alerts?open=true`);
    expect(own.body.items.map(({ code }: { code: string }) => code)).toContain('wellhub.odd-time');
    const pending = async () => {
      await app.app.get(DatabaseGauges).read();
      return valueIn((await app.api.get('/metrics')).text, 'gatehouse_check_ins_pending');
    };
    const atFirst = await pending();
    const arrive = async (world: GateWorld) => {
      const wellhubId = newWellhubId();
      const posts = new WellhubPosts(app, world);
      expect((await posts.send(posts.checkIn(wellhubId))).status).toBe(200);
      await eventually(
        () => app.sql('select 1 from check_ins where wellhub_id = $1', [wellhubId]),
        (rows) => rows.length === 1,
      );
    };
    const { wellhubGymId } = (await test.admin.get(`/admin/v1/gyms/${test.gymId}`)).body;
    await arrive({ ...test, wellhubGymId });
    expect(await pending()).toBe(atFirst);
    await arrive(live);
    expect(await pending()).toBe((atFirst ?? 0) + 1);
  });

  it('C-138 goes with its partner: keys, hooks and pages stop answering', async () => {
    const partner = await givenAPartner(app);
    const tried = await givenAPartner(app, { testOf: partner.partnerId });
    expect((await app.operator.delete(`/admin/v1/partners/${partner.partnerId}`)).status).toBe(204);
    const gone = await app.operator.get(`/admin/v1/partners/${tried.partnerId}`);
    expect(outcome(gone)).toEqual([404, 'partner.not-found']);
    const ended = await eventually(
      () => tried.admin.get(`/admin/v1/gyms/${tried.gymId}`),
      ({ status }) => status === 401,
    );
    expect(ended.status).toBe(401);
  });

  it.each([
    ['en', 'TEST'],
    ['pt-BR', 'TESTE'],
    ['es', 'PRUEBA'],
    ['de', 'TEST'],
  ])(
    'C-140 is marked in the head of every screen and of the front desk, in %s',
    async (language, mark) => {
      const marks = async (world: GateWorld) => {
        const { key } = await world.keyed(['PARTNER_ADMIN']);
        const visitor = new Visitor(app.api, { 'Accept-Language': language });
        await visitor.submit('/console/desk/log-in', { key, name: 'Rita' });
        const paths = [
          '/console/developers/keys',
          '/console/settings',
          `/console/desk/${world.gymId}`,
        ];
        const pages = await Promise.all(paths.map((path) => visitor.get(path)));
        expect(pages.map(({ status }) => status)).toEqual([200, 200, 200]);
        return pages
          .map(({ text }) => /<header[^]*?<\/header>/.exec(text)?.[0] ?? '')
          .map((head) => /class="test-badge"[^>]*>([^<]+)/.exec(head)?.[1]);
      };
      expect(await marks(test)).toEqual([mark, mark, mark]);
      expect(await marks(live)).toEqual([undefined, undefined, undefined]);
    },
  );

  it('C-140 gets its keys from a form of the partner, whose list marks them', async () => {
    const partner = await givenAPartner(app);
    const { key } = await partner.keyed(['PARTNER_ADMIN']);
    const visitor = new Visitor(app.api);
    await visitor.submit('/console/desk/log-in', { key, name: 'Rita' });
    const form = { name: 'Trying', 'scope.CUSTOMER_READ': 'on', test: 'on' };
    const made = await visitor.submit('/console/developers/keys/new', form);
    expect(made.text).toMatch(/ghk_test_\w+/);
    const { text } = await visitor.get('/console/developers/keys');
    expect(text).toMatch(/>Trying<\/a>\s*<strong class="test-badge"/);
  });
});
