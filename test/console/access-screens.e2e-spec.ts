import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startBrowser } from '../support/browser.js';
import { faultsOf } from '../support/desk-stage.js';
import { formTo } from '../support/html-forms.js';
import { Person } from '../support/person.js';
import { StaffStage, STAFF_PASSWORD, type Colleague } from '../support/staff-stage.js';
import { textOf } from '../support/visitor.js';

describe('access rules and passes, on the screens of the console', () => {
  let stage: StaffStage;
  let browser: Browser;
  let manager: Colleague;

  beforeAll(async () => {
    [stage, browser] = await Promise.all([StaffStage.open(), startBrowser()]);
    manager = await stage.colleague();
  });
  afterAll(async () => {
    await browser.close();
    await stage.close();
  });

  const rulesPath = () => `/console/doors/rules/${stage.world.gymId}`;
  const apiPath = (rest: string) => `/admin/v1/gyms/${stage.world.gymId}/${rest}`;
  const rules = async () => (await stage.world.admin.get(apiPath('access-rules'))).body.items;
  const policy = async () => (await stage.world.admin.get(apiPath('access-policy'))).body;
  const member = async (firstName = 'Ana') =>
    (
      await stage.world.admin.post(`/admin/v1/partners/${stage.world.partnerId}/customers`, {
        firstName,
        lastName: 'Lima',
      })
    ).body.id as number;

  it('A-9 A-29 rules are made, put in order and tried out on a phone in Portuguese', async () => {
    const { body } = await stage.invite({ role: 'MANAGER', language: 'pt' });
    const { token } = await stage.mailTo(body.email);
    const person = await Person.at(browser, stage.app.api.origin, { locale: 'pt-BR' });
    const { page } = person;
    const found: string[] = [];
    const look = async () => void found.push(...(await faultsOf(person)));
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    await page.goto(`/console/invitation?token=${token}`);
    await person.submit({ name: 'Rita', password: STAFF_PASSWORD });
    await page.waitForURL(/console\/(today|desk)/);
    await page.goto('/console/doors');
    await page.getByRole('link', { name: 'Regras de acesso' }).click();
    await page.getByText('Ainda não há regras').waitFor();
    await look();
    for (const [name, effect] of [
      ['Manhã', 'Libera'],
      ['Noite fechada', 'Bloqueia'],
    ] as const) {
      await page.getByRole('link', { name: 'Adicionar regra' }).click();
      await page.getByLabel('Nome').fill(name);
      await page.getByRole('radio', { name: new RegExp(`^${effect}`) }).check();
      await page.getByLabel('Segunda').check();
      await page.getByLabel('Das').fill('09:00');
      await page.getByLabel('Até', { exact: false }).first().fill('16:00');
      await look();
      await press('Adicionar regra');
      await page.getByText('A regra foi criada.').waitFor();
    }
    await look();
    expect((await rules()).map(({ name }: { name: string }) => name)).toEqual([
      'Manhã',
      'Noite fechada',
    ]);
    expect((await rules())[0]).toMatchObject({
      effect: 'ALLOW',
      when: { days: ['MO'], from: '09:00', to: '16:00' },
      who: null,
      deviceIds: null,
    });
    await press('Subir a regra Noite fechada');
    await page.getByText('A ordem foi mudada.').waitFor();
    expect((await rules()).map(({ name }: { name: string }) => name)).toEqual([
      'Noite fechada',
      'Manhã',
    ]);
    await page.getByLabel('Número do aluno').fill(String(await member()));
    await press('Verificar');
    await page.getByText('Não entra', { exact: true }).first().waitFor();
    await look();
    expect(found).toEqual([]);
    await person.leave();
  });

  it('A-26 the policy is saved as it was meant, and warns of a change by another person', async () => {
    const shown = await manager.browser.get(rulesPath());
    const seen = /name="_seen" value="([^"]+)"/.exec(shown.text)?.[1]?.replaceAll('&quot;', '"');
    const form = {
      _seen: seen ?? '',
      outsideRules: 'DENY',
      'capacity/max': '2',
      'capacity/warnAtPercent': '',
      reentryMinutes: '90',
      'antiPassback/mode': 'HARD',
      'antiPassback/minutes': '60',
      'antiPassback/scope': 'GYM',
      minimumAge: '16',
      unknownAge: 'DENY',
      closingDays: '25/12 Natal\n24/12/2027 14:00-24:00',
    };
    const saved = await manager.browser.submit(rulesPath(), form);
    expect([saved.status, saved.headers.get('location')]).toEqual([
      303,
      `${rulesPath()}?done=saved`,
    ]);
    expect(await policy()).toMatchObject({
      outsideRules: 'DENY',
      capacity: { max: 2, warnAtPercent: null },
      reentryMinutes: 90,
      antiPassback: { mode: 'HARD', minutes: 60, scope: 'GYM' },
      minimumAge: 16,
      unknownAge: 'DENY',
      closingDays: [
        { date: '12-25', name: 'Natal' },
        { date: '2027-12-24', from: '14:00', to: '24:00' },
      ],
    });
    const late = await manager.browser.submit(rulesPath(), { ...form, reentryMinutes: '0' });
    expect(textOf(late.text)).toContain('Somebody else changed this');
    expect((await policy()).reentryMinutes).toBe(90);
    const wrong = await manager.browser.submit(rulesPath(), { ...form, closingDays: '31/02' });
    expect([wrong.status, textOf(wrong.text)]).toEqual([422, expect.stringContaining('31/02')]);
  });

  it('A-27 a rule whose doors were removed is at no door until a person chooses', async () => {
    const { admin } = stage.world;
    const door = { name: 'Side door', direction: 'IN' };
    const { body: device } = await admin.post(apiPath('devices'), door);
    const { body: rule } = await admin.post(apiPath('access-rules'), {
      name: 'Side',
      effect: 'ALLOW',
      deviceIds: [device.id],
    });
    await admin.delete(`/admin/v1/devices/${device.id}`);
    const stored = async () => (await admin.get(`/admin/v1/access-rules/${rule.id}`)).body;
    expect(await stored()).toMatchObject({ deviceIds: [], active: false });
    const list = textOf((await manager.browser.get(rulesPath())).text);
    expect(list).toMatch(/Side Switched off At no door any more/);
    const path = `${rulesPath()}/${rule.id}`;
    const opened = async () => formTo((await manager.browser.get(path)).text, path).fields;
    const { browser: visitor } = manager;
    await visitor.submit(path, { ...(await opened()), name: 'Side 2' });
    expect(await stored()).toMatchObject({ name: 'Side 2', deviceIds: [], active: false });
    const on = await visitor.submit(path, { ...(await opened()), active: 'on' });
    expect([on.status, textOf(on.text)]).toEqual([422, expect.stringContaining('does not fit')]);
    expect(formTo(on.text, path).fields['deviceIds.none']).toBe('on');
    expect(await stored()).toMatchObject({ deviceIds: [], active: false });
    const { 'deviceIds.none': _none, ...everywhere } = await opened();
    await visitor.submit(path, { ...everywhere, active: 'on' });
    expect(await stored()).toMatchObject({ deviceIds: null, active: true });
  });

  it('A-26 a rule keeps memberships and doors that stand on no first page', async () => {
    const { admin, partnerId, gymId } = stage.world;
    const fill = (table: string, more: string, values: string) =>
      stage.app.sql(
        `insert into ${table} (partner_id, name${more}) select $1, 'No ' || n${values}
         from generate_series(1, 201) n returning id::float8 as id`,
        [partnerId],
      );
    const memberships = await fill('memberships', '', '');
    const doors = await fill('devices', ', gym_id, direction', `, ${gymId}, 'IN'`);
    const [membershipIds, deviceIds] = [memberships, doors].map((rows) => [rows.at(-1)?.['id']]);
    const { body: rule } = await admin.post(apiPath('access-rules'), {
      name: 'Last ones',
      effect: 'ALLOW',
      who: { membershipIds },
      deviceIds,
    });
    const plans = { wellhubPlans: ['Gold, Plus', '7'], wellhubProducts: ['1,5'] };
    const named = { name: 'With commas', effect: 'ALLOW', who: plans };
    const commas = (await admin.post(apiPath('access-rules'), named)).body.id;
    const second = `${rulesPath()}/${commas}`;
    const { fields } = formTo((await manager.browser.get(second)).text, second);
    await manager.browser.submit(second, { ...fields, name: 'Commas' });
    const kept = (await admin.get(`/admin/v1/access-rules/${commas}`)).body;
    expect([kept.name, kept.who]).toMatchObject(['Commas', plans]);
    const path = `${rulesPath()}/${rule.id}`;
    const { text } = await manager.browser.get(path);
    await manager.browser.submit(path, { ...formTo(text, path).fields, name: 'Kept' });
    const { body } = await admin.get(`/admin/v1/access-rules/${rule.id}`);
    expect(body).toMatchObject({ name: 'Kept', who: { membershipIds }, deviceIds });
  });

  it('A-28 a rule keeps the doors that its editor does not see', async () => {
    const { admin } = stage.world;
    const door = { name: 'Hidden door', direction: 'IN' };
    const { body: device } = await admin.post(apiPath('devices'), door);
    const deviceIds = [device.id];
    const rule = { name: 'Hidden', effect: 'ALLOW', deviceIds };
    const { id } = (await admin.post(apiPath('access-rules'), rule)).body;
    const { key } = await stage.world.keyed(['STUDIO_READ', 'STUDIO_WRITE'], { name: 'gyms' });
    const visitor = stage.browser();
    const json = { 'Content-Type': 'application/json' };
    const body = JSON.stringify({ key, name: 'Rita' });
    await visitor.call('POST', '/console/session', body, json);
    const path = `${rulesPath()}/${id}`;
    const { fields } = formTo((await visitor.get(path)).text, path);
    expect((await visitor.submit(path, { ...fields, name: 'Kept hidden' })).status).toBe(303);
    const shown = await admin.get(`/admin/v1/access-rules/${id}`);
    expect(shown.body).toMatchObject({ name: 'Kept hidden', deviceIds });
  });

  it('A-17 A-18 a guest gets a pass, which is changed and taken away', async () => {
    const id = await member('Gus');
    const path = `/console/members/${id}/passes`;
    const pass = { type: 'GUEST', validFrom: '2027-01-01', validUntil: '2027-01-31', entries: '2' };
    const refused = await manager.browser.submit(`${path}/new`, { ...pass, validUntil: '' });
    expect([refused.status, textOf(refused.text)]).toEqual([
      422,
      expect.stringContaining('Nothing was saved'),
    ]);
    const made = await manager.browser.submit(`${path}/new`, { ...pass, note: 'Bring a friend' });
    expect(made.headers.get('location')).toBe(`/console/members/${id}?done=saved`);
    const own = async () =>
      (await stage.world.admin.get(`/admin/v1/customers/${id}/passes`)).body.items;
    const [stored] = await own();
    expect(stored).toMatchObject({ type: 'GUEST', entries: 2, entriesLeft: 2, gymIds: null });
    const profile = await manager.browser.get(`/console/members/${id}`);
    expect(textOf(profile.text)).toContain('2 of 2 left');
    const one = `${path}/${stored.id}`;
    const shown = await manager.browser.get(one);
    const seen = /name="_seen" value="([^"]+)"/.exec(shown.text)?.[1]?.replaceAll('&quot;', '"');
    const changed = await manager.browser.submit(one, { ...pass, entries: '5', _seen: seen ?? '' });
    expect(changed.status).toBe(303);
    expect((await own())[0]).toMatchObject({ entries: 5, note: null });
    const again = await manager.browser.get(one);
    const tag = /name="_seen" value="([^"]+)"/.exec(again.text)?.[1]?.replaceAll('&quot;', '"');
    expect((await manager.browser.submit(`${one}/remove`, { _seen: tag ?? '' })).status).toBe(303);
    expect(await own()).toEqual([]);
  });

  it('A-28 are read by a role that may not change them', async () => {
    const viewer = await stage.colleague({ role: 'VIEWER' });
    const seen = await viewer.browser.get(rulesPath());
    expect([seen.status, textOf(seen.text)]).toEqual([
      200,
      expect.stringContaining('Access rules'),
    ]);
    expect(textOf(seen.text)).not.toContain('Add a rule');
    expect((await viewer.browser.submit(`${rulesPath()}/remove`, {})).status).toBe(403);
    expect((await manager.browser.get('/console/doors/rules/999999999')).status).toBe(404);
    expect(seen.text).toContain(`${rulesPath()}/check`);
  });

  it('A-28 tell nothing about members to a role that does not read those', async () => {
    const developer = await stage.colleague({ role: 'DEVELOPER' });
    const seen = await developer.browser.get(rulesPath());
    expect([seen.status, textOf(seen.text)]).toEqual([
      200,
      expect.stringContaining('Access rules'),
    ]);
    expect(seen.text).not.toContain(`${rulesPath()}/check`);
    const tried = { customerId: String(await member()) };
    expect((await developer.browser.submit(`${rulesPath()}/check`, tried)).status).toBe(403);
  });
});
