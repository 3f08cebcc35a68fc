import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { until } from '../support/eventually.js';
import { axeFaults, tooWide } from '../support/axe.js';
import { Mailbox } from '../../src/mail/index.js';
import { startBrowser } from '../support/browser.js';
import { Person } from '../support/person.js';
import { givenWellhub, type Wellhub } from '../support/registration.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { textOf, tokenIn, Visitor } from '../support/visitor.js';
import { givenAPartner, type World } from '../support/world.js';

const PASSWORD = 'a quiet river at noon';
const TEXTS = {
  termsUrl: 'https://fit.example/terms',
  termsVersion: '2026-01',
  privacyUrl: 'https://fit.example/privacy',
  privacyVersion: '3',
};
const ACCEPTED = { terms: '2026-01', privacy: '3' };

describe('terms and privacy', () => {
  let app: TestApp;
  let browser: Browser;
  let world: World;
  let wellhub: Wellhub;
  let visitor: Visitor;
  let count = 0;

  beforeAll(async () => {
    [app, browser] = await Promise.all([startApp(), startBrowser()]);
  });
  beforeEach(async () => {
    world = await givenAPartner(app, { partner: TEXTS });
    wellhub = await givenWellhub(app, world);
    visitor = new Visitor(app.api);
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  const path = (page: string, token = '') =>
    `/${world.slug}/${page}${token === '' ? '' : `?token=${token}`}`;
  const newEmail = () => `consent.${(count += 1)}@example.com`;
  const location = (answer: { status: number; headers: Headers }) => [
    answer.status,
    answer.headers.get('location'),
  ];
  const idOf = async (email: string) =>
    Number(
      (await app.sql<{ id: string }>('select id from customers where email_key = $1', [email]))[0]
        ?.id,
    );
  const consentsOf = async (email: string) =>
    (await world.admin.get(`/admin/v1/customers/${await idOf(email)}/export`)).body.consents;
  const change = (patch: object) =>
    world.admin.patch(`/admin/v1/partners/${world.partnerId}`, patch);
  const given = (document: string, version: string, source = 'JOIN_PAGE') =>
    expect.objectContaining({ document, version, source, givenAt: expect.any(String) });

  async function givenAMember(): Promise<string> {
    const email = newEmail();
    const form = { token: await wellhub.token({ email }), email, password: PASSWORD, ...ACCEPTED };
    expect(location(await visitor.submit(path('join'), form))).toEqual([303, path('code')]);
    return email;
  }

  it('are required at a sign-up, and stored with their version and the time', async () => {
    const email = newEmail();
    const token = await wellhub.token({ email });
    const { text } = await visitor.get(path('join', token));
    expect(text).toContain('href="https://fit.example/terms"');
    expect(text).toContain('name="privacy" value="3"');
    expect(text).not.toMatch(/ checked/);
    const form = { token, email, password: PASSWORD };
    for (const accepted of [{}, { terms: '2026-01' }, { ...ACCEPTED, privacy: '2' }]) {
      const refused = await visitor.submit(path('join'), { ...form, ...accepted });
      expect([refused.status, refused.text.includes('aria-invalid')]).toEqual([422, true]);
    }
    expect(await idOf(email)).toBeNaN();
    const weak = await visitor.submit(path('join'), { ...form, ...ACCEPTED, password: 'short' });
    expect([weak.status, weak.text.match(/ checked/g)]).toEqual([422, [' checked', ' checked']]);
    const joined = await visitor.submit(path('join'), { ...form, ...ACCEPTED });
    expect(location(joined)).toEqual([303, path('code')]);
    expect(await consentsOf(email)).toEqual([given('PRIVACY', '3'), given('TERMS', '2026-01')]);
  });

  it('are accepted by the owner of the address, when it had to be verified by mail', async () => {
    const email = newEmail();
    const form = { token: await wellhub.token(), email, password: PASSWORD, ...ACCEPTED };
    expect((await visitor.submit(path('join'), form)).status).toBe(200);
    const mail = await until(async () =>
      (await app.app.get(Mailbox, { strict: false }).caught()).find(({ to }) => to === email),
    );
    const token = tokenIn(mail?.text ?? '');
    expect((await visitor.get(path('confirm', token))).text).toContain('name="terms"');
    const refused = await visitor.submit(path('confirm'), { token, password: PASSWORD });
    expect([refused.status, textOf(refused.text)]).toEqual([
      422,
      expect.stringContaining('Please accept the terms'),
    ]);
    const done = await visitor.submit(path('confirm'), { token, password: PASSWORD, ...ACCEPTED });
    expect(location(done)).toEqual([303, path('code')]);
    expect(await consentsOf(email)).toHaveLength(2);
  });

  it('are required again at the next log-in when there is a new version, and keep the old consent', async () => {
    const email = await givenAMember();
    const logIn = () => visitor.submit(path('login'), { email, password: PASSWORD });
    expect(location(await logIn())).toEqual([303, path('code')]);
    await change({ termsVersion: '2027-01' });
    await until(async () =>
      (await logIn()).headers.get('location') === path('agreements') ? true : undefined,
    );
    const page = await visitor.get(path('agreements'));
    expect([page.text.includes('name="terms"'), page.text.includes('name="privacy"')]).toEqual([
      true,
      false,
    ]);
    expect((await visitor.get(path('code'))).status).toBe(200);
    expect((await visitor.submit(path('agreements'), { terms: '2026-01' })).status).toBe(422);
    const accepted = await visitor.submit(path('agreements'), { terms: '2027-01' });
    expect(location(accepted)).toEqual([303, path('code')]);
    expect(location(await logIn())).toEqual([303, path('code')]);
    expect(location(await visitor.get(path('agreements')))).toEqual([303, path('code')]);
    expect(await consentsOf(email)).toEqual([
      given('PRIVACY', '3'),
      given('TERMS', '2026-01'),
      given('TERMS', '2027-01', 'LOG_IN_PAGE'),
    ]);
    expect(location(await new Visitor(app.api).get(path('agreements')))).toEqual([
      303,
      path('login'),
    ]);
  });

  it('are required where an account is linked, and the link waits for them', async () => {
    const email = await givenAMember();
    const id = await idOf(email);
    await app.sql('delete from consents where customer_id = $1', [id]);
    await app.sql('update customers set gpw_id = null where id = $1', [id]);
    const token = await wellhub.token({ email });
    expect((await visitor.get(path('login', token))).text).toContain('name="privacy"');
    const yes = { token, answer: 'yes' };
    expect((await visitor.submit(path('link'), yes)).status).toBe(422);
    const linked = await visitor.submit(path('link'), { ...yes, ...ACCEPTED });
    expect(location(linked)).toEqual([303, path('code')]);
    expect(await consentsOf(email)).toHaveLength(2);
  });

  it('are not shown when the partner has none', async () => {
    await change({ termsUrl: null, termsVersion: null, privacyUrl: null, privacyVersion: null });
    const token = await wellhub.token();
    await until(async () =>
      (await visitor.get(path('join', token))).text.includes('type="checkbox"') ? undefined : true,
    );
  });

  it('are recorded by software with a sign-up page of its own', async () => {
    const made = await world.admin.post(`/admin/v1/partners/${world.partnerId}/customers`, {});
    const consents = `/admin/v1/customers/${made.body.id}/consents`;
    const put = (body: object) => world.admin.put(consents, body);
    const terms = { document: 'TERMS', version: '2026-01' };
    for (let again = 0; again < 2; again += 1) {
      const { status, body } = await put(terms);
      expect([status, body.items]).toEqual([200, [given('TERMS', '2026-01', 'ADMIN_API')]]);
    }
    expect((await world.admin.get(consents)).body.items).toHaveLength(1);
    const shown = await world.admin.get(`/admin/v1/customers/${made.body.id}`);
    expect(shown.body.termsAndConditionsAgreement).toBe(true);
    for (const bad of [
      { ...terms, version: '2025' },
      { ...terms, document: 'X' },
      {},
      { ...terms, x: 1 },
    ])
      expect((await put(bad)).status).toBe(400);
    const other = await givenAPartner(app, { connection: false });
    expect((await other.admin.put(consents, terms)).status).toBe(404);
    const reader = await world.keyed(['CUSTOMER_READ']);
    expect((await reader.put(consents, terms)).status).toBe(403);
  });

  it('go with an erasure, and move with a merge', async () => {
    const customer = async () =>
      (await world.admin.post(`/admin/v1/partners/${world.partnerId}/customers`, {})).body.id;
    const [from, into] = [await customer(), await customer()];
    const accept = (id: number, document: string, version: string) =>
      world.admin.put(`/admin/v1/customers/${id}/consents`, { document, version });
    await accept(from, 'TERMS', '2026-01');
    await accept(into, 'TERMS', '2026-01');
    await accept(from, 'PRIVACY', '3');
    await world.admin.post(`/admin/v1/customers/${from}/merge`, { intoCustomerId: into });
    const rows = () =>
      app.sql('select document from consents where partner_id = $1 order by 1', [world.partnerId]);
    expect(await rows()).toEqual([{ document: 'PRIVACY' }, { document: 'TERMS' }]);
    await world.admin.delete(`/admin/v1/customers/${into}`);
    expect(await rows()).toEqual([]);
  });

  it.each([
    [{ termsUrl: 'https://fit.example/t' }, '/termsVersion'],
    [{ privacyVersion: '1' }, '/privacyUrl'],
    [{ termsUrl: 'http://fit.example/t', termsVersion: '1' }, '/termsUrl'],
    [{ termsUrl: 'javascript:alert(1)', termsVersion: '1' }, '/termsUrl'],
    [{ termsUrl: 'https://fit.example/t', termsVersion: '' }, '/termsVersion'],
  ])('refuses the settings %j', async (settings, pointer) => {
    const partner = { name: 'Odd', slug: `odd-${(count += 1)}`, ...settings };
    const { status, body } = await app.operator.post('/admin/v1/partners', partner);
    expect([status, body.errors?.[0]?.pointer]).toEqual([400, pointer]);
  });

  it('stores an address as browsers write it', async () => {
    const { body } = await change({ termsUrl: ' HTTPS://fit.example/terms\n' });
    expect(body.termsUrl).toBe('https://fit.example/terms');
  });

  it('can be accepted with the keyboard alone, and have no fault that axe knows', async () => {
    const person = await Person.at(browser, app.api.origin, { reducedMotion: 'reduce' });
    const { page } = person;
    const faults = async () => [...(await axeFaults(page)), ...(await tooWide(page))];
    const email = newEmail();
    await page.goto(path('join', await wellhub.token({ email })));
    expect(await faults()).toEqual([]);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByRole('link', { name: 'Terms' }).waitFor();
    expect(await faults()).toEqual([]);
    await page.getByLabel('Password').fill(PASSWORD);
    for (const name of ['terms', 'privacy']) {
      const box = page.locator(`#${name}`);
      while (!(await box.evaluate((element) => element === document.activeElement)))
        await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
    }
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${path('code')}`);
    expect(person.complaints).toEqual([]);
    await person.leave();
  });
});
