import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { Authenticator, freePort } from '../support/authenticator.js';
import { startBrowser } from '../support/browser.js';
import { faultsOf } from '../support/desk-stage.js';
import { until } from '../support/eventually.js';
import { Person } from '../support/person.js';
import { STAFF_PASSWORD, StaffStage } from '../support/staff-stage.js';
import type { Visitor } from '../support/visitor.js';

const SECOND_FACTOR = '/console/second-factor';
const FACTORS = '/console/account/second-factor';
const STEPS = ['/console/login', '/console/confirm', SECOND_FACTOR];
const COOKIE = 'gatehouse-console';

const described = (id = '') => ({
  type: 'public-key',
  id: Buffer.from(id, 'base64').toString('base64url'),
});

describe('passkeys of staff, with the authenticator of a real browser', () => {
  let stage: StaffStage;
  let browser: Browser;
  let origin: string;

  beforeAll(async () => {
    const port = await freePort();
    origin = `http://localhost:${port}`;
    [stage, browser] = await Promise.all([
      StaffStage.open({ sandbox: false, port, publicUrl: origin }),
      startBrowser(),
    ]);
  });
  afterAll(async () => {
    await browser.close();
    await stage.close();
  });

  /** Somebody with a device, after their password. */
  async function seated(values: Record<string, unknown> = {}, habits = {}, knowsPeople = true) {
    const { id, email } = await stage.colleague(values);
    const person = await Person.at(browser, origin, habits);
    const device = await Authenticator.in(person.page, knowsPeople);
    const logIn = async () => {
      await person.context.clearCookies();
      await person.page.goto('/console/login');
      await person.submit({ email, password: STAFF_PASSWORD });
      await person.page.waitForURL((url) => url.pathname !== '/console/login');
    };
    await logIn();
    return { id, email, person, page: person.page, device, logIn };
  }

  /** With a passkey as the only second factor. */
  async function holder(...how: Parameters<typeof seated>) {
    const one = await seated(...how);
    await add(one, 'Phone');
    await one.page.locator('main li code').first().waitFor();
    const recovery = await one.page.locator('main li code').allInnerTexts();
    return { ...one, recovery };
  }
  type Seated = Awaited<ReturnType<typeof seated>>;

  async function add({ page }: Seated, name: string) {
    await page.goto(SECOND_FACTOR);
    await page.locator('[name="name"]').fill(name);
    await page.locator('[data-passkey="ADD"] button').click();
  }

  const use = ({ page }: Seated, purpose = 'PROVE') =>
    page.locator(`[data-passkey="${purpose}"] button`).click();

  /** Until every step of the log-in is done. */
  const inside = ({ page }: Seated) =>
    page.waitForURL(({ pathname }) => !STEPS.includes(pathname) && pathname.startsWith('/console'));

  /** What the page sends next to that address. */
  async function sentTo({ page }: Seated, path: string, act: () => Promise<unknown>) {
    const [request] = await Promise.all([
      page.waitForRequest((one) => one.method() === 'POST' && new URL(one.url()).pathname === path),
      act(),
    ]);
    return new URLSearchParams(request.postData() ?? '').get('passkey') ?? '';
  }

  /** A browser without script, where that person has entered the password. */
  async function afterPassword(email: string): Promise<Visitor> {
    const visitor = stage.browser();
    await stage.logIn(visitor, email);
    return visitor;
  }

  /** What the browser would sign. */
  const challengeFor = async (visitor: Visitor, purpose: string) =>
    (await visitor.submit('/console/passkeys/options', { purpose })).body;

  const calling = async ({ person }: Seated) => {
    const cookies = await person.context.cookies();
    const value = cookies.find(({ name }) => name === COOKIE)?.value;
    return stage.app.api.with({ Cookie: `${COOKIE}=${value}` });
  };

  const counts = async (one: Seated) =>
    (await (await calling(one)).get(`/admin/v1/gyms/${stage.world.gymId}`)).status;

  const actions = async (id: string) =>
    (
      await stage.app.sql<{ action: string }>(
        `select action from audit_log where object = $1 and action like 'staff.%' order by id`,
        [id],
      )
    ).map(({ action }) => action);

  it('C-20 C-22 C-86 an OWNER sets one up as the first second factor, with recovery codes, and needs no app', async () => {
    const one = await seated({ role: 'OWNER' });
    const { page, email, id } = one;
    expect(new URL(page.url()).pathname).toBe(SECOND_FACTOR);
    expect(await counts(one)).toBe(401);
    const other = await afterPassword(email);
    await add(one, '  ');
    await page.locator('main li code').first().waitFor();
    const recovery = await page.locator('main li code').allInnerTexts();
    expect(new Set(recovery).size).toBe(10);
    expect(await counts(one)).toBe(200);
    expect((await other.get(SECOND_FACTOR)).status).toBe(303);
    await page.goto(SECOND_FACTOR);
    expect(await page.locator('main').innerText()).toContain('Passkey');
    await add(one, 'The same device');
    await page.getByText('has a passkey for your account already').waitFor();
    expect(await actions(id)).toEqual(['staff.passkey-added']);
    // The last one of somebody who must have one stays, however it is asked for.
    const [row] = await stage.app.sql<{ id: string }>('select id from staff_passkeys');
    await page.evaluate(async (passkey) => {
      const body = new URLSearchParams({ id: passkey });
      await fetch('/console/account/second-factor/passkeys/remove', { method: 'POST', body });
    }, row?.id ?? '');
    expect(await stage.app.sql('select 1 from staff_passkeys')).toHaveLength(1);
    const api = await calling(one);
    const own = (await api.get('/admin/v1/me/passkeys')).body.items;
    expect(own).toEqual([
      { id: row?.id, name: 'Passkey', createdAt: expect.any(String), lastUsedAt: null },
    ]);
    const last = await api.delete(`/admin/v1/me/passkeys/${row?.id}`);
    expect([last.status, last.body.code]).toEqual([409, 'staff.second-factor-required']);
    const visitor = await afterPassword(email);
    expect((await visitor.submit(SECOND_FACTOR, { code: recovery[0] ?? '' })).status).toBe(303);
    expect(await stage.status(visitor)).toBe(200);
  });

  it('C-20 a log-in needs it after the password, and what was signed counts once', async () => {
    const one = await holder();
    const { email, page, logIn } = one;
    await logIn();
    expect(new URL(page.url()).pathname).toBe(SECOND_FACTOR);
    expect(await counts(one)).toBe(401);
    const signed = await sentTo(one, SECOND_FACTOR, () => use(one));
    await inside(one);
    expect(await counts(one)).toBe(200);
    const visitor = await afterPassword(email);
    for (const passkey of [signed, '{}', '[]', 'null', '{"id":"AA"}', signed.slice(1)]) {
      const { status, text } = await visitor.submit(SECOND_FACTOR, { passkey });
      expect([status, text.includes('does not count here')]).toEqual([401, true]);
    }
    expect(await stage.status(visitor)).toBe(401);
  });

  it('C-20 a challenge counts in its own session, for its own purpose, for five minutes', async () => {
    const one = await holder();
    const { email, page, logIn } = one;
    /** Signed, but not sent: the challenge stays unused. */
    const hold = async () => {
      await logIn();
      const passkey = await new Promise<string>((resolve) => {
        void page
          .route(`**${SECOND_FACTOR}`, async (route) => {
            await route.abort();
            const sent = new URLSearchParams(route.request().postData() ?? '');
            resolve(sent.get('passkey') ?? '');
          })
          .then(() => use(one));
      });
      await page.unroute(`**${SECOND_FACTOR}`);
      const [session] = await one.person.context.cookies();
      const own = stage.browser();
      own.setCookie(COOKIE, session?.value ?? '');
      return { passkey, own };
    };
    const first = await hold();
    const visitor = await afterPassword(email);
    expect((await visitor.submit(SECOND_FACTOR, { passkey: first.passkey })).status).toBe(401);
    const elsewhere = await visitor.submit('/console/login', { passkey: first.passkey });
    expect(elsewhere.status).toBe(401);
    expect((await first.own.submit(SECOND_FACTOR, { passkey: first.passkey })).status).toBe(303);
    const late = await hold();
    await stage.app.sql('update staff_passkey_challenges set expires_at = now()');
    expect((await late.own.submit(SECOND_FACTOR, { passkey: late.passkey })).status).toBe(401);
    await logIn();
    for (const path of ['/console/passkeys', `${FACTORS}/passkeys`])
      expect((await visitor.submit(path, { passkey: late.passkey })).status).toBe(303);
    expect((await challengeFor(visitor, 'ADD')).challenge).toBeUndefined();
    expect((await challengeFor(stage.browser(), 'PROVE')).challenge).toBeUndefined();
  });

  it('C-20 C-86 no passkey of another person, and none that was removed, counts', async () => {
    const [thief, owner] = [await holder(), await holder()];
    const stolen = await afterPassword(owner.email);
    const { challenge, allowCredentials } = await challengeFor(stolen, 'PROVE');
    expect(allowCredentials).toHaveLength(1);
    // The thief's own device signs the challenge of the owner's session.
    const { page, device } = thief;
    const [own] = await device.credentials();
    await page.route('**/console/passkeys/options', (route) =>
      route.fulfill({
        json: {
          challenge,
          rpId: 'localhost',
          allowCredentials: [described(own?.credentialId)],
        },
      }),
    );
    await page.goto('/console/confirm');
    const passkey = await sentTo(thief, '/console/confirm', () => use(thief));
    const answer = await stolen.submit(SECOND_FACTOR, { passkey });
    expect([answer.status, await stage.status(stolen)]).toEqual([401, 401]);
    await page.unroute('**/console/passkeys/options');

    const owned = (await (await calling(owner)).get('/admin/v1/me/passkeys')).body.items[0];
    const foreign = await (await calling(thief)).delete(`/admin/v1/me/passkeys/${owned.id}`);
    expect([foreign.status, foreign.body.code]).toEqual([404, 'staff.passkey-not-found']);

    const renamed = await (
      await calling(thief)
    ).patch(`/admin/v1/me/passkeys/${owned.id}`, {
      name: 'Mine',
    });
    expect([renamed.status, renamed.body.code]).toEqual([404, 'staff.passkey-not-found']);

    // A person who may be without may remove the last one, and the codes end with it.
    await page.goto(FACTORS);
    await page.getByRole('button', { name: 'Remove Phone' }).click();
    await page.getByRole('heading', { name: 'Set up a second factor' }).waitFor();
    await thief.logIn();
    await inside(thief);
    expect(await actions(thief.id)).toEqual([
      'staff.passkey-added',
      'staff.passkey-refused',
      'staff.passkey-removed',
    ]);
    const left = await stage.app.sql(
      `select 1 from staff_recovery_codes c join staff_people p on p.id = c.person_id where p.email = $1`,
      [thief.email],
    );
    expect(left).toEqual([]);
    await page.goto('/console/login');
    await thief.person.context.clearCookies();
    await page.goto('/console/login');
    await use(thief, 'LOG_IN');
    await page.getByText('does not count here').waitFor();
  });

  it('C-20 a copy of a device is found out by its count', async () => {
    const one = await holder();
    await one.logIn();
    await use(one);
    await inside(one);
    await one.device.rewind(1);
    await one.logIn();
    await use(one);
    await one.page.getByText('does not count here').waitFor();
    expect((await actions(one.id)).at(-1)).toBe('staff.passkey-refused');
  });

  it('C-21 logs in without a password when the device knows the person, and not otherwise', async () => {
    const one = await holder({ role: 'OWNER' });
    const { page, person, id } = one;
    await person.context.clearCookies();
    await page.goto('/console/login');
    const signed = await sentTo(one, '/console/login', () => use(one, 'LOG_IN'));
    await inside(one);
    expect(await counts(one)).toBe(200);
    expect((await stage.browser().submit('/console/login', { passkey: signed })).status).toBe(401);
    expect(await actions(id)).toEqual(['staff.passkey-added']);
  });

  it('C-88 does not log in where the provider is required, or whom a provider vouches for', async () => {
    const one = await holder({ role: 'MANAGER' });
    const { page, person, id } = one;
    const { admin, partnerId } = stage.world;
    const path = `/admin/v1/partners/${partnerId}/identity-provider`;
    const provider = {
      issuer: 'http://127.0.0.1:9/',
      clientId: 'c',
      clientSecret: 's',
      groups: [],
    };
    const refused = async () => {
      await person.context.clearCookies();
      await page.goto('/console/login');
      await use(one, 'LOG_IN');
      await page.waitForURL(/\/console\/login\/[^?]+\?password=no$/);
      expect(await person.context.cookies()).toEqual([]);
    };
    await admin.put(path, { ...provider, required: true });
    await refused();
    await admin.put(path, provider);
    await stage.app.sql(
      `insert into staff_identities (person_id, partner_id, issuer, subject)
       select person_id, partner_id, $2, 'it' from staff_memberships where id = $1`,
      [id, provider.issuer],
    );
    await refused();
    await admin.delete(path);
  });

  it('C-21 a device that only notices a touch is a second factor, and no log-in of its own', async () => {
    const one = await holder({}, {}, false);
    const { page, device, person, id } = one;
    await one.logIn();
    await use(one);
    await inside(one);
    await person.context.clearCookies();
    await page.goto('/console/login');
    const [own] = await device.credentials();
    // A browser that asks for less than we asked for.
    await page.route('**/console/passkeys/options', async (route) => {
      const asked = await (await route.fetch()).json();
      const allowCredentials = [described(own?.credentialId)];
      await route.fulfill({
        json: { ...asked, userVerification: 'discouraged', allowCredentials },
      });
    });
    await use(one, 'LOG_IN');
    await page.getByText('does not count here').waitFor();
    expect((await actions(id)).at(-1)).toBe('staff.passkey-refused');
  });

  it('C-13 C-22 confirms with it, and adds another only after a recent proof', async () => {
    const one = await holder();
    const { page } = one;
    await stage.app.sql(`update staff_sessions set proven_at = now() - interval '11 minutes'`);
    const challenge = await until(async () => {
      const visitor = stage.browser();
      const [session] = await one.person.context.cookies();
      visitor.setCookie(COOKIE, session?.value ?? '');
      const { challenge: asked } = await challengeFor(visitor, 'ADD');
      return asked === undefined && { asked };
    });
    expect(challenge).toEqual({ asked: undefined });
    await page.goto(FACTORS);
    await page.getByRole('button', { name: 'Remove Phone' }).click();
    await page.waitForURL(({ pathname }) => pathname === '/console/confirm');
    await use(one);
    await page.waitForURL(({ pathname }) => pathname === FACTORS);
    expect((await actions(one.id)).at(-1)).toBe('staff.proven');
    await page.getByRole('button', { name: 'Make new recovery codes' }).click();
    await page.locator('main li code').first().waitFor();
    const renewed = await page.locator('main li code').allInnerTexts();
    expect(renewed.filter((code) => one.recovery.includes(code))).toEqual([]);
    const visitor = await afterPassword(one.email);
    const enter = (code = '') => visitor.submit(SECOND_FACTOR, { code });
    expect((await enter(one.recovery[0])).status).toBe(401);
    expect((await enter(renewed[0])).status).toBe(303);
  });

  it.each([
    ['pt-BR', 'light', 320],
    ['en-US', 'dark', 1280],
    ['es-ES', 'light', 1280],
    ['de-DE', 'dark', 320],
  ] as const)(
    'C-20 reads well and without fault: %s, %s, %i px',
    async (locale, colorScheme, width) => {
      const habits = { locale, colorScheme, viewport: { width, height: 900 } };
      const one = await holder({ language: locale.slice(0, 2) }, habits);
      const { page, person } = one;
      const found: string[] = [];
      const look = async () => void found.push(...(await faultsOf(person)));
      await page.goto(FACTORS);
      await look();
      await page.locator('main .actions a').first().click();
      await page.waitForURL(/passkeys/);
      await look();
      await page.goto('/console/confirm');
      await look();
      await one.logIn();
      await look();
      await person.context.clearCookies();
      await page.goto('/console/login');
      await look();
      // Elsewhere than at the address of the service browsers refuse.
      await page.goto(`${stage.app.api.origin}/console/login`);
      await use(one, 'LOG_IN');
      await page.locator('[data-passkey] [role="alert"]', { hasText: 'localhost' }).waitFor();
      await look();
      expect(found).toEqual([]);
      await person.leave();
    },
  );
});
