import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startBrowser } from '../support/browser.js';
import { faultsOf } from '../support/desk-stage.js';
import { eventually } from '../support/eventually.js';
import { Person } from '../support/person.js';
import { StaffStage, STAFF_PASSWORD, type Colleague } from '../support/staff-stage.js';
import { textOf } from '../support/visitor.js';

describe('Control iD devices, on the screens of the console', () => {
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

  const device = async (values: object = {}): Promise<number> => {
    const path = `/admin/v1/gyms/${stage.world.gymId}/devices`;
    const body = { name: 'Arm', direction: 'BOTH', vendor: 'CONTROL_ID', ...values };
    return (await stage.world.admin.post(path, body)).body.id;
  };
  const stored = async (id: number) =>
    (await stage.world.admin.get(`/admin/v1/devices/${id}`)).body;
  const addressOf = async (id: number): Promise<string> => {
    const { body } = await stage.world.admin.get(`/admin/v1/devices/${id}/control-id/setup`);
    return new URL(body.address).pathname;
  };

  it('D-31 are added and set up on a phone in Portuguese, with the values to type', async () => {
    const { body } = await stage.invite({ role: 'MANAGER', language: 'pt' });
    const { token } = await stage.mailTo(body.email);
    const person = await Person.at(browser, stage.app.api.origin, { locale: 'pt-BR' });
    const { page } = person;
    const found: string[] = [];
    const look = async () => void found.push(...(await faultsOf(person)));
    await page.goto(`/console/invitation?token=${token}`);
    await person.submit({ name: 'Rita', password: STAFF_PASSWORD });
    await page.waitForURL(/console\/(today|desk)/);
    await page.goto('/console/doors');
    await page.getByRole('link', { name: 'Adicionar porta' }).click();
    await page.getByLabel('Nome').fill('Catraca');
    await page.getByRole('radio', { name: /^Control iD/ }).check();
    await page.getByLabel('Modelo').selectOption('IDBLOCK_NEXT');
    await look();
    await page.getByRole('button', { name: 'Adicionar porta' }).click();
    await page.getByText('Agora faça a instalação na academia').waitFor();
    await page.getByText('Ainda não chamou', { exact: true }).waitFor();
    await look();
    await page.getByRole('link', { name: 'Instalação passo a passo' }).click();
    const shown = page.locator('.copy-field code');
    await shown.first().waitFor();
    await look();
    const [address = ''] = await shown.allInnerTexts();
    expect(new URL(address).pathname).toMatch(/^\/cid\/[A-Za-z0-9]{22}$/);
    expect(await page.content()).toContain('/set_configuration.fcgi');
    const { pathname } = new URL(address);
    await stage.app.api.post(`${pathname}/device_is_alive.fcgi`, { access_logs: 0 });
    expect(found).toEqual([]);
    await person.leave();
  });

  it('D-32 are changed; what does not fit is marked and kept', async () => {
    const id = await device({ controlId: { model: 'IDBLOCK' } });
    const path = `/console/doors/${id}`;
    const form = {
      vendor: 'CONTROL_ID',
      hasSecret: '1',
      active: 'on',
      name: 'Arm',
      direction: 'BOTH',
      repeatWindowSeconds: '3',
      'controlId/model': 'IDBLOCK',
      'controlId/deviceId': '12a',
      'controlId/entryTurn': 'ANTICLOCKWISE',
      'controlId/entryTurnEvent': 'TURN_LEFT',
      'controlId/qrMode': 'NUMERIC',
      'controlId/cardFormat': 'WIEGAND_26',
      'controlId/userIdIs': 'NOTHING',
      'controlId/requestTimeoutMs': '3000',
      'controlId/turnTimeoutSeconds': '30',
      'controlId/contingency': 'on',
    };
    const refused = await manager.browser.submit(path, form);
    expect([refused.status, textOf(refused.text)]).toEqual([
      422,
      expect.stringContaining('Nothing was saved'),
    ]);
    expect(refused.text).toContain('value="12a"');
    const changed = await manager.browser.submit(path, { ...form, 'controlId/deviceId': '478435' });
    expect(changed.headers.get('location')).toBe(`${path}?done=saved`);
    expect(await stored(id)).toMatchObject({
      active: true,
      controlId: {
        deviceId: '478435',
        entryTurn: 'ANTICLOCKWISE',
        entryTurnEvent: 'TURN_LEFT',
        cardFormat: 'WIEGAND_26',
        contingency: true,
        showName: false,
      },
    });
  });

  it('D-29 are opened from the console once they fetch commands, with a reason', async () => {
    const id = await device();
    const path = `/console/doors/${id}/control-id`;
    const open = { way: 'IN', reason: 'A delivery' };
    const silent = await manager.browser.submit(`${path}/open`, open);
    expect([silent.status, textOf(silent.text)]).toEqual([
      422,
      expect.stringContaining('has not fetched commands'),
    ]);
    const address = await addressOf(id);
    await stage.app.api.get(`${address}/push?deviceId=1&uuid=u1`);
    const desk = await stage.colleague({ role: 'MANAGER' });
    const opened = await desk.browser.submit(`${path}/open`, open);
    expect(opened.headers.get('location')).toBe(`${path}/events?done=opened`);
    const events = await desk.browser.get(`${path}/events`);
    expect(textOf(events.text)).toContain('Waiting');
    expect(events.text).toContain('data-log-in="/console/desk/log-in?to=%2Fconsole');
    const command = await stage.app.api.get(`${address}/push?deviceId=1&uuid=u2`);
    expect(command.text).toContain('execute_actions');
    await stage.app.api.post(`${address}/result?deviceId=1&uuid=u2`, { error: 'no such relay' });
    const failed = textOf((await desk.browser.get(`${path}/events`)).text);
    expect(failed).toContain('Failed no such relay');
  });

  it('D-31 show on the set-up page which way the arm turned last', async () => {
    const id = await device();
    const setup = async () =>
      textOf((await manager.browser.get(`/console/doors/${id}/control-id/setup`)).text);
    expect(await setup()).toContain('Last turn None');
    const event = { type: 7, name: 'TURN_LEFT', time: 1_700_000_000, uuid: 'u-1' };
    await stage.app.api.post(`${await addressOf(id)}/api/notifications/catra_event`, {
      event,
      access_event_id: 15,
      device_id: 1,
    });
    const shown = await eventually(setup, (text) => !text.includes('Last turn None'));
    expect(shown).toMatch(/Last turn a turn to the left, \d/);
    expect(shown).toContain('set by "Last turn" what the device reports at an entry');
  });

  it('D-9 D-31 let the device learn a card, and show it once in the four formats', async () => {
    const id = await device();
    const address = await addressOf(id);
    const path = `/console/doors/${id}/control-id`;
    const asked = await manager.browser.submit(`${path}/learn-card`, {});
    expect(asked.headers.get('location')).toBe(`${path}/setup?done=learning`);
    await stage.app.api.post(`${address}/new_card.fcgi?card_value=528280977448`);
    const setup = async () =>
      textOf((await manager.browser.get(`/console/doors/${id}/control-id/setup`)).text);
    const shown = await setup();
    for (const number of ['528280977448', '8060968', '12300040']) expect(shown).toContain(number);
    expect(await setup()).not.toContain('528280977448');
  });

  it('D-1 get a new address, and D-30 their settings, from the set-up page', async () => {
    const id = await device();
    const before = await addressOf(id);
    const path = `/console/doors/${id}/control-id`;
    const rotated = await manager.browser.submit(`${path}/secret`, { graceSeconds: '0' });
    expect(rotated.headers.get('location')).toBe(`${path}/setup?done=rotated`);
    expect(await addressOf(id)).not.toBe(before);
    const applied = await manager.browser.submit(`${path}/apply`, {});
    expect(applied.headers.get('location')).toBe(`${path}/setup?done=applied`);
    const viewer = await stage.colleague({ role: 'VIEWER' });
    expect((await viewer.browser.get(`${path}/setup`)).status).toBe(403);
    expect((await viewer.browser.get(`/console/doors/${id}`)).text).not.toContain('/cid/');
  });
});
