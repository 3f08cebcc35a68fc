import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { HISTORY_KINDS } from '../../src/member-history/index.js';
import { startBrowser } from '../support/browser.js';
import { faultsOf } from '../support/desk-stage.js';
import { until } from '../support/eventually.js';
import { formTo } from '../support/html-forms.js';
import { Person } from '../support/person.js';
import { StaffStage, STAFF_PASSWORD, type Colleague } from '../support/staff-stage.js';
import { textOf } from '../support/visitor.js';

const GPW_ID = 'gpw-7d0f4a52-90c1-4f4e-9a5d-1be0f3c2a6d8';

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

  const made = (values: Record<string, unknown>) =>
    stage.world.admin.post(`/admin/v1/partners/${stage.world.partnerId}/customers`, {
      homeGymId: stage.world.gymId,
      ...values,
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

  it('C-29 edit what is known: what is refused stays typed, and only changes are saved', async () => {
    const { body } = await made({
      firstName: 'Davi',
      email: 'davi@example.com',
      phoneNumber: '11 99999',
    });
    const path = `/console/members/${body.id}`;
    const form = await manager.browser.get(`${path}/edit`);
    expect(form.text).toContain('value="davi@example.com"');
    const typed = { firstName: 'Davi', lastName: 'Rocha', email: 'no address', number: 'M-7' };
    const refused = await manager.browser.submit(`${path}/edit`, {
      ...typed,
      phoneNumber: '11 99999',
    });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('value="no address"');
    expect(textOf(refused.text)).toContain('This value does not fit');
    const saved = await manager.browser.submit(`${path}/edit`, {
      ...typed,
      email: 'davi@example.org',
    });
    expect(saved.headers.get('location')).toBe(`${path}?done=saved`);
    const shown = await stage.world.admin.get(`/admin/v1/customers/${body.id}`);
    expect(shown.body).toMatchObject({
      lastName: 'Rocha',
      email: 'davi@example.org',
      number: 'M-7',
      phoneNumber: null,
    });
    expect(textOf((await manager.browser.get(`${path}?done=saved`)).text)).toContain('Saved.');
    const { body: other } = await made({ firstName: 'Elisa', number: 'M-8' });
    const taken = await manager.browser.submit(`/console/members/${other.id}/edit`, {
      number: 'M-7',
    });
    expect(textOf(taken.text)).toContain('Somebody else has this member number');
  });

  it('C-200 add a member, and say who has what may be there once', async () => {
    const { browser } = manager;
    expect((await browser.get('/console/members')).text).toContain('href="/console/members/new"');
    const added = await browser.submit('/console/members/new', {
      firstName: 'Gil',
      lastName: 'Moraes',
      email: 'gil@example.com',
      language: 'pt',
      birthDate: '1990-04-23',
      homeGymId: String(stage.world.gymId),
      number: 'M-77',
      cardNumber: '0047110815',
      gympassId: '0098765432101',
      gympassUserId: GPW_ID,
    });
    const path = /^(\/console\/members\/\d+)\?done=added$/.exec(
      added.headers.get('location') ?? '',
    )?.[1];
    const profile = textOf((await browser.get(`${path}?done=added`)).text);
    expect(profile).toContain('The member was added.');
    expect(profile).toContain('47110815');
    for (const [field, value, words] of [
      ['number', 'M-77', 'Somebody else has this member number'],
      ['cardNumber', '047110815', 'Somebody else uses this card'],
      ['gympassId', '009 876-543.2101', 'Somebody else has this Wellhub ID'],
      ['gympassUserId', GPW_ID, 'Somebody else has this gpw code'],
    ]) {
      const typed = { firstName: 'Hugo', [field ?? '']: value ?? '' };
      const taken = await browser.submit('/console/members/new', typed);
      expect([taken.status, textOf(taken.text)]).toEqual([
        422,
        expect.stringContaining(words ?? ''),
      ]);
      expect(taken.text).toContain(`<a href="${path}">Open the profile of Gil Moraes</a>`);
      expect(taken.text).toContain('value="Hugo"');
      expect(textOf(taken.text)).toContain('This value does not fit');
    }
    const { text } = await browser.submit('/console/members/new', { email: 'no address' });
    expect(textOf(text)).toContain('Nothing was saved');
  });

  it('C-200 add a member without a single field, at the gym of who works at one only', async () => {
    const desk = await stage.colleague({ role: 'FRONT_DESK', gymIds: [stage.world.gymId] });
    const { headers } = await desk.browser.submit('/console/members/new', {});
    const [, id] = /members\/(\d+)\?/.exec(headers.get('location') ?? '') ?? [];
    const { body } = await stage.world.admin.get(`/admin/v1/customers/${id}`);
    expect(body).toMatchObject({ homeGymId: stage.world.gymId, firstName: null });
    const viewer = await stage.colleague({ role: 'VIEWER' });
    expect((await viewer.browser.get('/console/members')).text).not.toContain('members/new');
    expect((await viewer.browser.get('/console/members/new')).status).toBe(403);
  });

  it('C-29 show a long number of their own, and keep one of ours that the form does not show', async () => {
    const number = 'MATRICULA-2026-0000000042';
    const { body: own } = await made({ firstName: 'Gina', number });
    const [path, action] = [`/console/members/${own.id}`, `/console/members/${own.id}/edit`];
    expect(textOf((await manager.browser.get(path)).text)).toContain(number);
    const shown = (await manager.browser.get(action)).text;
    expect(formTo(shown, action).fields['number']).toBe(number);
    expect(shown).not.toContain('the number that the service made stays');
    const { body: other } = await made({ firstName: 'Hugo' });
    const editOther = `/console/members/${other.id}/edit`;
    const { text } = await manager.browser.get(editOther);
    expect(textOf(text)).toContain('Empty, the number that the service made stays.');
    const { fields } = formTo(text, editOther);
    expect(fields['number']).toBe('');
    await manager.browser.submit(editOther, { ...fields, lastName: 'Lima' });
    const { body } = await stage.world.admin.get(`/admin/v1/customers/${other.id}`);
    expect(body).toMatchObject({ lastName: 'Lima', number: other.number });
  });

  it('C-35 show each kind of the timeline alone, and reported usage in words', async () => {
    const gpwId = `gpw-${randomUUID()}`;
    const { body } = await made({ firstName: 'Iris', gympassUserId: gpwId });
    const { admin, partnerId } = stage.world;
    const used = await admin.post(`/admin/v1/partners/${partnerId}/usage-events`, {
      gpwId,
      eventType: 'signin',
      timestamp: new Date().toISOString(),
    });
    expect([used.status, used.text]).toEqual([201, used.text]);
    for (const kind of HISTORY_KINDS) {
      const { status, text } = await manager.browser.get(
        `/console/members/${body.id}?kind=${kind}`,
      );
      expect([kind, status]).toEqual([kind, 200]);
      expect(text).toContain(`<option value="${kind}" selected>`);
    }
    const { text } = await manager.browser.get(`/console/members/${body.id}?kind=usage-event`);
    expect(textOf(text)).toContain('Usage waiting to be reported to Wellhub');
  });

  it('C-27 block, unblock, restrict and free a member', async () => {
    const { body } = await made({ firstName: 'Fabio' });
    const path = `/console/members/${body.id}`;
    const status = async () =>
      (await stage.world.admin.get(`/admin/v1/customers/${body.id}`)).body.status;
    await manager.browser.submit(`${path}/status`, { status: 'DISABLED' });
    expect(await status()).toBe('DISABLED');
    await manager.browser.submit(`${path}/status`, { status: 'ACTIVE' });
    expect(await status()).toBe('PENDING');
    const half = await manager.browser.submit(`${path}/restriction`, {
      reason: 'Atestado',
      startDate: '2026-01-01',
    });
    expect([half.status, textOf(half.text)]).toEqual([
      422,
      expect.stringContaining('Nothing was saved'),
    ]);
    await manager.browser.submit(`${path}/restriction`, { reason: 'Atestado' });
    expect(textOf((await manager.browser.get(path)).text)).toContain('Atestado, without an end.');
    await manager.browser.submit(`${path}/restriction/remove`, {});
    expect(textOf((await manager.browser.get(path)).text)).not.toContain('Atestado');
  });

  it('C-27 merge two profiles after showing both, and say why they cannot be', async () => {
    const [{ body: gone }, { body: stays }] = [
      await made({ firstName: 'Gil', gympassId: '0012345678905' }),
      await made({ firstName: 'Gilberto' }),
    ];
    const path = `/console/members/${gone.id}/merge`;
    const found = await manager.browser.submit(`${path}/search`, { q: 'gilberto' });
    expect(found.text).toContain(`${path}/${stays.id}`);
    expect(textOf((await manager.browser.get(`${path}/${stays.id}`)).text)).toContain(
      'It cannot be undone',
    );
    const done = await manager.browser.submit(`${path}/${stays.id}`, {});
    expect(done.headers.get('location')).toBe(`/console/members/${stays.id}?done=merged`);
    const { body: third } = await made({ firstName: 'Gil', gympassId: '0012345678912' });
    const refused = await manager.browser.submit(
      `/console/members/${third.id}/merge/${stays.id}`,
      {},
    );
    expect(textOf(refused.text)).toContain('for Wellhub they are two people');
    for (const id of ['0', 'x', String(gone.id), '99999999'])
      expect((await manager.browser.get(`/console/members/${id}`)).status).toBe(404);
  });

  it('C-28 erase only after a proof, and come back to the member for it', async () => {
    const { body } = await made({ firstName: 'Hugo' });
    const path = `/console/members/${body.id}`;
    const late = stage.browser();
    await stage.logIn(late, manager.email);
    await stage.app.sql(`update staff_sessions set proven_at = now() - interval '11 minutes'`);
    const secret = { webhookSecret: 'a secret of sixteen and more' };
    const gym = `/admin/v1/gyms/${stage.world.gymId}`;
    await until(async () => (await stage.with(late).patch(gym, secret)).status === 403);
    const asked = await late.submit(`${path}/erase`, {});
    expect(asked.headers.get('location')).toBe(`/console/confirm?to=${encodeURIComponent(path)}`);
    await late.get(asked.headers.get('location') ?? '');
    const proven = await late.submit('/console/confirm', { password: STAFF_PASSWORD });
    expect(proven.headers.get('location')).toBe(`${path}?resume=1`);
    const erased = await late.submit(`${path}/erase`, {});
    expect(erased.headers.get('location')).toBe('/console/members?done=erased');
    expect((await late.get(path)).status).toBe(404);
  });

  it('C-27 tell the story of a member, each step with its record', async () => {
    const { body } = await made({ firstName: 'Iris' });
    const path = `/console/members/${body.id}`;
    const { text } = await manager.browser.get(`${path}?kind=customer`);
    expect(textOf(text)).toContain('Profile made');
    const [, record = ''] = /href="(\/console\/members\/\d+\/timeline\/[^"]+)"/.exec(text) ?? [];
    expect((await manager.browser.get(record)).text).toContain('DIRECT');
    expect((await manager.browser.get(`${path}/timeline/nothing`)).status).toBe(404);
    expect((await manager.browser.submit(`${record}/body`, {})).status).toBe(403);
    const owner = await stage.colleague({ role: 'OWNER' });
    const events = await owner.browser.get(`${path}?kind=event`);
    const [, event = ''] =
      /href="(\/console\/members\/\d+\/timeline\/[^"]+)"/.exec(events.text) ?? [];
    const [, onward = ''] =
      /href="(\/console\/developers\/events\/[^"]+)"/.exec((await owner.browser.get(event)).text) ??
      [];
    expect((await owner.browser.get(onward)).status).toBe(200);
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
    await page.getByRole('button', { name: 'Filtrar' }).click();
    await page.waitForURL('**/members?status=&wellhubStatus=');
    await page.locator('#q').fill('clara');
    await page.keyboard.press('Enter');
    await page.getByText('Clara Prado').waitFor();
    expect(page.url()).not.toContain('clara');
    await page.getByRole('link', { name: 'Clara Prado' }).click();
    await page.getByRole('heading', { name: 'Linha do tempo' }).waitFor();
    expect(await faultsOf(person)).toEqual([]);
    await page.getByRole('link', { name: 'Editar' }).click();
    await page.waitForURL('**/edit');
    expect(await faultsOf(person)).toEqual([]);
    await page.locator('[name="lastName"]').fill('Prado Lima');
    await page.getByRole('button', { name: 'Salvar' }).click();
    await page.getByRole('heading', { name: 'Clara Prado Lima' }).waitFor();
    await person.leave();
  });
});
