import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startBrowser } from '../support/browser.js';
import { faultsOf } from '../support/desk-stage.js';
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
  });
});
