import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startBrowser } from '../support/browser.js';
import { faultsOf } from '../support/desk-stage.js';
import { Person } from '../support/person.js';
import { StaffStage, STAFF_PASSWORD, type Colleague } from '../support/staff-stage.js';
import { textOf } from '../support/visitor.js';

describe('the members, on the screens of the console', () => {
  let stage: StaffStage;
  let browser: Browser;
  let manager: Colleague;

  beforeAll(async () => {
    [stage, browser] = await Promise.all([StaffStage.open(), startBrowser()]);
    manager = await stage.colleague();
    const { admin, partnerId, gymId } = stage.world;
    for (const [firstName, email] of [
      ['Ana', 'ana@example.com'],
      ['Bruno', undefined],
      ['Clara', undefined],
    ])
      await admin.post(`/admin/v1/partners/${partnerId}/customers`, {
        firstName,
        lastName: 'Prado',
        email,
        homeGymId: gymId,
      });
  });
  afterAll(async () => {
    await browser.close();
    await stage.close();
  });

  it('C-27 lead from the log-in to the first screen, and list page by page', async () => {
    const home = await manager.browser.get('/console');
    expect(home.status).toBe(303);
    expect(home.headers.get('location')).toMatch(/^\/console\/(today|desk)$/);
    const { status, text } = await manager.browser.get('/console/members');
    expect(status).toBe(200);
    expect(textOf(text)).toContain('Ana Prado');
    const filtered = await manager.browser.get('/console/members?status=DISABLED');
    expect(textOf(filtered.text)).toContain('Nobody found');
  });

  it('C-27 find by a name that stays out of the address', async () => {
    const { status, text } = await manager.browser.submit('/console/members/search', { q: 'brno' });
    expect(status).toBe(200);
    expect(textOf(text)).toContain('Bruno Prado');
    expect(textOf(text)).not.toContain('Clara');
  });

  it('C-28 send a visitor without a session to the log-in, and back to the page after it', async () => {
    const visitor = stage.browser();
    const asked = await visitor.get('/console/members?status=ACTIVE');
    expect(asked.status).toBe(303);
    const location = asked.headers.get('location') ?? '';
    expect(location).toBe(
      `/console/login?to=${encodeURIComponent('/console/members?status=ACTIVE')}`,
    );
    await visitor.get(location);
    const done = await stage.logIn(visitor, manager.email);
    expect(done.headers.get('location')).toBe('/console/members?status=ACTIVE&resume=1');
    expect((await stage.logIn(stage.browser(), manager.email)).headers.get('location')).toBe(
      '/console',
    );
    const sent = await stage.browser().submit('/console/members/search', { q: 'x' });
    expect(sent.headers.get('location')).toBe('/console/login?to=%2Fconsole%2Fmembers');
  });

  it('C-28 lead nowhere else after a log-in', async () => {
    for (const to of [
      'https://example.com/',
      '//example.com',
      '/console//example.com',
      '/console/login',
      '/v1/x',
      '/console/../x',
    ]) {
      const visitor = stage.browser();
      await visitor.get(`/console/login?to=${encodeURIComponent(to)}`);
      const { headers } = await stage.logIn(visitor, manager.email);
      expect([to, headers.get('location')]).toEqual([to, '/console']);
    }
  });

  it('C-27 refuse a role without the scope in words', async () => {
    const developer = await stage.colleague({ role: 'DEVELOPER' });
    const { status, text } = await developer.browser.get('/console/members');
    expect(status).toBe(403);
    expect(textOf(text)).toContain('Your role does not include this page');
  });

  it('C-27 are readable on a phone in Portuguese, and with the keyboard', async () => {
    const { body } = await stage.invite({ role: 'MANAGER', language: 'pt' });
    const { token } = await stage.mailTo(body.email);
    const person = await Person.at(browser, stage.app.api.origin, { locale: 'pt-BR' });
    const { page } = person;
    await page.goto(`/console/invitation?token=${token}`);
    await person.submit({ name: 'Rita', password: STAFF_PASSWORD });
    await page.waitForURL(/console\/(today|desk)/);
    await page.goto('/console/members');
    expect(await page.locator('h1').innerText()).toBe('Alunos');
    expect(await faultsOf(person)).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    await page.locator('#q').fill('clara');
    await page.keyboard.press('Enter');
    await page.getByText('Clara Prado').waitFor();
    expect(page.url()).not.toContain('clara');
    expect(await faultsOf(person)).toEqual([]);
    await person.leave();
  });
});
