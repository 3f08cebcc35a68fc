import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import { until } from '../support/eventually.js';
import { StaffStage, STAFF_PASSWORD } from '../support/staff-stage.js';
import { textOf, type Visitor } from '../support/visitor.js';

/** A step of a log-in, and the screen of what a person has. */
const SECOND_FACTOR = '/console/second-factor';
const FACTORS = '/console/account/second-factor';

/** What an app shows now; at the turn of a step the code still counts as the one before. */
const codeOf = (secret: string, laterMs = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + laterMs });

const secretIn = (html: string) =>
  (/<code>([A-Z2-7 ]+)<\/code>/.exec(html)?.[1] ?? '').replaceAll(' ', '');

const codesIn = (html: string) =>
  [...html.matchAll(/<code>((?:[a-z2-9]{4}-?){4})<\/code>/g)].map(([, code = '']) => code);

describe('the log-in of staff', () => {
  let stage: StaffStage;
  beforeAll(async () => {
    stage = await StaffStage.open({ sandbox: false });
  });
  afterAll(() => stage.close());

  const actions = async () => {
    const rows = await stage.app.sql<{ action: string }>(
      'select action from audit_log order by id',
    );
    return rows.map(({ action }) => action);
  };

  it('C-8 takes e-mail and password, and answers every other one alike', async () => {
    const { email } = await stage.colleague();
    const pages = [];
    for (const [name, password] of [
      [email, 'not the password'],
      ['stranger@example.com', STAFF_PASSWORD],
      ['no address', STAFF_PASSWORD],
    ] as const) {
      const { status, text, headers } = await stage.logIn(stage.browser(), name, password);
      expect([status, headers.getSetCookie()]).toEqual([401, []]);
      expect(text).not.toContain(password);
      pages.push(textOf(text));
    }
    expect(new Set(pages).size).toBe(1);
    expect((await stage.logIn(stage.browser(), email, '')).status).toBe(422);
    const browser = stage.browser();
    const answer = await stage.logIn(browser, email.toUpperCase());
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/console']);
    expect(await stage.status(browser)).toBe(200);
  });

  it('C-8 locks a name at one network after ten failures, and holds it on record', async () => {
    const { email } = await stage.colleague();
    const evil = { 'X-Forwarded-For': '203.0.113.7' };
    for (let tries = 0; tries < 10; tries += 1)
      await stage.logIn(stage.browser(evil), email, 'wrong');
    expect((await stage.logIn(stage.browser(evil), email)).status).toBe(401);
    expect((await stage.logIn(stage.browser(), email)).status).toBe(303);
    const found = await actions();
    expect(found.filter((action) => action === 'staff.log-in-locked')).toHaveLength(1);
    expect(found).toContain('staff.log-in-failed');
    const rows = await stage.app.sql<{ row: string }>('select a::text as row from audit_log a');
    expect(rows.filter(({ row }) => row.includes(email))).toEqual([]);
  });

  it('C-9 gives each log-in a value of its own, whatever the browser had, and other sites none', async () => {
    const { email } = await stage.colleague();
    const browser = stage.browser();
    const planted = `s_${'x'.repeat(43)}`;
    browser.setCookie('gatehouse-console', planted);
    await stage.logIn(browser, email);
    const first = browser.cookie('gatehouse-console');
    expect(first).not.toBe(planted);
    await stage.logIn(browser, email);
    const old = stage.app.api.with({ Cookie: `gatehouse-console=${first}` });
    expect((await old.get(`/admin/v1/gyms/${stage.world.gymId}`)).status).toBe(401);
    for (const path of [
      '/console/login',
      '/console/account/sessions/end-all',
      '/console/invitation',
    ])
      expect((await browser.submit(path, {}, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
    expect(await stage.status(browser)).toBe(200);
    await stage.app.sql('update staff_sessions set expires_at = clock_timestamp()');
    const again = stage.browser();
    again.setCookie('gatehouse-console', browser.cookie('gatehouse-console') ?? '');
    await until(async () => (await stage.status(again)) === 401);
    const page = await again.get('/console/account');
    expect([page.status, page.headers.get('location')]).toEqual([
      303,
      '/console/login?to=%2Fconsole%2Faccount',
    ]);
  });

  it('C-15 a forgotten password is set anew by mail, once, and ends every session', async () => {
    const { email, browser } = await stage.colleague();
    const guest = stage.browser();
    const request = (typed: string) => guest.submit('/console/password', { email: typed });
    const known = await request(email);
    const unknown = await request('stranger@example.com');
    expect([known.status, known.text]).toEqual([
      200,
      unknown.text.replaceAll('stranger@example.com', email),
    ]);
    expect((await request('no address')).status).toBe(422);
    const text = (await stage.mailTo(email, 2)).text ?? '';
    const [, token = ''] = /new-password\?token=([\w-]+)/.exec(text) ?? [];
    const set = (password: string) => guest.submit('/console/new-password', { token, password });
    expect((await guest.get(`/console/new-password?token=${token}`)).status).toBe(200);
    expect((await set('password1')).status).toBe(422);
    expect(await stage.status(browser)).toBe(200);
    const done = await set('eight lamps on a slow train');
    expect([done.status, done.headers.get('location')]).toEqual([303, '/console/login']);
    expect([await stage.status(browser), (await set('nine lamps on a train')).status]).toEqual([
      401, 410,
    ]);
    expect((await stage.logIn(guest, email)).status).toBe(401);
    expect((await stage.logIn(guest, email, 'eight lamps on a slow train')).status).toBe(303);
    expect((await stage.mailTo(email, 3)).subject).toContain('Your password');
    const invited = await stage.invite({});
    await request(invited.body.email);
    await until(
      async () => (await stage.app.sql('select 1 from staff_password_requests')).length === 0,
    );
    expect(await stage.app.sql('select 1 from staff_password_links')).toEqual([]);
  });

  it('C-11 lists sessions, ends one, and all of them', async () => {
    const { id, email, browser } = await stage.colleague();
    const [phone, tablet] = [stage.browser(), stage.browser()];
    await stage.logIn(phone, email);
    await stage.logIn(tablet, email);
    const path = `/admin/v1/staff/${id}/sessions`;
    const { items } = (await stage.world.admin.get(path)).body;
    expect(items).toHaveLength(3);
    expect(items[0]).toEqual({
      id: expect.any(String),
      source: expect.stringContaining('/'),
      createdAt: expect.any(String),
      expiresAt: expect.any(String),
    });
    const page = await browser.get('/console/account');
    const [session = ''] = /name="session" value="([^"]+)"/.exec(page.text)?.slice(1) ?? [];
    await browser.submit('/console/account/sessions/end', { session });
    expect([await stage.status(phone), await stage.status(tablet)].sort()).toEqual([200, 401]);
    const { browser: stranger } = await stage.colleague();
    const own = items.find((one: { id: string }) => one.id !== session);
    await stranger.submit('/console/account/sessions/end', { session: own.id });
    expect((await stage.world.admin.get(path)).body.items).toHaveLength(2);
    await browser.submit('/console/account/sessions/end-all', {});
    for (const one of [phone, tablet]) expect(await stage.status(one)).toBe(401);
    await stage.logIn(phone, email);
    expect((await stage.world.admin.delete(path)).status).toBe(204);
    expect(await stage.status(phone)).toBe(401);
    expect(await stage.status(stranger)).toBe(200);
  });
});

describe('the second factor of staff', () => {
  let stage: StaffStage;

  beforeAll(async () => {
    stage = await StaffStage.open({ sandbox: false });
  });
  afterAll(() => stage.close());

  const enter = (browser: Visitor, code: string) => browser.submit(SECOND_FACTOR, { code });
  const setUp = (browser: Visitor, code: string) => browser.submit(`${FACTORS}/app`, { code });
  /** So that the code of this half minute counts again. */
  const forgetSteps = () => stage.app.sql('update staff_second_factors set last_step = 0');
  const locationOf = ({ headers }: { headers: Headers }) => headers.get('location');

  async function enrolled(role = 'MANAGER') {
    const colleague = await stage.colleague({ role });
    const { browser } = colleague;
    const isRequired = role === 'OWNER';
    const page = await browser.get(isRequired ? SECOND_FACTOR : FACTORS);
    const secret = secretIn(page.text);
    const done = isRequired
      ? await enter(browser, codeOf(secret))
      : await setUp(browser, codeOf(secret));
    expect(done.status).toBe(200);
    return { ...colleague, secret, recovery: codesIn(done.text) };
  }

  it('C-12 an OWNER outside the sandbox sets one up before anything else', async () => {
    const { browser, id } = await stage.colleague({ role: 'OWNER' });
    const former = browser.cookie('gatehouse-console');
    expect(await stage.status(browser)).toBe(401);
    expect(locationOf(await browser.get('/console/account'))).toBe(
      '/console/login?to=%2Fconsole%2Faccount',
    );
    expect(locationOf(await browser.get('/console/desk'))).toBe('/console/account');
    const page = await browser.get(SECOND_FACTOR);
    expect(page.text).toContain('<svg class="qr" role="img" aria-label="QR code');
    const secret = secretIn(page.text);
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(secretIn((await browser.get(SECOND_FACTOR)).text)).toBe(secret);
    for (const wrong of ['', '000', codeOf(secret, 600_000)])
      expect((await enter(browser, wrong)).status).toBe(422);
    const done = await enter(browser, ` ${codeOf(secret, 30_000).replace(/^.../, '$& ')}`);
    expect([done.status, new Set(codesIn(done.text)).size]).toEqual([200, 10]);
    expect(browser.cookie('gatehouse-console')).not.toBe(former);
    expect(await stage.status(browser)).toBe(200);
    const removed = await browser.submit(`${FACTORS}/remove-app`, {});
    expect([removed.status, textOf(removed.text)]).toEqual([
      422,
      expect.stringContaining('your role requires one'),
    ]);
    expect(locationOf(await browser.get(SECOND_FACTOR))).toBe(FACTORS);
    expect(textOf((await browser.get(FACTORS)).text)).toContain('cannot be removed');
    const stored = await stage.app.sql<{ row: string }>(
      `select f::text || c::text as row from staff_second_factors f join staff_recovery_codes c using (person_id)
        join staff_memberships m using (person_id) where m.id = $1`,
      [id],
    );
    expect(stored).toHaveLength(10);
    expect(stored.filter(({ row }) => row.includes(secret))).toEqual([]);
  });

  it('C-12 a log-in needs a code after the password, and each code counts once', async () => {
    const { email, secret, browser: first } = await enrolled();
    expect(await stage.status(first)).toBe(200);
    const browser = stage.browser();
    expect(locationOf(await stage.logIn(browser, email))).toBe(SECOND_FACTOR);
    expect(await stage.status(browser)).toBe(401);
    expect(textOf((await browser.get(SECOND_FACTOR)).text)).toContain('enter the code');
    const [{ last_step: used } = { last_step: '' }] = await stage.app.sql<{ last_step: string }>(
      `select last_step::text from staff_second_factors f join staff_people p on p.id = f.person_id
        where p.email = $1`,
      [email],
    );
    const repeated = new TOTP({ secret: Secret.fromBase32(secret) }).generate({
      timestamp: Number(used) * 30_000,
    });
    expect((await enter(browser, repeated)).status).toBe(401);
    await forgetSteps();
    const code = codeOf(secret);
    const other = stage.browser();
    await stage.logIn(other, email);
    const answers = await Promise.all([enter(browser, code), enter(other, code)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 401]);
    const inside = answers[0]?.status === 303 ? browser : other;
    expect(await stage.status(inside)).toBe(200);
  });

  it('C-12 a recovery code replaces a code of the app, once, however it is typed', async () => {
    const { email, recovery } = await enrolled();
    const browser = stage.browser();
    await stage.logIn(browser, email);
    const [code = ''] = recovery;
    expect((await enter(browser, code.toUpperCase().replaceAll('-', ' '))).status).toBe(303);
    expect(await stage.status(browser)).toBe(200);
    const again = stage.browser();
    await stage.logIn(again, email);
    expect((await enter(again, code)).status).toBe(401);
    expect((await enter(again, recovery[1] ?? '')).status).toBe(303);
  });

  it('C-12 wrong codes lock, and no code of another person counts', async () => {
    const { email, secret } = await enrolled();
    const stranger = await enrolled();
    const browser = stage.browser({ 'X-Forwarded-For': '203.0.113.9' });
    await stage.logIn(browser, email);
    await forgetSteps();
    for (const wrong of [
      codeOf(stranger.secret),
      stranger.recovery[0] ?? '',
      ...Array(8).fill('1'),
    ])
      expect((await enter(browser, wrong)).status).toBe(401);
    expect((await enter(browser, codeOf(secret))).status).toBe(401);
    const elsewhere = stage.browser();
    await stage.logIn(elsewhere, email);
    expect((await enter(elsewhere, codeOf(secret))).status).toBe(303);
  });

  it('C-12 a partner can require it of all its people, from the next log-in on', async () => {
    const { email, browser } = await stage.colleague({ role: 'VIEWER' });
    const partner = `/admin/v1/partners/${stage.world.partnerId}`;
    const require = (secondFactorRequired: boolean) =>
      stage.world.admin.patch(partner, { secondFactorRequired });
    expect((await require(true)).body.secondFactorRequired).toBe(true);
    expect(await stage.status(browser)).toBe(200);
    const late = stage.browser();
    expect(locationOf(await stage.logIn(late, email))).toBe(SECOND_FACTOR);
    expect(await stage.status(late)).toBe(401);
    await require(false);
    expect(locationOf(await stage.logIn(late, email))).toBe('/console');
  });

  it('C-12 C-14 setting it up ends other sessions, and removing it needs a recent proof', async () => {
    const { email, browser } = await stage.colleague();
    const other = stage.browser();
    await stage.logIn(other, email);
    const secret = secretIn((await browser.get(FACTORS)).text);
    await setUp(browser, codeOf(secret));
    expect([await stage.status(browser), await stage.status(other)]).toEqual([200, 401]);
    await browser.submit(`${FACTORS}/remove-app`, {});
    const actions = await stage.app.sql<{ action: string }>(
      `select action from audit_log where action like 'staff.second%' order by id desc limit 2`,
    );
    expect(actions.map(({ action }) => action)).toEqual([
      'staff.second-factor-removed',
      'staff.second-factor-set',
    ]);
    expect(locationOf(await stage.logIn(stage.browser(), email))).toBe('/console');
  });

  it('C-13 what matters most needs a proof of the last ten minutes', async () => {
    const { browser, secret } = await enrolled('OWNER');
    const base = `/admin/v1/partners/${stage.world.partnerId}`;
    const key = { name: 'a key', scopes: ['STUDIO_READ'] };
    expect((await stage.with(browser).post(`${base}/api-keys`, key)).status).toBe(201);
    await stage.app.sql(`update staff_sessions set proven_at = now() - interval '11 minutes'`);
    const refused = await until(async () => {
      const answer = await stage.with(browser).post(`${base}/api-keys`, key);
      return answer.status === 403 && answer.body;
    });
    expect(refused).toMatchObject({ code: 'request.proof-required' });
    const gym = `/admin/v1/gyms/${stage.world.gymId}`;
    const api = stage.with(browser);
    expect((await api.get(`${base}/api-keys`)).status).toBe(200);
    expect((await api.patch(gym, { name: 'Norte' })).status).toBe(200);
    const secretly = await api.patch(gym, { webhookSecret: 'a secret of sixteen and more' });
    expect([secretly.status, secretly.body.code]).toEqual([403, 'request.proof-required']);
    expect((await api.patch(base, { supportEmail: 'help@fit.example' })).status).toBe(200);
    const weaker = await api.patch(base, { secondFactorRequired: false });
    expect([weaker.status, weaker.body.code]).toEqual([403, 'request.proof-required']);
    const event = '/admin/v1/wellhub-events/01990000-0000-7000-8000-000000000000';
    expect((await api.get(event)).status).toBe(404);
    const sealed = await api.get(`${event}/body`);
    expect([sealed.status, sealed.body.code]).toEqual([403, 'request.proof-required']);
    expect((await stage.world.admin.post(`${base}/api-keys`, key)).status).toBe(201);
    expect(locationOf(await browser.submit(`${FACTORS}/remove-app`, {}))).toBe(
      `/console/confirm?to=${encodeURIComponent(FACTORS)}`,
    );

    const page = await browser.get('/console/confirm');
    expect(page.text).toContain('name="code"');
    expect((await browser.submit('/console/confirm', { password: STAFF_PASSWORD })).status).toBe(
      401,
    );
    await forgetSteps();
    const former = browser.cookie('gatehouse-console');
    expect((await browser.submit('/console/confirm', { code: codeOf(secret) })).status).toBe(303);
    expect(browser.cookie('gatehouse-console')).not.toBe(former);
    expect((await stage.with(browser).post(`${base}/api-keys`, key)).status).toBe(201);
  });

  it('C-13 a person without a second factor proves it with the password', async () => {
    const { browser } = await stage.colleague();
    const page = await browser.get('/console/confirm');
    expect(page.text).not.toContain('name="code"');
    expect((await browser.submit('/console/confirm', { password: 'wrong' })).status).toBe(401);
    expect((await browser.submit('/console/confirm', { password: STAFF_PASSWORD })).status).toBe(
      303,
    );
    expect(await stage.status(browser)).toBe(200);
    expect(locationOf(await stage.browser().get('/console/confirm'))).toBe('/console/login');
  });
});
