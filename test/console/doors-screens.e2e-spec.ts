import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startBrowser } from '../support/browser.js';
import { faultsOf } from '../support/desk-stage.js';
import { eventually } from '../support/eventually.js';
import { Person } from '../support/person.js';
import { StaffStage, STAFF_PASSWORD, type Colleague } from '../support/staff-stage.js';
import { textOf } from '../support/visitor.js';

const SCAN = '/open-api/device/cardreader/identification';

describe('the doors, on the screens of the console', () => {
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

  const devices = async () => {
    const { admin, partnerId } = stage.world;
    return (await admin.get(`/admin/v1/partners/${partnerId}/devices`)).body.items;
  };
  const door = async (name: string, direction = 'IN'): Promise<number> => {
    const path = `/admin/v1/gyms/${stage.world.gymId}/devices`;
    return (await stage.world.admin.post(path, { name, direction })).body.id;
  };
  const scan = (token: string, value: string) =>
    stage.app.api.post(
      SCAN,
      { identification: { type: 'NUMBER', value } },
      { Authorization: `Bearer ${token}` },
    );

  it('C-27 are added, handed to a tablet, tried out and watched on a phone in Portuguese', async () => {
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
    await look();
    await page.getByRole('link', { name: 'Adicionar porta' }).click();
    await look();
    await page.getByLabel('Nome').fill('Entrada');
    await press('Adicionar porta');
    await page.getByText('A porta foi criada').waitFor();
    await look();
    await press('Criar o token');
    const shown = page.locator('.copy-field code');
    await shown.first().waitFor();
    await look();
    const [own = '', link = ''] = await shown.allInnerTexts();
    expect(new URL(link).pathname).toBe(`/${stage.world.slug}/kiosk`);
    await page.reload().catch(() => undefined);
    await page.goto('/console/doors');
    await page.getByRole('link', { name: 'Entrada' }).click();
    expect(await page.content()).not.toContain(own);
    await page.getByLabel('Código ou número do cartão').fill('4711');
    await press('Testar');
    await page.getByText('A porta ficaria fechada.').waitFor();
    await look();
    expect(await page.locator('[role=status]').last().innerText()).toContain('O código não existe');
    await page.getByRole('link', { name: 'O que as portas decidem' }).click();
    await page.getByText('Teste', { exact: true }).waitFor();
    await scan(own, '4712');
    await eventually(
      () => page.locator('#decisions tbody tr').count(),
      (count) => count === 2,
    );
    expect(await page.locator('#decisions tbody tr').count()).toBe(2);
    await look();
    await page.context().setOffline(true);
    await page.locator('#feed-state').getByText('Não está atualizada desde').waitFor();
    await page.context().setOffline(false);
    const kiosk = new URL(link);
    await page.goto(kiosk.pathname + kiosk.hash);
    await page.waitForFunction(
      (wanted) => [...document.querySelectorAll('input')].some(({ value }) => value === wanted),
      own,
    );
    expect(page.url()).not.toContain(own);
    expect(found).toEqual([]);
    await person.leave();
  });

  it('C-27 say why they stayed shut, by door and by result, in words with what to do', async () => {
    const id = await door('Side');
    const { token } = (await stage.world.admin.post(`/admin/v1/devices/${id}/token`)).body;
    await scan(token, '5');
    const feed = async (query: string) => {
      const path = `/console/doors/decisions?gym=${stage.world.gymId}&door=${id}${query}`;
      return textOf((await manager.browser.get(path)).text);
    };
    const all = await feed('');
    expect(all).toContain('Stayed shut');
    expect(all).toContain('A card must stand in the member’s profile');
    expect(all).not.toContain('ACCESS_CODE_UNKNOWN');
    expect(await feed('&result=OPENED')).toContain('No scans here');
    expect(await feed('&result=ACCESS_CODE_UNKNOWN')).toContain('Stayed shut');
    expect(await feed('&result=NONSENSE')).toContain('Stayed shut');
  });

  it('C-27 are changed, switched off and removed, and keep what was typed when it is refused', async () => {
    const id = await door('Old');
    await stage.world.admin.post(`/admin/v1/devices/${id}/token`);
    const path = `/console/doors/${id}`;
    const form = { name: 'New', direction: 'OUT', repeatWindowSeconds: '9', hasSecret: '1' };
    const refused = await manager.browser.submit(path, form);
    expect([refused.status, textOf(refused.text)]).toEqual([
      422,
      expect.stringContaining('Nothing was saved'),
    ]);
    expect(refused.text).toContain('value="New"');
    const changed = await manager.browser.submit(path, { ...form, repeatWindowSeconds: '5' });
    expect(changed.headers.get('location')).toBe(`${path}?done=saved`);
    const own = (await devices()).find((one: { id: number }) => one.id === id);
    expect(own).toMatchObject({
      name: 'New',
      direction: 'OUT',
      repeatWindowSeconds: 5,
      active: false,
    });
    const tried = await manager.browser.submit(`${path}/dry-run`, { value: '5' });
    expect(textOf(tried.text)).toContain('it refuses everything');
    const removed = await manager.browser.submit(`${path}/remove`, {});
    expect(removed.headers.get('location')).toBe('/console/doors?done=removed');
    expect((await manager.browser.get(path)).status).toBe(404);
  });

  it('C-27 are read by a role that may not change them, and refused to others', async () => {
    const id = await door('Read only');
    const viewer = await stage.colleague({ role: 'VIEWER' });
    const seen = await viewer.browser.get(`/console/doors/${id}`);
    expect([seen.status, textOf(seen.text)]).toEqual([200, expect.stringContaining('Read only')]);
    expect(textOf(seen.text)).not.toContain('Remove this door');
    expect((await viewer.browser.submit(`/console/doors/${id}/remove`, {})).status).toBe(403);
    expect((await viewer.browser.submit(`/console/doors/${id}/token`, {})).status).toBe(403);
    const accountant = await stage.colleague({ role: 'ACCOUNTANT' });
    expect((await accountant.browser.get('/console/doors')).status).toBe(403);
    expect((await accountant.browser.get('/console/doors/decisions')).status).toBe(200);
    expect((await manager.browser.get('/console/doors/999999999')).status).toBe(404);
    expect((await manager.browser.get('/console/doors/x%2F..')).status).toBe(404);
  });
});
