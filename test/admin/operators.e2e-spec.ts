import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import { DeclaredRoutes } from '../../src/platform/http/declared-routes.js';
import { until } from '../support/eventually.js';
import { StaffStage } from '../support/staff-stage.js';
import { startApp } from '../support/test-app.js';
import { textOf, type Visitor } from '../support/visitor.js';
import { givenAPartner } from '../support/world.js';

const STAFF = '/admin/v1/installation/staff';
const PLACE = '/admin/v1/me/place';
const UNKNOWN = '01990000-0000-7000-8000-000000000000';

describe('the people of the operator', () => {
  let stage: StaffStage;

  beforeAll(async () => {
    stage = await StaffStage.open();
  });
  afterAll(() => stage.close());

  const operator = () => stage.app.operator;
  const lookIn = (browser: Visitor, observedPartnerId = stage.world.partnerId) =>
    stage.call(browser, 'PUT', PLACE, { observedPartnerId });
  const logOf = async (path: string) =>
    (await operator().get(`${path}/audit-log?limit=200`)).body.items as {
      actor: string;
      action: string;
      object: string;
    }[];

  it('C-16 an operator invites another, who acts for every partner by name', async () => {
    const invited = await operator().post(STAFF, { email: 'Ola@Example.com', language: 'pt' });
    const { id } = invited.body;
    expect([invited.status, invited.headers.get('location')]).toEqual([201, `${STAFF}/${id}`]);
    expect(invited.body).toMatchObject({ role: 'OPERATOR', gymIds: null, state: 'INVITED' });
    expect((await operator().get(`${STAFF}/${id}`)).body).toEqual(invited.body);
    const mail = await stage.mailTo('Ola@Example.com');
    expect(mail.subject).toBe('Convite para operar o Gatehouse');
    const browser = stage.browser();
    const page = await browser.get(`/console/invitation?token=${mail.token}`);
    expect(textOf(page.text)).toContain('The staff of Gatehouse');
    const weak = await stage.accept(browser, mail.token, { name: 'Ola', password: 'gatehouse#77' });
    expect(weak.status).toBe(422);
    expect((await stage.accept(browser, mail.token, { name: 'Ola' })).status).toBe(303);

    const ola = stage.with(browser);
    expect((await ola.get('/admin/v1/partners')).status).toBe(200);
    const named = { 'X-Partner-Id': stage.world.partnerId };
    const path = `/admin/v1/gyms/${stage.world.gymId}`;
    expect((await ola.get(path, named)).status).toBe(200);
    expect((await ola.get(path)).body.code).toBe('request.partner-required');
    expect((await ola.patch(path, { checkInWindowMinutes: 25 }, named)).status).toBe(200);
    const actor = `operator Ola (staff ${id})`;
    expect(await logOf(`/admin/v1/partners/${stage.world.partnerId}`)).toContainEqual(
      expect.objectContaining({ actor, action: 'PATCH /admin/v1/gyms/:gymId' }),
    );
    const other = await ola.post(STAFF, { email: stage.address() });
    expect((await ola.post(`${STAFF}/${other.body.id}/invitation`, {})).status).toBe(202);
    expect((await ola.delete(`${STAFF}/${other.body.id}`)).status).toBe(204);
    const own = (await logOf('/admin/v1/installation')).filter((row) => row.actor === actor);
    expect(own.map(({ action, object }) => [action, object])).toEqual([
      [`DELETE ${STAFF}/:id`, other.body.id],
      [`POST ${STAFF}/:id/invitation`, other.body.id],
      [`POST ${STAFF}`, other.body.id],
      ['console.logged-in', id],
    ]);
    const account = await browser.get('/console/account');
    expect([account.status, textOf(account.text)]).toEqual([
      200,
      expect.stringContaining('Operador'),
    ]);
  });

  it('C-16 no key or person of a partner sees or makes one, and no partner lists them', async () => {
    const { id } = await stage.operator();
    const owner = await stage.colleague({ role: 'OWNER' });
    for (const api of [stage.world.admin, stage.with(owner.browser)]) {
      for (const path of [STAFF, `${STAFF}/${id}`, '/admin/v1/installation/audit-log'])
        expect((await api.get(path)).status).toBe(403);
      expect((await api.post(STAFF, { email: stage.address() })).status).toBe(403);
      expect((await api.get(`/admin/v1/staff/${id}`)).status).toBe(404);
    }
    const staff = `/admin/v1/partners/${stage.world.partnerId}/staff?limit=200`;
    const { items } = (await stage.world.admin.get(staff)).body;
    expect(items.filter(({ role }: { role: string }) => role === 'OPERATOR')).toEqual([]);
    expect((await operator().get(`${STAFF}/${owner.id}`)).body.code).toBe('staff.not-found');
    const cursed = await operator().post(STAFF, { email: stage.address(), role: 'OPERATOR' });
    expect(cursed.status).toBe(400);
  });

  it('C-16 one person may work for the operator and for partners, and is invited to each once', async () => {
    const owner = await stage.colleague({ role: 'OWNER' });
    const invited = await operator().post(STAFF, { email: owner.email });
    const { token } = await stage.mailTo(owner.email, 2);
    expect((await stage.accept(stage.browser(), token)).status).toBe(303);
    const again = await operator().post(STAFF, { email: owner.email.toUpperCase() });
    expect([again.status, again.body.code]).toEqual([409, 'staff.exists']);
    const places = (await stage.call(owner.browser, 'GET', '/admin/v1/me/places')).body.items;
    expect(places).toEqual([
      expect.objectContaining({ membershipId: owner.id, partnerName: 'Corpo Livre' }),
      {
        membershipId: invited.body.id,
        environment: 'live',
        livePartnerId: null,
        partnerId: null,
        partnerName: 'Gatehouse',
        role: 'OPERATOR',
        gymId: null,
        gymName: null,
        isCurrent: false,
      },
    ]);
    const moved = await stage.call(owner.browser, 'PUT', PLACE, { membershipId: invited.body.id });
    expect([moved.status, moved.body]).toEqual([200, { awaits: null }]);
    expect((await stage.with(owner.browser).get('/admin/v1/partners')).status).toBe(200);
  });

  it('C-16 the last one who has accepted stays, also when two would go at once', async () => {
    const app = await StaffStage.open();
    const people = [await app.operator(), await app.operator()];
    await app.app.operator.post(STAFF, { email: app.address() });
    const answers = await Promise.all(
      people.map(({ id }) => app.app.operator.delete(`${STAFF}/${id}`)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.body.code).toBe('staff.last-operator');
    await app.close();
  });

  it('C-16 sessions of an operator are listed and ended by another', async () => {
    const { id, browser } = await stage.operator();
    const listed = await operator().get(`${STAFF}/${id}/sessions`);
    expect(listed.body.items).toHaveLength(1);
    expect((await operator().delete(`${STAFF}/${id}/sessions`)).status).toBe(204);
    expect((await stage.with(browser).get('/admin/v1/partners')).status).toBe(401);
  });

  it('C-17 outside the sandbox an operator sets up a second factor before anything else', async () => {
    const strict = await StaffStage.open({ sandbox: false });
    const { browser } = await strict.operator();
    expect((await strict.with(browser).get('/admin/v1/partners')).status).toBe(401);
    expect((await browser.get('/console/second-factor')).status).toBe(200);
    await strict.close();
  });

  it('C-17 an operator sets a forgotten password anew by mail', async () => {
    const { email, browser } = await stage.operator();
    await stage.browser().submit('/console/password', { email });
    await until(() => stage.office.received.filter(({ to }) => to.includes(email)).length > 1);
    const { text = '' } = await stage.mailTo(email, 2);
    const [link = ''] = /http\S+new-password\?token=[\w-]+/.exec(text) ?? [];
    const token = link.split('token=')[1] ?? '';
    const password = 'eleven quiet umbrellas in the rain';
    const set = await stage.browser().submit('/console/new-password', { token, password });
    expect(set.status).toBeLessThan(400);
    expect((await stage.with(browser).get('/admin/v1/partners')).status).toBe(401);
    expect((await stage.logIn(stage.browser(), email, password)).status).toBe(303);
  });

  const countRows = async () => (await stage.app.sql('select from audit_log')).length;
  /** An address of the administration at this partner, with unknown ids behind it. */
  const addressOf = (route: string) =>
    route
      .replace(':partnerId', stage.world.partnerId)
      .replace(':gymId', String(stage.world.gymId))
      .replaceAll(/:\w+/g, UNKNOWN);
  const adminRoutes = () =>
    stage.app.app.get(DeclaredRoutes).all.flatMap((route) => {
      const { access, address, isOwnAccount } = route;
      const [method = '', path = ''] = address.split(' ');
      if (!path.startsWith('/admin/v1') || access === 'public' || isOwnAccount) return [];
      if (access.credential !== 'key-or-token' || method === 'HEAD') return [];
      return [{ ...route, method, path: addressOf(path), scope: access.scope }];
    });

  it('C-18 an operator looks in at a partner, which sees it, and goes back', async () => {
    const { id, browser } = await stage.operator();
    const former = browser.cookie('gatehouse-console');
    const seen = await lookIn(browser);
    expect([seen.status, seen.body]).toEqual([200, { awaits: null }]);
    expect(browser.cookie('gatehouse-console')).not.toBe(former);
    const old = stage.app.api.with({ Cookie: `gatehouse-console=${former}` });
    expect((await old.get('/admin/v1/partners')).status).toBe(401);
    const api = stage.with(browser);
    expect((await api.get(`/admin/v1/partners/${stage.world.partnerId}`)).status).toBe(200);
    expect((await api.get('/admin/v1/partners')).body.code).toBe('auth.scope-missing');
    const stranger = await givenAPartner(stage.app, { connection: false });
    expect((await api.get(`/admin/v1/partners/${stranger.partnerId}`)).status).toBe(404);
    expect((await api.get(`/admin/v1/gyms/${stranger.gymId}`)).status).toBe(404);

    const back = await stage.call(browser, 'PUT', PLACE, { membershipId: id });
    expect(back.status).toBe(200);
    expect((await stage.with(browser).get('/admin/v1/partners')).status).toBe(200);
    const actor = `operator Ana Lima (staff ${id})`;
    const rows = await logOf(`/admin/v1/partners/${stage.world.partnerId}`);
    expect(rows.filter((row) => row.actor === actor)).toMatchObject([
      { action: 'operator.left' },
      { action: 'operator.looked-in' },
    ]);
  });

  it('C-18 who looks in reads what administrators read, and can write nothing', async () => {
    const { browser } = await stage.operator();
    await lookIn(browser);
    const api = stage.with(browser);
    const before = await countRows();
    for (const { address, method, path, scope, needsProof } of adminRoutes()) {
      const { status, body } = await api.call(method, path, method === 'GET' ? undefined : {});
      const isRefused = status === 403 && body.code === 'auth.read-only';
      const mayNot = method !== 'GET' || needsProof;
      const isForOperator = !mayNot && scope === 'OPERATOR';
      expect([address, isRefused]).toEqual([address, mayNot]);
      expect([address, status === 403]).toEqual([address, mayNot || isForOperator]);
      expect([address, status === 401]).toEqual([address, false]);
    }
    expect(await countRows()).toBe(before);
    expect((await browser.get('/console/desk')).headers.get('location')).toBe('/console/account');
    const manual = await browser.submit(`/console/desk/${stage.world.gymId}/check-ins`, {});
    expect([303, 401, 403, 404]).toContain(manual.status);
    expect(await countRows()).toBe(before);
  });

  it('C-18 only operators look in, and only at a partner that exists', async () => {
    const owner = await stage.colleague({ role: 'OWNER' });
    const ola = await stage.operator();
    const gone = await givenAPartner(stage.app, { connection: false });
    for (const [browser, body, status, code] of [
      [owner.browser, { observedPartnerId: gone.partnerId }, 403, 'staff.may-not-look-in'],
      [owner.browser, { membershipId: ola.id }, 404, 'staff.place-not-found'],
      [ola.browser, { observedPartnerId: UNKNOWN }, 404, 'partner.not-found'],
      [ola.browser, { membershipId: ola.id, gymId: 1 }, 404, 'staff.place-not-found'],
      [ola.browser, {}, 400, 'request.invalid'],
      [ola.browser, { observedPartnerId: 'x' }, 400, 'request.invalid'],
      [ola.browser, { observedPartnerId: UNKNOWN, gymId: 1 }, 400, 'request.invalid'],
    ] as const) {
      const answer = await stage.call(browser, 'PUT', PLACE, body);
      expect([body, answer.status, answer.body.code]).toEqual([body, status, code]);
    }
    const byKey = await stage.world.admin.put(PLACE, { membershipId: ola.id });
    expect([byKey.status, byKey.body.code]).toEqual([403, 'auth.no-account']);
    expect((await lookIn(ola.browser, gone.partnerId)).status).toBe(200);
    await operator().delete(`/admin/v1/partners/${gone.partnerId}`);
    const api = stage.with(ola.browser);
    await until(async () => (await api.get(`/admin/v1/partners/${gone.partnerId}`)).status === 401);
  });

  it('C-18 who looks in at a partner that they are removed from the operator of is out at once', async () => {
    const { id, browser } = await stage.operator();
    await lookIn(browser);
    expect(await stage.status(browser)).toBe(200);
    expect((await operator().delete(`${STAFF}/${id}`)).status).toBe(204);
    expect(await stage.status(browser)).toBe(401);
  });

  it('C-16 refuses to invite where no mail can leave', async () => {
    const app = await startApp({ sandbox: false });
    const answer = await app.operator.post(STAFF, { email: 'a@example.com' });
    expect([answer.status, answer.body.code]).toEqual([409, 'staff.mail-not-set-up']);
    await app.close();
  });

  it('C-70 a person reads and changes their own name and language, wherever they work', async () => {
    const viewer = await stage.colleague({ role: 'VIEWER', gymIds: [stage.world.gymId] });
    const call = (method: string, body?: object) =>
      stage.call(viewer.browser, method, '/admin/v1/me', body);
    expect((await call('GET')).body).toEqual({
      membershipId: viewer.id,
      email: viewer.email,
      name: 'Ana Lima',
      language: 'en',
      role: 'VIEWER',
      partnerId: stage.world.partnerId,
      gymId: stage.world.gymId,
      isLookingIn: false,
      secondFactor: { isSet: false, hasApp: false, isRequired: false },
    });
    const changed = await call('PATCH', { name: ' Bia ', language: 'pt' });
    expect([changed.status, changed.body]).toEqual([
      200,
      expect.objectContaining({ name: 'Bia', language: 'pt' }),
    ]);
    expect((await call('PATCH', {})).body).toMatchObject({ name: 'Bia', language: 'pt' });
    for (const body of [{ name: ' ' }, { language: 'fr' }, { role: 'OWNER' }, { name: null }])
      expect([body, (await call('PATCH', body)).status]).toEqual([body, 400]);
    expect(await logOf(`/admin/v1/partners/${stage.world.partnerId}`)).toContainEqual(
      expect.objectContaining({ action: 'staff.profile-changed', object: viewer.id }),
    );
    expect((await stage.world.admin.get('/admin/v1/me')).body.code).toBe('auth.no-account');
    expect((await operator().get('/admin/v1/me')).body.code).toBe('auth.no-account');
    const ola = await stage.operator();
    await lookIn(ola.browser);
    const own = await stage.call(ola.browser, 'PATCH', '/admin/v1/me', { language: 'de' });
    expect(own.body).toMatchObject({ isLookingIn: true, role: 'OPERATOR', language: 'de' });
  });

  it('C-71 a person lists their own sessions, and ends one or all, and none of another', async () => {
    const { email, browser } = await stage.colleague();
    const other = await stage.colleague();
    const second = stage.browser();
    await stage.logIn(second, email);
    const path = '/admin/v1/me/sessions';
    const { items } = (await stage.call(browser, 'GET', path)).body;
    expect(items.map(({ isCurrent }: { isCurrent: boolean }) => isCurrent)).toEqual([false, true]);
    const [{ id }] = items;
    const foreign = await stage.call(other.browser, 'DELETE', `${path}/${id}`);
    expect([foreign.status, foreign.body.code]).toEqual([404, 'staff.session-not-found']);
    expect((await stage.call(browser, 'DELETE', `${path}/${id}`)).status).toBe(204);
    expect([await stage.status(second), await stage.status(browser)]).toEqual([401, 200]);
    expect((await stage.call(browser, 'DELETE', path)).status).toBe(204);
    expect([await stage.status(browser), await stage.status(other.browser)]).toEqual([401, 200]);
  });

  it('C-75 a person adds and removes an authenticator app over the API, and is notified by mail', async () => {
    const { email, browser } = await stage.colleague();
    const other = stage.browser();
    await stage.logIn(other, email);
    const call = (method: string, path: string, body?: object) =>
      stage.call(browser, method, `/admin/v1/me/${path}`, body);
    const app = 'authenticator-app';
    expect((await call('DELETE', app)).body.code).toBe('staff.factor-not-set');
    expect((await call('POST', 'recovery-codes', {})).body.code).toBe('staff.factor-not-set');
    const { body: begun } = await call('POST', app, {});
    expect(begun.uri).toMatch(/^otpauth:/);
    const totp = new TOTP({ secret: Secret.fromBase32(begun.secret) });
    const wrong = await call('POST', `${app}/confirmation`, { code: '000000' });
    expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([400, '/code']);
    const set = await call('POST', `${app}/confirmation`, { code: totp.generate() });
    expect([set.status, set.body.recoveryCodes.length]).toEqual([200, 10]);
    expect([await stage.status(other), await stage.status(browser)]).toEqual([401, 200]);
    expect((await stage.mailTo(email, 2)).subject).toContain('a new second factor');
    expect((await call('POST', app, {})).body.code).toBe('staff.factor-set');
    const own = await stage.call(browser, 'GET', '/admin/v1/me');
    expect(own.body.secondFactor).toEqual({ isSet: true, hasApp: true, isRequired: false });
    const renewed = await call('POST', 'recovery-codes', {});
    expect(renewed.body.recoveryCodes).not.toEqual(set.body.recoveryCodes);
    expect((await stage.mailTo(email, 3)).subject).toContain('new recovery codes');
    expect((await call('DELETE', app)).status).toBe(204);
    expect((await stage.mailTo(email, 4)).subject).toContain('was removed');
    expect((await stage.call(browser, 'GET', '/admin/v1/me')).body.secondFactor.isSet).toBe(false);
  });
});
