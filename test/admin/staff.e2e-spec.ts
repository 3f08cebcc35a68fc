import { execFile } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hasScope } from '../../src/partner-auth/index.js';
import { DeclaredRoutes } from '../../src/platform/http/declared-routes.js';
import type { Access, Caller } from '../../src/platform/http/declarations.js';
import { STAFF_ROLES, StaffInvitations } from '../../src/staff/index.js';
import { scopesOf } from '../../src/staff/people/staff-roles.js';
import { programEnvironment } from '../support/programs.js';
import { until } from '../support/eventually.js';
import { ROOT } from '../support/repository.js';
import { OPERATOR_KEY } from '../support/settings.js';
import { StaffStage } from '../support/staff-stage.js';
import { startApp } from '../support/test-app.js';
import { textOf } from '../support/visitor.js';
import { givenAPartner } from '../support/world.js';

const UNKNOWN = '01990000-0000-7000-8000-000000000000';

/** Any of them is enough. */
const scopesFor = ({ scope, otherScope }: Access) =>
  [scope, otherScope].filter((one) => one !== undefined);

describe('the staff of a partner', () => {
  let stage: StaffStage;
  let base: string;

  beforeAll(async () => {
    stage = await StaffStage.open();
    base = `/admin/v1/partners/${stage.world.partnerId}`;
  });
  afterAll(() => stage.close());

  const admin = () => stage.world.admin;

  it('C-1 C-2 C-9 an invitation by mail leads to a name, a password and a session', async () => {
    const invited = await stage.invite({ email: 'Rui@Example.com', role: 'MANAGER' });
    expect(invited.status).toBe(201);
    expect(invited.headers.get('location')).toBe(`/admin/v1/staff/${invited.body.id}`);
    expect(invited.body).toMatchObject({
      email: 'Rui@Example.com',
      name: null,
      language: 'pt',
      role: 'MANAGER',
      gymIds: null,
      state: 'INVITED',
      version: 1,
    });
    const hours = (Date.parse(invited.body.invitedUntil) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(47.9);
    expect(hours).toBeLessThan(48.1);
    const mail = await stage.mailTo('Rui@Example.com');
    expect(mail.subject).toBe('Convite para a equipe de Corpo Livre');
    expect(mail.html).toContain('48 horas');

    const browser = stage.browser();
    const page = await browser.get(`/console/invitation?token=${mail.token}`);
    expect([page.status, textOf(page.text)]).toEqual([
      200,
      expect.stringContaining('The staff of Corpo Livre'),
    ]);
    const weak = await stage.accept(browser, mail.token, { name: 'Rui', password: 'password1' });
    expect([weak.status, weak.text]).toEqual([422, expect.stringContaining('value="Rui"')]);
    expect(textOf(weak.text)).toContain('Many people use this password');
    const nameless = await stage.accept(browser, mail.token, { name: ' ' });
    expect([nameless.status, textOf(nameless.text)]).toEqual([
      422,
      expect.stringContaining('Enter your name'),
    ]);
    const accepted = await stage.accept(browser, mail.token, { name: 'Rui' });
    expect([accepted.status, accepted.headers.get('location')]).toEqual([303, '/console']);
    const [cookie = ''] = accepted.headers.getSetCookie();
    expect(cookie).toMatch(/^gatehouse-console=s_[\w-]{43}; .*Max-Age=43200.*HttpOnly.*SameSite/);

    const rui = stage.with(browser);
    const made = await rui.post(`${base}/customers`, { firstName: 'Eva' });
    expect(made.status).toBe(201);
    expect((await rui.get(`${base}/api-keys`)).body.code).toBe('auth.scope-missing');
    const shown = await admin().get(`/admin/v1/staff/${invited.body.id}`);
    expect(shown.body).toMatchObject({ name: 'Rui', state: 'ACTIVE', invitedUntil: null });
    const audited = await stage.app.sql<{ action: string; actor: string }>(
      `select action, actor from audit_log where actor like 'Rui%' order by id`,
    );
    const actor = `Rui (staff ${invited.body.id})`;
    expect(audited).toEqual([
      { action: 'console.logged-in', actor },
      { action: 'POST /admin/v1/partners/:partnerId/customers', actor },
    ]);
  });

  it('C-1 refuses what is no invitation, and changes nothing', async () => {
    const stranger = await givenAPartner(stage.app);
    const count = async () => (await stage.app.sql('select 1 from staff_memberships')).length;
    const known = await stage.colleague();
    const before = await count();
    for (const [values, status, code] of [
      [{ email: known.email.toUpperCase() }, 409, 'staff.exists'],
      [{ email: 'nobody' }, 400, 'request.invalid'],
      [{ role: 'OPERATOR' }, 400, 'request.invalid'],
      [{ role: 'OWNER', gymIds: [stage.world.gymId] }, 400, 'request.invalid'],
      [{ gymIds: [] }, 400, 'request.invalid'],
      [{ gymIds: [stranger.gymId] }, 404, 'gym.not-found'],
      [{ language: 'fr' }, 400, 'request.invalid'],
      [{ scopes: ['OPERATOR'] }, 400, 'request.invalid'],
    ] as const) {
      const answer = await stage.invite(values);
      expect([values, answer.status, answer.body.code]).toEqual([values, status, code]);
    }
    const foreign = await stranger.admin.post(`${base}/staff`, { email: 'a@b.cd', role: 'OWNER' });
    expect([foreign.status, foreign.body.code]).toEqual([404, 'partner.not-found']);
    const theirs = await stranger.admin.get(`/admin/v1/staff/${known.id}`);
    const none = await stranger.admin.get(`/admin/v1/staff/${UNKNOWN}`);
    const untraced = { traceId: '', instance: '' };
    expect([theirs.status, { ...theirs.body, ...untraced }]).toEqual([
      404,
      { ...none.body, ...untraced },
    ]);
    expect(await count()).toBe(before);
  });

  it('C-1 refuses to invite where no mail can leave', async () => {
    const app = await startApp({ sandbox: false });
    const world = await givenAPartner(app, { connection: false });
    const answer = await stage.invite({}, world);
    expect([answer.status, answer.body.code]).toEqual([409, 'staff.mail-not-set-up']);
    expect(await app.sql('select 1 from staff_people')).toEqual([]);
    await app.close();
  });

  it('C-2 of two who accept at once one is let in, and the link has ended', async () => {
    const { body } = await stage.invite({});
    const { token } = await stage.mailTo(body.email);
    const answers = await Promise.all(
      ['One', 'Two'].map((name) => stage.accept(stage.browser(), token, { name })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 410]);
    for (const old of [token, 'x'.repeat(43), ''])
      expect((await stage.browser().get(`/console/invitation?token=${old}`)).status).toBe(410);
    const late = await stage.invite({});
    const mail = await stage.mailTo(late.body.email);
    await stage.app.sql(
      `update staff_invitations set expires_at = clock_timestamp() where membership_id = $1`,
      [late.body.id],
    );
    expect((await stage.accept(stage.browser(), mail.token)).status).toBe(410);
  });

  it('C-2 C-10 a person of two partners has one password, and works at one place at a time', async () => {
    const other = await givenAPartner(stage.app, { partner: { name: 'Outra' } });
    const { email, browser } = await stage.colleague({ role: 'VIEWER' });
    const invited = await stage.invite({ email, role: 'MANAGER', gymIds: [other.gymId] }, other);
    expect([invited.status, invited.body.name]).toEqual([201, null]);
    const { token } = await stage.mailTo(email, 2);
    const page = await browser.get(`/console/invitation?token=${token}`);
    expect(page.text).not.toContain('name="name"');
    const wrong = await stage.accept(browser, token, { password: 'another slow train' });
    expect([wrong.status, textOf(wrong.text)]).toEqual([
      422,
      expect.stringContaining('not your password'),
    ]);
    expect((await stage.accept(browser, token)).status).toBe(303);
    const there = `/admin/v1/partners/${other.partnerId}/customers`;
    expect((await stage.with(browser).post(there, { firstName: 'Eva' })).status).toBe(201);
    expect((await stage.with(browser).get(`${base}/customers`)).status).toBe(404);
    expect((await stage.with(browser).get(`/admin/v1/gyms/${other.gymId}`)).status).toBe(200);
    const rename = { name: 'Norte' };
    const narrowed = await stage.with(browser).patch(`/admin/v1/gyms/${other.gymId}`, rename);
    expect([narrowed.status, narrowed.body.code]).toEqual([403, 'auth.scope-missing']);

    const former = browser.cookie('gatehouse-console');
    const account = await browser.get('/console/account');
    expect(textOf(account.text)).toContain('Corpo Livre');
    const [place = ''] = /name="place" value="([^"]+)"/.exec(account.text)?.slice(1) ?? [];
    expect((await browser.submit('/console/account/place', { place })).status).toBe(303);
    expect(browser.cookie('gatehouse-console')).not.toBe(former);
    expect((await stage.with(browser).get(`${base}/customers`)).status).toBe(200);
    expect((await stage.with(browser).get(there)).status).toBe(404);
    const old = stage.app.api.with({ Cookie: `gatehouse-console=${former}` });
    expect((await old.get(there)).body.code).toBe('auth.session-ended');
  });

  it('C-3 a new link ends the earlier one, until the invitation is accepted', async () => {
    const { body } = await stage.invite({});
    const first = await stage.mailTo(body.email);
    const again = await admin().post(`/admin/v1/staff/${body.id}/invitation`);
    expect(again.status).toBe(202);
    const second = await stage.mailTo(body.email, 2);
    expect((await stage.accept(stage.browser(), first.token)).status).toBe(410);
    expect((await stage.accept(stage.browser(), second.token)).status).toBe(303);
    const late = await admin().post(`/admin/v1/staff/${body.id}/invitation`);
    expect([late.status, late.body.code]).toEqual([409, 'staff.accepted']);
    const unknown = await admin().post(`/admin/v1/staff/${UNKNOWN}/invitation`);
    expect([unknown.status, unknown.body.code]).toEqual([404, 'staff.not-found']);
  });

  it('C-4 C-6 a change needs the version that was read, and ends the sessions', async () => {
    const { id, browser } = await stage.colleague({ role: 'VIEWER' });
    const path = `/admin/v1/staff/${id}`;
    const { gymId } = stage.world;
    expect(await stage.status(browser)).toBe(200);
    const changed = await admin().patch(path, { role: 'FRONT_DESK', gymIds: [gymId], version: 1 });
    expect([changed.status, changed.body]).toEqual([
      200,
      expect.objectContaining({ role: 'FRONT_DESK', gymIds: [gymId], version: 2 }),
    ]);
    expect(await stage.status(browser)).toBe(401);
    for (const [change, status, code] of [
      [{ role: 'MANAGER', version: 1 }, 409, 'staff.changed'],
      [{ role: 'OWNER' }, 400, 'request.invalid'],
      [{ gymIds: [gymId + 9_999] }, 404, 'gym.not-found'],
    ] as const) {
      const answer = await admin().patch(path, change);
      expect([answer.status, answer.body.code]).toEqual([status, code]);
    }
    expect((await admin().get(path)).body.version).toBe(2);
    const wide = await admin().patch(path, { role: 'OWNER', gymIds: null });
    expect([wide.status, wide.body.gymIds]).toEqual([200, null]);
    await admin().patch(path, { role: 'VIEWER' });
  });

  it('C-5 the last OWNER stays, also when two would go at once', async () => {
    const world = await givenAPartner(stage.app);
    const people = [
      await stage.colleague({ role: 'OWNER' }, world),
      await stage.colleague({ role: 'OWNER' }, world),
    ];
    await stage.invite({ role: 'OWNER' }, world);
    const answers = await Promise.all(
      people.map(({ id }) => world.admin.delete(`/admin/v1/staff/${id}`)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    const left = people[answers.findIndex(({ status }) => status === 409)]!;
    const path = `/admin/v1/staff/${left.id}`;
    for (const api of [world.admin, stage.with(left.browser)]) {
      const answer = await api.patch(path, { role: 'MANAGER' });
      expect([answer.status, answer.body.code]).toEqual([409, 'staff.last-owner']);
    }
    const byOperator = await stage.app.operator.delete(path, { 'X-Partner-Id': world.partnerId });
    expect([byOperator.status, byOperator.body.code]).toEqual([409, 'staff.last-owner']);
  });

  it('C-5 only PARTNER_ADMIN gives roles, and no caller one beyond its own', async () => {
    const { browser } = await stage.colleague({ role: 'MANAGER' });
    const answer = await stage.with(browser).post(`${base}/staff`, {
      email: stage.address(),
      role: 'VIEWER',
    });
    expect([answer.status, answer.body.code]).toEqual([403, 'auth.scope-missing']);
    const caller: Caller = {
      keyId: '',
      lineage: '',
      name: 'a viewer',
      scopes: scopesOf('VIEWER', false),
    };
    const invitation = { email: stage.address(), role: 'OWNER', gymIds: null } as const;
    const beyond = stage.app.app
      .get(StaffInvitations)
      .invite(stage.world.partnerId, invitation, caller);
    await expect(beyond).rejects.toMatchObject({ spec: { code: 'staff.beyond-own' } });
  });

  it('C-6 who is removed is out here at once and on another replica soon, and leaves no row', async () => {
    const { databaseUrl, secretsKeys } = stage.app.settings;
    const replica = await startApp({ databaseUrl, secretsKeys });
    const { id, email, browser } = await stage.colleague();
    expect(await stage.status(browser)).toBe(200);
    expect(await stage.status(browser, replica.api)).toBe(200);
    expect((await admin().delete(`/admin/v1/staff/${id}`)).status).toBe(204);
    expect(await stage.status(browser)).toBe(401);
    await until(async () => (await stage.status(browser, replica.api)) === 401);
    await replica.close();
    expect((await admin().delete(`/admin/v1/staff/${id}`)).status).toBe(404);
    expect(await stage.app.sql('select 1 from staff_people where email = $1', [email])).toEqual([]);
    expect((await stage.logIn(stage.browser(), email)).status).toBe(401);
    expect((await stage.invite({ email })).status).toBe(201);
  });

  it('C-1 lists people page by page', async () => {
    const world = await givenAPartner(stage.app);
    for (const role of ['OWNER', 'VIEWER', 'ACCOUNTANT']) await stage.invite({ role }, world);
    const path = `/admin/v1/partners/${world.partnerId}/staff?limit=2`;
    const first = await world.admin.get(path);
    const second = await world.admin.get(`${path}&cursor=${first.body.nextCursor}`);
    const roles = [...first.body.items, ...second.body.items].map(({ role }) => role);
    expect([roles, second.body.nextCursor]).toEqual([['OWNER', 'VIEWER', 'ACCOUNTANT'], null]);
  });

  it('C-9 a role may do what its scopes allow, and nothing else', async () => {
    const routes = stage.app.app.get(DeclaredRoutes).all;
    for (const role of STAFF_ROLES) {
      const { browser } = await stage.colleague({ role });
      const api = stage.with(browser);
      const scopes = scopesOf(role, false);
      for (const { address, access } of routes) {
        const [method = '', route = ''] = address.split(' ');
        const needed = access === 'public' ? [] : scopesFor(access);
        if (needed.length === 0 || !route.startsWith('/admin/v1')) continue;
        const caller = { scopes } as unknown as Caller;
        const mayCall = needed.some((scope) => hasScope(caller, scope));
        if (mayCall && method !== 'GET') continue;
        const path = route
          .replace(':partnerId', stage.world.partnerId)
          .replace(':gymId', String(stage.world.gymId))
          .replaceAll(/:\w+/g, UNKNOWN);
        const { status, body } = await api.call(method, path, method === 'GET' ? undefined : {});
        const isRefused = status === 403 && body.code === 'auth.scope-missing';
        expect([role, address, isRefused]).toEqual([role, address, !mayCall]);
        expect([role, address, status === 401]).toEqual([role, address, false]);
      }
    }
  });

  it('C-7 C-16 the command invites the first OWNER and the first operator, and prints the link where no mail can leave', async () => {
    const { slug } = await givenAPartner(stage.app);
    const invite = ['invite', '--partner', slug, '--email', 'first@example.com', '--role', 'OWNER'];
    const { code, out, err } = await command(invite);
    expect([code, err]).toEqual([0, '']);
    const [link = ''] = /http\S+/.exec(out) ?? [];
    const { pathname, search } = new URL(link);
    expect((await stage.browser().get(pathname + search)).status).toBe(200);
    const boss = ['invite', '--operator', '--email', 'boss@example.com'];
    const [again, nowhere, nobody, king, both, operator] = await Promise.all(
      [
        invite,
        invite.with(2, 'no-such-partner'),
        ['invite'],
        [...invite, '--role', 'KING'],
        [...boss, '--role', 'OWNER'],
        boss,
      ].map(command),
    );
    expect(operator).toMatchObject({ code: 0 });
    const bosses = await stage.app.operator.get('/admin/v1/installation/staff');
    expect(bosses.body.items).toMatchObject([{ email: 'boss@example.com', role: 'OPERATOR' }]);
    expect(again).toMatchObject({
      code: 1,
      err: 'This person is on the staff of the partner already\n',
    });
    expect(nowhere).toMatchObject({ code: 1, err: expect.stringContaining('no partner') });
    for (const wrong of [nobody, king, both])
      expect(wrong).toMatchObject({ code: 2, err: expect.stringMatching(/^Say "/) });
  });

  async function command(args: string[]) {
    const { databaseUrl, secretsKeys, publicUrl } = stage.app.settings;
    const env = programEnvironment({
      DATABASE_URL: databaseUrl,
      SECRETS_KEY: secretsKeys[0]!.toString('base64'),
      OPERATOR_API_KEY: OPERATOR_KEY,
      PUBLIC_URL: publicUrl,
    });
    return new Promise<{ code: number; out: string; err: string }>((resolve) => {
      const done = (error: { code?: unknown } | null, out: string, err: string) =>
        resolve({
          code: error ? Number(error.code) : 0,
          out,
          err: err.replace(/^Node 20.*\n/, ''),
        });
      execFile(process.execPath, ['bin/staff.js', ...args], { cwd: ROOT, env }, done);
    });
  }
});
