import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startBrowser } from '../support/browser.js';
import { faultsOf } from '../support/desk-stage.js';
import { formTo } from '../support/html-forms.js';
import { Person } from '../support/person.js';
import { givenAPartner } from '../support/world.js';
import { StaffStage, STAFF_PASSWORD, type Colleague } from '../support/staff-stage.js';
import { textOf } from '../support/visitor.js';

const PEOPLE = '/console/staff';
const locationOf = ({ headers }: { headers: Headers }) => headers.get('location');

describe('staff, the own account and the operator, on the screens of the console', () => {
  let stage: StaffStage;
  let browser: Browser;
  let owner: Colleague;

  beforeAll(async () => {
    [stage, browser] = await Promise.all([StaffStage.open(), startBrowser()]);
    owner = await stage.colleague({ role: 'OWNER' });
    await stage.world.admin.post(`/admin/v1/partners/${stage.world.partnerId}/gyms`, {
      name: 'Praia',
    });
  });
  afterAll(async () => {
    await browser.close();
    await stage.close();
  });

  const page = async (path: string, of = owner) => {
    const { status, text } = await of.browser.get(path);
    return { status, text, shown: textOf(text) };
  };
  /** As if the last proof of who they are were old. */
  const forgetProof = () =>
    stage.app.sql(`update staff_sessions set proven_at = clock_timestamp() - interval '1 hour'`);

  it('C-140 who works at both goes from live to the test environment and back with one click', async () => {
    const person = await stage.colleague({ role: 'MANAGER' });
    const here = '/console/account';
    expect((await page(here, person)).text).not.toContain('Go to test');
    const tried = await givenAPartner(stage.app, { testOf: stage.world.partnerId });
    const invited = await stage.invite({ email: person.email, role: 'MANAGER' }, tried);
    await stage.app.sql(
      'update staff_memberships set accepted_at = clock_timestamp() where id = $1',
      [invited.body.id],
    );
    const go = async (label: string) => {
      const { text } = await page(here, person);
      const [, place = ''] = new RegExp(`name="place" value="([^"]+)">${label}<`).exec(text) ?? [];
      expect(locationOf(await person.browser.submit('/console/account/place', { place }))).toBe(
        '/console',
      );
      return (await page('/console/account', person)).text;
    };
    expect(await go('Go to test')).toContain('class="test-badge"');
    expect(await go('Go to live')).not.toContain('class="test-badge"');
    expect((await page(here)).text).not.toContain('Go to test');
    const places = await stage.call(person.browser, 'GET', '/admin/v1/me/places');
    expect(places.body.items).toMatchObject([
      { environment: 'live', livePartnerId: null },
      { environment: 'test', livePartnerId: stage.world.partnerId },
    ]);
  });

  it('C-73 an owner invites, changes role and gyms, ends sessions and removes', async () => {
    const email = stage.address();
    const sent = await owner.browser.submit(PEOPLE, {
      email,
      role: 'MANAGER',
      language: 'en',
      _key: 'a',
    });
    expect(locationOf(sent)).toBe(`${PEOPLE}?done=invited`);
    const again = await owner.browser.submit(PEOPLE, { email, role: 'VIEWER', language: 'en' });
    expect([again.status, textOf(again.text)]).toEqual([
      422,
      expect.stringContaining('on the staff already'),
    ]);
    expect(again.text).toContain(`value="${email}"`);
    expect((await page(`${PEOPLE}?done=invited`)).shown).toContain('The invitation is on its way.');
    const { items } = (
      await stage.world.admin.get(`/admin/v1/partners/${stage.world.partnerId}/staff?limit=200`)
    ).body;
    const { id } = items.find((one: { email: string }) => one.email === email);
    const path = `${PEOPLE}/${id}`;
    expect((await page(path)).shown).toContain('The invitation works until');
    expect(locationOf(await owner.browser.submit(`${path}/invitation`, {}))).toBe(
      `${path}?done=resent`,
    );
    const { token } = await stage.mailTo(email, 2);
    const newcomer = stage.browser();
    await stage.accept(newcomer, token, { name: 'Nina' });

    const gym = `gym.${stage.world.gymId}`;
    const { _seen = '' } = formTo((await page(path)).text, path).fields;
    const change = { role: 'VIEWER', [gym]: 'on', _seen };
    expect(locationOf(await owner.browser.submit(path, change))).toBe(`${path}?done=changed`);
    const shown = await stage.world.admin.get(`/admin/v1/staff/${id}`);
    expect(shown.body).toMatchObject({ role: 'VIEWER', gymIds: [stage.world.gymId] });
    expect(await stage.status(newcomer)).toBe(401);
    const stale = await owner.browser.submit(path, { role: 'ACCOUNTANT', _seen });
    expect([stale.status, textOf(stale.text)]).toEqual([
      409,
      expect.stringContaining('Somebody else changed this'),
    ]);
    const now = formTo(stale.text, path).fields;
    expect(now['_seen']).not.toBe(_seen);
    expect(stale.text).toMatch(/value="ACCOUNTANT" checked/);
    const whole = await owner.browser.submit(path, {
      role: 'OWNER',
      [gym]: 'on',
      _seen: now['_seen'] ?? '',
    });
    expect([whole.status, textOf(whole.text)]).toEqual([
      422,
      expect.stringContaining('always have all gyms'),
    ]);

    await stage.logIn(newcomer, email);
    expect((await page(path)).shown).toContain('from the network');
    expect(locationOf(await owner.browser.submit(`${path}/end-sessions`, {}))).toBe(
      `${path}?done=ended`,
    );
    expect(await stage.status(newcomer)).toBe(401);
    expect(locationOf(await owner.browser.submit(`${path}/remove`, {}))).toBe(
      `${PEOPLE}?done=removed`,
    );
    const gone = await page(path);
    expect(gone.status).toBe(404);
    const last = await owner.browser.submit(`${PEOPLE}/${owner.id}/remove`, {});
    expect([last.status, textOf(last.text)]).toEqual([
      409,
      expect.stringContaining('the last person with the role Owner'),
    ]);
  });

  it('C-73 a change that needs a proof leads to it, and back to the page with what was typed', async () => {
    const person = await Person.at(browser, stage.app.api.origin, { locale: 'en' });
    const { page: tab } = person;
    await tab.goto('/console/login');
    await person.submit({ email: owner.email, password: STAFF_PASSWORD });
    await tab.goto(`${PEOPLE}/new`);
    await forgetProof();
    // What a replica knows of a session lives four seconds.
    await tab.waitForTimeout(4_500);
    await tab.locator('#email').fill('typed@example.com');
    await tab.getByLabel('Accountant').check();
    await tab.getByText('Send the invitation').click();
    await tab.waitForURL(/console\/confirm/);
    await tab.locator('input[type=password]').fill(STAFF_PASSWORD);
    await tab.keyboard.press('Enter');
    await tab.waitForURL(/console\/staff\/new/);
    expect(await tab.locator('#email').inputValue()).toBe('typed@example.com');
    expect(await tab.getByLabel('Accountant').isChecked()).toBe(true);
    await tab.getByText('Send the invitation').click();
    await tab.waitForURL(/done=invited/);
    await person.leave();
  });

  it('C-73 no role but OWNER sees the staff', async () => {
    const manager = await stage.colleague({ role: 'MANAGER' });
    for (const path of [PEOPLE, `${PEOPLE}/${owner.id}`, '/console/operator'])
      expect([path, (await page(path, manager)).status]).toEqual([path, 403]);
    expect((await page('/console/operator')).status).toBe(403);
    expect((await page('/console/account', manager)).text).not.toContain(`href="${PEOPLE}"`);
  });

  it('C-74 a person changes their name and language, and ends their sessions', async () => {
    const me = await stage.colleague({ role: 'FRONT_DESK' });
    const second = stage.browser();
    await stage.logIn(second, me.email);
    const bad = await me.browser.submit('/console/account', { name: ' ', language: 'en' });
    expect([bad.status, textOf(bad.text)]).toEqual([
      422,
      expect.stringContaining('Nothing was saved'),
    ]);
    await me.browser.submit('/console/account', { name: 'Zoé', language: 'de' });
    const shown = await page('/console/account?done=saved', me);
    expect(shown.text).toContain('value="Zoé"');
    expect(shown.shown).toContain('Dein Konto');
    const [session = ''] = /name="session" value="([\w-]+)"/.exec(shown.text)?.slice(1) ?? [];
    await me.browser.submit('/console/account/sessions/end', { session });
    expect([await stage.status(second), await stage.status(me.browser)]).toEqual([401, 200]);
    const out = await me.browser.submit('/console/account/sessions/end-all', {});
    expect(locationOf(out)).toBe('/console/login');
    expect(await stage.status(me.browser)).toBe(401);
  });

  it('C-121 a person renames a passkey, on the screen and over the API', async () => {
    const me = await stage.colleague({ role: 'FRONT_DESK' });
    const [row] = await stage.app.sql<{ id: string }>(
      `insert into staff_passkeys (id, person_id, credential_id, public_key, counter, transports, name)
        select gen_random_uuid(), person_id, '\\x01', '\\x01', 0, '{}', 'Phone' from staff_memberships where id = $1
        returning id`,
      [me.id],
    );
    const options = await stage.call(me.browser, 'POST', '/admin/v1/me/passkeys/options');
    expect([options.status, options.body.challenge]).toEqual([options.status, expect.any(String)]);
    const factors = '/console/account/second-factor';
    const screen = `${factors}/passkeys/${row?.id}`;
    expect((await page(factors, me)).text).toContain(`href="${screen}"`);
    expect((await page(screen, me)).text).toContain('value="Phone"');
    expect((await page(screen)).status).toBe(404);
    const refused = await me.browser.submit(screen, { name: ' ' });
    expect([refused.status, textOf(refused.text)]).toEqual([
      422,
      expect.stringContaining('Nothing was saved'),
    ]);
    const sent = await me.browser.submit(screen, { name: 'Old phone' });
    expect(locationOf(sent)).toBe(`${factors}?done=passkey-renamed`);
    expect((await page(factors, me)).shown).toContain('Old phone');
    const path = `/admin/v1/me/passkeys/${row?.id}`;
    const rename = (of: Colleague, name: string) => stage.call(of.browser, 'PATCH', path, { name });
    expect((await rename(me, ' Work ')).body.name).toBe('Work');
    expect((await rename(me, 'x'.repeat(61))).body.errors[0].pointer).toBe('/name');
    expect((await rename(owner, 'Mine')).body.code).toBe('staff.passkey-not-found');
    expect((await stage.call(me.browser, 'DELETE', path)).status).toBe(204);
    const rows = await stage.app.sql<{ action: string }>(
      `select action from audit_log where object = $1 and action like 'staff.passkey%' order by id`,
      [me.id],
    );
    expect(rows.map(({ action }) => action)).toEqual([
      'staff.passkey-renamed',
      'staff.passkey-renamed',
      'staff.passkey-removed',
    ]);
  });

  it('C-72 an operator creates a partner, invites its owner, looks in and leaves', async () => {
    const operator = await stage.operator();
    expect(locationOf(await operator.browser.get('/console'))).toBe('/console/operator');
    const list = await page('/console/operator', operator);
    expect([list.status, list.shown]).toEqual([200, expect.stringContaining('Corpo Livre')]);
    const taken = { name: 'Two', slug: stage.world.slug, timeZone: 'UTC', locale: 'en' };
    const refused = await operator.browser.submit('/console/operator', taken);
    expect([refused.status, textOf(refused.text)]).toEqual([
      422,
      expect.stringContaining('Another partner has this short address'),
    ]);
    const made = await operator.browser.submit('/console/operator', { ...taken, slug: 'two' });
    const [path = ''] = (locationOf(made) ?? '').split('?');
    expect(locationOf(made)).toMatch(/^\/console\/operator\/[\w-]{36}\?done=created$/);
    const email = stage.address();
    await operator.browser.submit(`${path}/owners`, { email });
    await stage.mailTo(email);
    expect((await page(path, operator)).shown).toContain(`${email} (invited)`);

    const looked = await operator.browser.submit(`${path}/look-in`, {});
    expect(locationOf(looked)).toBe('/console');
    const seen = await page(PEOPLE, operator);
    expect([seen.status, seen.shown]).toEqual([
      200,
      expect.stringContaining('Nothing can be changed'),
    ]);
    expect((await page(`${PEOPLE}/new`, operator)).text).toContain(
      '<fieldset class="whole" disabled',
    );
    const tried = await operator.browser.submit(PEOPLE, { email: 'x@example.com', role: 'OWNER' });
    expect([tried.status, textOf(tried.text)]).toEqual([
      422,
      expect.stringContaining('You only look in at this partner'),
    ]);
    const found = await operator.browser.submit('/console/members/search', { q: 'nobody' });
    expect(found.status).toBe(200);
    const left = await operator.browser.submit('/console/leave', {});
    expect(locationOf(left)).toBe('/console/operator?done=left');
    expect((await page('/console/operator?done=left', operator)).shown).toContain('You have left');
    expect((await page('/console/operator/people', operator)).shown).toContain(operator.email);
    expect((await page(PEOPLE, operator)).status).toBe(403);
  });

  it('C-72 C-73 C-74 are readable on a phone in Portuguese', async () => {
    const operator = await stage.operator();
    await operator.browser.submit('/console/account', { name: 'Ola', language: 'pt' });
    const person = await Person.at(browser, stage.app.api.origin, { locale: 'pt-BR' });
    const { page: tab } = person;
    await tab.goto('/console/login');
    await person.submit({ email: operator.email, password: STAFF_PASSWORD });
    await tab.waitForURL(/console\/operator/);
    for (const path of [
      '/console/operator',
      '/console/operator/new',
      '/console/operator/people',
      `/console/operator/people/${operator.id}`,
      '/console/operator/alerts',
      '/console/operator/audit-log',
      '/console/account',
      '/console/account/second-factor',
      `/console/operator/${stage.world.partnerId}`,
    ]) {
      await tab.goto(path);
      const shots = process.env['SHOTS'];
      if (shots) {
        for (const width of [320, 1280]) {
          await tab.setViewportSize({ width, height: 800 });
          await tab.screenshot({
            path: `${shots}/${path.replaceAll(/[^a-z]+/g, '-').slice(0, 40)}${path.length}-${width}.png`,
            fullPage: true,
          });
        }
        await tab.setViewportSize({ width: 320, height: 640 });
      }
      expect([path, await faultsOf(person)]).toEqual([path, []]);
    }
    await tab.getByRole('button', { name: /Olhar/ }).click();
    await tab.getByText('Sair do parceiro').waitFor();
    for (const path of [PEOPLE, `${PEOPLE}/new`, `${PEOPLE}/${owner.id}`]) {
      await tab.goto(path);
      const shots = process.env['SHOTS'];
      if (shots) {
        for (const width of [320, 1280]) {
          await tab.setViewportSize({ width, height: 800 });
          await tab.screenshot({
            path: `${shots}/${path.replaceAll(/[^a-z]+/g, '-').slice(0, 40)}${path.length}-${width}.png`,
            fullPage: true,
          });
        }
        await tab.setViewportSize({ width: 320, height: 640 });
      }
      expect([path, await faultsOf(person)]).toEqual([path, []]);
    }
    await person.leave();
  });
});
