import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../support/eventually.js';
import {
  CLIENT,
  IdentityProviderServer,
  type ProviderAccount,
} from '../support/identity-provider.js';
import { ANA, providerPath, REDIRECT_URI, SignOnStage } from '../support/sign-on-stage.js';
import { textOf } from '../support/visitor.js';
import { givenAPartner } from '../support/world.js';

describe('single sign-on', () => {
  let stage: SignOnStage;

  beforeAll(async () => {
    stage = await SignOnStage.open();
  });
  afterAll(() => stage.close());

  it('C-23 keeps a provider per partner, with a secret that no answer shows', async () => {
    const { world, slug } = await stage.aWorld();
    const { status, body, text } = await world.admin.get(providerPath(world));
    expect([status, body]).toEqual([
      200,
      {
        issuer: `${stage.provider.issuer}/`,
        clientId: 'gatehouse',
        clientSecretSet: true,
        clientSecretSetAt: expect.any(String),
        scopes: ['openid', 'profile', 'email', 'groups'],
        groupsClaim: 'groups',
        groups: [
          { group: 'owners', role: 'OWNER', gymIds: null },
          { group: 'desk', role: 'FRONT_DESK', gymIds: null },
        ],
        required: false,
        provesSecondFactor: false,
        redirectUri: REDIRECT_URI,
        logInUrl: `http://localhost:3000/console/login/${slug}`,
      },
    ]);
    expect(text).not.toContain(CLIENT.clientSecret);
    const other = await givenAPartner(stage.app, { connection: false });
    expect((await other.admin.get(providerPath(world))).status).toBe(404);
    expect((await other.admin.get(providerPath(other))).body).toMatchObject({
      issuer: null,
      clientSecretSet: false,
    });
    const test = `${providerPath(world)}/test`;
    expect((await world.admin.post(test)).body).toEqual({ result: 'OK' });
    expect((await other.admin.post(`${providerPath(other)}/test`)).body.code).toBe(
      'identity-provider.not-found',
    );
    const { clientSecret: _, ...kept } = stage.settings();
    expect((await world.admin.put(providerPath(world), kept)).status).toBe(200);
    const moved = { ...kept, issuer: 'http://127.0.0.1:1/' };
    expect((await world.admin.put(providerPath(world), moved)).body.errors).toEqual([
      { pointer: '/clientSecret', detail: expect.stringContaining('new issuer') },
    ]);
    const renamed = { ...kept, clientId: 'another' };
    expect((await world.admin.put(providerPath(world), renamed)).status).toBe(400);
    const away = { ...moved, clientSecret: 'x' };
    expect((await world.admin.put(providerPath(world), away)).status).toBe(200);
    expect((await world.admin.post(test)).body).toEqual({
      result: 'UNREACHABLE',
      detail: 'ECONNREFUSED',
    });
    expect((await world.admin.delete(providerPath(world))).status).toBe(204);
    expect((await world.admin.delete(providerPath(world))).status).toBe(404);
    const log = await world.admin.get(`/admin/v1/partners/${world.partnerId}/audit-log`);
    expect(log.text).toContain('"groups":{"new":[');
    expect(log.text).not.toContain(CLIENT.clientSecret);
  });

  it.each([
    [{ issuer: 'ftp://id.example.com' }, '/issuer'],
    [{ issuer: 'https://u:p@id.example.com' }, '/issuer'],
    [{ issuer: 'https://id.example.com/?tenant=1' }, '/issuer'],
    [{ clientId: ' ' }, '/clientId'],
    [{ clientSecret: '' }, '/clientSecret'],
    [{ clientSecret: null }, '/clientSecret'],
    [{ groups: [{ group: 'a', role: 'BOSS' }] }, '/groups/0/role'],
    [{ groups: [{ group: 'a', role: 'OPERATOR' }] }, '/groups/0/role'],
    [{ groups: [{ group: 'a', role: 'OWNER', gymIds: [1] }] }, '/gymIds'],
    [{ groups: [5] }, '/groups'],
    [{ groups: { a: 1 } }, '/groups'],
    [{ groups: null }, '/groups'],
    [{ groups: [{ group: 'a', role: 'VIEWER', boss: true }] }, '/groups/0/boss'],
    [{ groups: [{ group: 'a', role: 'VIEWER', gymIds: [] }] }, '/groups/0/gymIds'],
    [{ groups: ['a', 'b', 'a'].map((group) => ({ group, role: 'VIEWER' })) }, '/groups'],
    [{ scopes: 'openid' }, '/scopes'],
    [{ required: 'yes' }, '/required'],
  ])('C-23 refuses %j by name', async (wrong, pointer) => {
    const { admin } = stage.staff.world;
    const answer = await admin.put(providerPath(stage.staff.world), {
      ...stage.settings(),
      ...wrong,
    });
    expect([answer.status, answer.body.errors?.[0]]).toEqual([
      400,
      { pointer, detail: expect.any(String) },
    ]);
    expect((await admin.get(providerPath(stage.staff.world))).body.issuer).toBeNull();
  });

  it('C-23 needs a recent proof, and refuses a change on top of another one', async () => {
    const { world } = await stage.aWorld();
    const { browser } = await stage.staff.colleague({ role: 'OWNER' }, world);
    await stage.app.sql(`update staff_sessions set awaits = null, proven_at = '2020-01-01'`);
    const owner = () => stage.staff.with(browser).with({ 'Sec-Fetch-Site': 'same-origin' });
    await until(async () => (await owner().get(providerPath(world))).status === 200);
    for (const answer of [
      await owner().put(providerPath(world), stage.settings()),
      await owner().delete(providerPath(world)),
    ])
      expect([answer.status, answer.body.code]).toEqual([403, 'request.proof-required']);
    const read = await world.admin.get(providerPath(world));
    const stale = { 'If-Match': read.headers.get('etag') ?? '' };
    const change = { ...stage.settings(), provesSecondFactor: true };
    expect((await world.admin.put(providerPath(world), change, stale)).status).toBe(200);
    expect((await world.admin.put(providerPath(world), stage.settings(), stale)).status).toBe(412);
    const desk = await world.keyed(['CUSTOMER_WRITE', 'STUDIO_WRITE']);
    expect((await stage.app.api.withKey(desk.key).get(providerPath(world))).status).toBe(403);
  });

  it('C-24 leads from the short name of a gym to its provider and back, and makes the person a member', async () => {
    const { world, slug } = await stage.aWorld();
    const browser = stage.browser();
    expect(textOf((await browser.get('/console/login')).text)).toContain('company account');
    expect((await browser.get('/console/single-sign-on')).status).toBe(200);
    const found = await browser.submit('/console/single-sign-on', {
      name: ` ${slug.toUpperCase()} `,
    });
    expect([found.status, found.headers.get('location')]).toEqual([303, `/console/login/${slug}`]);
    const page = await browser.get(`/console/login/${slug}`);
    expect([page.status, textOf(page.text)]).toEqual([
      200,
      expect.stringContaining(`Continue at ${new URL(stage.provider.issuer).host}`),
    ]);
    const to = new URL(await stage.start(browser, `/console/login/${slug}/start`));
    expect(Object.fromEntries(to.searchParams)).toEqual({
      client_id: 'gatehouse',
      response_type: 'code',
      redirect_uri: REDIRECT_URI,
      scope: 'openid profile email groups',
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: 'S256',
    });
    const done = await stage.comeBack(browser, await stage.provider.visit(to.href, ANA));
    expect([done.status, done.text]).toEqual([
      200,
      expect.stringContaining('<meta http-equiv="refresh" content="0; url=/console"'),
    ]);
    expect(await stage.statusAt(world, browser)).toBe(200);
    expect(await stage.staffOf(world)).toEqual([
      expect.objectContaining({
        name: 'Ana Souza',
        email: 'ana@company.example',
        language: 'es',
        role: 'FRONT_DESK',
        gymIds: null,
        state: 'ACTIVE',
        logsInWith: 'PROVIDER',
      }),
    ]);
    const again = await stage.signOn(slug, { ...ANA, name: 'Ana Souza Lima' });
    expect(again.answer.status).toBe(200);
    expect((await stage.staffOf(world)).map(({ name }: { name: string }) => name)).toEqual([
      'Ana Souza Lima',
    ]);
    const log = (await world.admin.get(`/admin/v1/partners/${world.partnerId}/audit-log`)).text;
    expect(log).toContain('staff.joined-by-provider');
    expect(log).toContain('Ana Souza (staff ');
    expect(log).not.toContain('company.example');
  });

  it('C-24 takes groups and profile from userinfo, too, and from a path', async () => {
    const little = await IdentityProviderServer.open({
      redirectUri: REDIRECT_URI,
      tellsLittle: true,
    });
    const { world, slug } = await stage.aWorld({ issuer: little.issuer });
    const browser = stage.browser();
    const to = await stage.start(browser, `/console/login/${slug}/start`);
    expect((await stage.comeBack(browser, await little.visit(to, ANA))).status).toBe(200);
    expect(await stage.staffOf(world)).toEqual([
      expect.objectContaining({ name: 'Ana Souza', role: 'FRONT_DESK' }),
    ]);
    await little.close();
  });

  it('C-87 finds people by issuer and subject alone: an e-mail opens nothing', async () => {
    const { world, slug } = await stage.aWorld();
    const owner = await stage.staff.colleague({ role: 'OWNER' }, world);
    const other = await givenAPartner(stage.app, { connection: false });
    const elsewhere = await stage.staff.colleague({ role: 'MANAGER' }, other);
    for (const { email } of [owner, elsewhere]) {
      const eve = { ...ANA, sub: `eve of ${email}`, email };
      const { browser, answer } = await stage.signOn(slug, eve);
      expect(answer.status).toBe(200);
      expect(await stage.statusAt(world, browser)).toBe(200);
      expect(await stage.statusAt(other, browser)).toBe(404);
      const account = await browser.get('/console/account');
      expect(textOf(account.text)).not.toContain('Where you work');
      const own = await stage.staff.with(browser).get(`/admin/v1/partners/${world.partnerId}`);
      expect(own.status).toBe(403);
    }
    const same = await stage.aWorld();
    expect((await stage.signOn(same.slug, ANA)).answer.status).toBe(200);
    const ids = await stage.app.sql<{ id: string }>(
      `select distinct person_id as id from staff_identities where subject = 'ana-1'`,
    );
    expect(ids.length).toBeGreaterThan(1);
    await stage.browser().submit('/console/password', { email: 'ana@company.example' });
    await until(
      async () => (await stage.app.sql('select 1 from staff_password_requests')).length === 0,
    );
    expect(await stage.app.sql('select 1 from staff_password_links')).toEqual([]);
  });

  it('C-87 the groups decide the role at every log-in, and a session with another one ends', async () => {
    const { world, slug } = await stage.aWorld();
    const first = await stage.signOn(slug, ANA);
    const { answer, browser } = await stage.signOn(slug, { ...ANA, groups: ['desk', 'owners'] });
    expect(answer.text).toContain('url=/console/second-factor');
    const [member] = await stage.staffOf(world);
    expect(member).toMatchObject({ role: 'OWNER', version: 2 });
    expect(await stage.statusAt(world, first.browser)).toBe(401);
    const path = `/admin/v1/staff/${member.id}`;
    const patched = await world.admin.patch(path, { role: 'VIEWER' });
    expect([patched.status, patched.body.code]).toEqual([409, 'staff.from-provider']);
    const gone = await stage.signOn(slug, { ...ANA, groups: ['everybody'] });
    expect([gone.answer.status, textOf(gone.answer.text)]).toEqual([
      401,
      expect.stringContaining('none of your groups'),
    ]);
    expect(gone.browser.cookie('gatehouse-console')).toBeUndefined();
    expect(await stage.staffOf(world)).toEqual([]);
    expect((await browser.get('/console/second-factor')).status).toBe(303);
    const log = (await world.admin.get(`/admin/v1/partners/${world.partnerId}/audit-log`)).text;
    for (const what of ['staff.moved-by-provider', 'staff.left-by-provider', 'no-group'])
      expect(log).toContain(what);
    expect((await stage.signOn(slug, ANA)).answer.status).toBe(200);
    const [{ id }] = await stage.staffOf(world);
    expect((await world.admin.delete(`/admin/v1/staff/${id}`)).status).toBe(204);
  });

  it('C-87 narrows a group to gyms, and a gym that is gone does not count', async () => {
    const world = await givenAPartner(stage.app, { connection: false });
    const { body: other } = await world.admin.post(`/admin/v1/partners/${world.partnerId}/gyms`, {
      name: 'Other',
    });
    const gone = other.id;
    const groups = [{ group: 'desk', role: 'FRONT_DESK', gymIds: [world.gymId, gone] }];
    await world.admin.put(providerPath(world), { ...stage.settings(), groups });
    await world.admin.delete(`/admin/v1/gyms/${gone}`);
    const slug = await stage.slugOf(world);
    const { browser } = await stage.signOn(slug, ANA);
    expect(await stage.staffOf(world)).toEqual([
      expect.objectContaining({ gymIds: [world.gymId] }),
    ]);
    expect(await stage.statusAt(world, browser)).toBe(200);
    await world.admin.delete(`/admin/v1/gyms/${world.gymId}`);
    expect((await stage.signOn(slug, ANA)).answer.status).toBe(401);
    const unknown = [{ group: 'desk', role: 'FRONT_DESK', gymIds: [999_999] }];
    const put = await world.admin.put(providerPath(world), {
      ...stage.settings(),
      groups: unknown,
    });
    expect([put.status, put.body.code]).toEqual([404, 'gym.not-found']);
  });

  it('C-88 where it is required a password is for an OWNER alone', async () => {
    const { world, slug } = await stage.aWorld();
    const owner = await stage.staff.colleague({ role: 'OWNER' }, world);
    const manager = await stage.staff.colleague({ role: 'MANAGER' }, world);
    const late = await stage.staff.invite({ role: 'MANAGER' }, world);
    expect(await stage.statusAt(world, manager.browser)).toBe(200);
    await world.admin.put(providerPath(world), { ...stage.settings(), required: true });
    expect(await stage.statusAt(world, manager.browser)).toBe(401);
    const refused = await stage.staff.logIn(stage.browser(), manager.email);
    expect([refused.status, refused.headers.get('location')]).toEqual([
      303,
      `/console/login/${slug}?password=no`,
    ]);
    expect(refused.headers.getSetCookie()).toEqual([]);
    const page = await stage.browser().get(`/console/login/${slug}?password=no`);
    expect(textOf(page.text)).toContain('wants its staff to log in with the company account');
    expect((await stage.staff.logIn(stage.browser(), manager.email, 'wrong')).status).toBe(401);
    const opened = await stage.staff.logIn(stage.browser(), owner.email);
    expect([opened.status, opened.headers.get('location')]).toEqual([
      303,
      '/console/second-factor',
    ]);
    const invited = await stage.staff.invite({ role: 'VIEWER' }, world);
    expect([invited.status, invited.body.code]).toEqual([409, 'staff.provider-required']);
    expect((await stage.staff.invite({ role: 'OWNER' }, world)).status).toBe(201);
    const { token } = await stage.staff.mailTo(late.body.email);
    expect((await stage.staff.accept(stage.browser(), token)).status).toBe(410);
    const { answer } = await stage.signOn(slug, { ...ANA, sub: 'boss', groups: ['owners'] });
    expect(answer.status).toBe(200);
    const path = `/admin/v1/staff/${owner.id}`;
    expect((await world.admin.delete(path)).body.code).toBe('staff.last-owner');
    await world.admin.put(providerPath(world), stage.settings());
    expect((await stage.staff.logIn(stage.browser(), manager.email)).headers.get('location')).toBe(
      '/console',
    );
  });

  it('C-88 a change of the provider ends the sessions of who came from there', async () => {
    const { world, slug } = await stage.aWorld();
    const password = await stage.staff.colleague({}, world);
    const { browser } = await stage.signOn(slug, ANA);
    await world.admin.put(providerPath(world), { ...stage.settings(), groups: [] });
    expect(await stage.statusAt(world, browser)).toBe(401);
    expect((await stage.signOn(slug, ANA)).answer.status).toBe(401);
    await world.admin.put(providerPath(world), stage.settings());
    const back = await stage.signOn(slug, ANA);
    expect(await stage.statusAt(world, back.browser)).toBe(200);
    await world.admin.delete(providerPath(world));
    expect(await stage.statusAt(world, back.browser)).toBe(401);
    expect(await stage.statusAt(world, password.browser)).toBe(200);
    expect((await stage.staffOf(world)).map(({ id }: { id: string }) => id)).toEqual([password.id]);
    expect((await stage.browser().get(`/console/login/${slug}`)).status).toBe(404);
  });

  it('C-89 a second factor is what the provider says, or the partner, else one here', async () => {
    const boss = { sub: 'boss', groups: ['owners'] };
    const { world, slug } = await stage.aWorld();
    const next = async (account: ProviderAccount) => {
      const { answer, browser } = await stage.signOn(slug, account);
      expect(answer.status).toBe(200);
      const [, path] = /url=([^"]+)"/.exec(answer.text) ?? [];
      return [path, await stage.statusAt(world, browser)];
    };
    expect(await next(boss)).toEqual(['/console/second-factor', 401]);
    expect(await next({ ...boss, amr: ['pwd'] })).toEqual(['/console/second-factor', 401]);
    expect(await next({ ...boss, amr: ['pwd', 'otp', 'mfa'] })).toEqual(['/console', 200]);
    await world.admin.put(providerPath(world), { ...stage.settings(), provesSecondFactor: true });
    expect(await next(boss)).toEqual(['/console', 200]);
  });

  it('C-90 what matters most needs a fresh log-in at the provider, by the same person', async () => {
    const { world, slug } = await stage.aWorld({ provesSecondFactor: true });
    const long = Math.floor(Date.now() / 1_000) - 3_600;
    const boss = { sub: 'boss', name: 'Boss', groups: ['owners'] };
    const { browser } = await stage.signOn(slug, { ...boss, ts: long });
    const put = () =>
      stage.staff
        .with(browser)
        .with({ 'Sec-Fetch-Site': 'same-origin' })
        .put(providerPath(world), {
          ...stage.settings(),
          provesSecondFactor: true,
        });
    expect((await put()).body.code).toBe('request.proof-required');
    const confirm = await browser.get('/console/confirm');
    expect(confirm.headers.get('location')).toBe('/console/single-sign-on/confirm');
    expect(textOf((await browser.get('/console/single-sign-on/confirm')).text)).toContain(
      'once more',
    );
    const path = '/console/single-sign-on/confirm/start';
    const to = await stage.start(browser, path);
    expect(new URL(to).searchParams.get('prompt')).toBe('login');
    const stale = await stage.comeBack(
      browser,
      await stage.provider.visit(to, { ...boss, ts: long }),
    );
    expect(stale.status).toBe(401);
    const eve = await stage.provider.visit(await stage.start(browser, path), {
      ...boss,
      sub: 'eve',
    });
    const other = await stage.comeBack(browser, eve);
    expect([other.status, textOf(other.text)]).toEqual([
      401,
      expect.stringContaining('as somebody else'),
    ]);
    expect((await put()).body.code).toBe('request.proof-required');
    const old = browser.cookie('gatehouse-console') ?? '';
    const back = await stage.provider.visit(await stage.start(browser, path), boss);
    expect((await stage.comeBack(browser, back)).status).toBe(200);
    expect((await put()).status).toBe(200);
    expect(browser.cookie('gatehouse-console')).not.toBe(old);
    const former = stage.app.api.with({ Cookie: `gatehouse-console=${old}` });
    expect((await former.get(`/admin/v1/gyms/${world.gymId}`)).status).toBe(401);
    const log = await world.admin.get(`/admin/v1/partners/${world.partnerId}/audit-log`);
    expect(log.text).toContain('staff.proven');
    expect((await stage.browser().get(path)).headers.get('location')).toBe('/console/login');
  });
});
