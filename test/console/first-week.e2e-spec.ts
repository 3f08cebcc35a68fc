import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import type { Browser, Page } from 'playwright-core';
import { createSimulator, type Simulator } from '../../src/simulator/server/simulator.js';
import { startBrowser } from '../support/browser.js';
import { until } from '../support/eventually.js';
import { Person } from '../support/person.js';
import { answering, Receiver } from '../support/receiver.js';
import { StaffStage, STAFF_PASSWORD } from '../support/staff-stage.js';

const GYM = '5001';
const GUEST = '0007770001112';

/** A person who knows gyms and not computers: what they press, in Portuguese, and nothing else. */
describe('the first week of an owner', () => {
  let stage: StaffStage;
  let browser: Browser;
  let simulator: Simulator;
  let receiver: Receiver;
  let person: Person;
  let page: Page;
  /** The gym. */
  let norte: string;
  /** A member. */
  let bia: string;

  beforeAll(async () => {
    simulator = await createSimulator({ port: 0, host: '127.0.0.1', validateToken: 'a-token' });
    [stage, browser, receiver] = await Promise.all([
      StaffStage.open({ sandbox: true, wellhubSimulatorUrl: simulator.url }),
      startBrowser(),
      Receiver.start(),
    ]);
    const { admin, partnerId } = stage.world;
    const connection = { environment: 'simulator', accessToken: 'a-token' };
    await admin.put(`/admin/v1/partners/${partnerId}/wellhub`, connection);
    simulator.setTarget({
      baseUrl: stage.app.api.origin,
      apiKey: 'not-used-here',
      hook: stage.world.hookPath.split('/')[2] ?? '',
      webhookSecret: stage.world.webhookSecret,
      wellhubGymId: GYM,
    });
    person = await Person.at(browser, stage.app.api.origin, {
      locale: 'pt-BR',
      viewport: { width: 1280, height: 900 },
    });
    page = person.page;
  });
  afterAll(async () => {
    await person.leave();
    await browser.close();
    await receiver.stop();
    await stage.close();
    await simulator.close();
  });

  const button = (name: string) => page.getByRole('button', { name, exact: true }).first();
  /** Sends a form, and waits until it was taken. */
  const press = async (name: string) => {
    const sent = page.waitForResponse((answer) => answer.request().method() === 'POST');
    await button(name).click();
    await sent;
    await page.waitForLoadState();
  };
  const reads = (text: string | RegExp) => page.getByText(text).first().waitFor();
  /** Fills in what has these names, and leaves the rest as it is. */
  const fill = async (fields: Record<string, string>) => {
    for (const [name, value] of Object.entries(fields)) {
      const field = page.locator(`main [name="${name}"]`).first();
      const isChoice = (await field.evaluate(({ tagName }) => tagName)) === 'SELECT';
      await (isChoice ? field.selectOption({ label: value }) : field.fill(value));
    }
  };
  const shownOnce = () => page.locator('.copy-field code').allInnerTexts();

  it('C-27 begins with a mail, and sets a second factor', async () => {
    const { body } = await stage.invite({ role: 'OWNER', language: 'pt' });
    const { link: address } = await stage.mailTo(body.email);
    const { pathname, search } = new URL(address);
    await page.goto(pathname + search);
    await person.submit({ name: 'Rosa', password: STAFF_PASSWORD });
    await page.waitForURL('**/console/today');
    await page.goto('/console/account/second-factor');
    const secret = (await page.locator('code').first().innerText()).replaceAll(' ', '');
    await person.submit({ code: new TOTP({ secret: Secret.fromBase32(secret) }).generate() });
    await reads('Guarde seus códigos de recuperação');
  });

  it('C-27 adds a gym, and tests its connection to Wellhub', async () => {
    await page.goto('/console/settings/gyms/new');
    await fill({ name: 'Norte', wellhubGymId: GYM });
    await press('Adicionar academia');
    await page.waitForURL(/gyms\/\d+/);
    norte = /gyms\/(\d+)/.exec(page.url())?.[1] ?? '';
    await page.goto('/console/settings/wellhub');
    await press('Testar Norte');
    await reads('O Wellhub respondeu: a conexão funciona.');
  });

  it('C-27 makes a door of a tablet, which a member opens', async () => {
    await page.goto('/console/settings/catalogue/memberships/new');
    await fill({ name: 'Livre' });
    await press('Salvar');
    await page.goto('/console/settings/catalogue/payment-plans/new');
    await fill({ name: 'Mensal' });
    await press('Salvar');
    await page.goto('/console/members/new');
    await fill({ firstName: 'Bia', lastName: 'Prado', homeGymId: 'Norte' });
    await press('Cadastrar');
    await page.waitForURL(/members\/\d+/);
    bia = /members\/(\d+)/.exec(page.url())?.[1] ?? '';
    await page.goto(`/console/members/${bia}/contracts/new`);
    await page.locator('main button.main').click();
    await reads('O contrato foi criado.');
    await page.goto('/console/developers/keys/new');
    await fill({ name: 'Aplicativo da academia' });
    await page.locator('[name="scope.CUSTOMER_READ"]').check();
    await press('Criar chave');
    const [key = ''] = await shownOnce();
    const { body } = await stage.app.api.withKey(key).get(`/v1/customers/${bia}/access-code`);
    await page.goto('/console/doors/new');
    await fill({ gymId: 'Norte', name: 'Entrada' });
    await press('Adicionar porta');
    await press('Criar o token');
    await page.locator('.copy-field code').first().waitFor();
    const kiosk = new URL((await shownOnce())[1] ?? '');
    await page.goto(kiosk.pathname + kiosk.hash);
    await button('Começar').click();
    await reads('Mostre seu código aqui');
    await page.keyboard.type(body.content);
    await page.keyboard.press('Enter');
    await reads('Boas-vindas!');
    await page.goto(`/console/inside?gymId=${norte}`);
    await reads('Bia Prado');
  });

  it('C-61 learns why a check-in of yesterday was lost', async () => {
    const [{ id }] = (await stage.app.sql(
      `insert into check_ins (partner_id, id, gym_id, customer_id, wellhub_id, state, event_at, local_day, received_at, expires_at,
          deadline_at, cause)
        select $1, gen_random_uuid(), g.id, $3, $2, 'EXPIRED', y.at, y.at::date, y.at, y.at + interval '1 hour', 'infinity', 'DEADLINE'
        from gyms g, (select now() - interval '1 day' as at) y where g.name = 'Norte' and g.partner_id = $1 returning id`,
      [stage.world.partnerId, GUEST, bia],
    )) as [{ id: string }];
    const day = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    await page.goto(`/console/check-ins?gymId=${norte}&day=${day}`);
    await page.locator(`a[href$="${id}"]`).first().click();
    await reads('ninguém apertou “Validar” dentro do prazo');
  });

  it('C-56 reconciles a month with the report of Wellhub', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const [year, month, day] = today.split('-');
    await page.goto('/console/reconciliation');
    await fill({ gymId: 'Norte' });
    await page.locator('input[type=file]').setInputFiles({
      name: 'relatório.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`Wellhub ID;Data\n${GUEST};${day}/${month}/${year}\n`, 'latin1'),
    });
    await press('Ver o arquivo');
    await reads('Confira o arquivo');
    await press('Comparar');
    await reads('No relatório, mas não pago aqui.');
  });

  it('C-66 sends a webhook again that had failed', async () => {
    receiver.reply = answering(500);
    await page.goto('/console/developers/subscriptions/new');
    await fill({ url: receiver.url });
    await press('Adicionar');
    await page.goto('/console/developers');
    await page.locator('main a[href*="/subscriptions/"]:not([href$=new])').first().click();
    await press('Enviar evento de teste');
    await until(async () => {
      await stage.app.sql(
        `update webhook_deliveries set next_attempt_at = now() where state = 'PENDING'`,
      );
      const failed = await stage.app.sql(`select from webhook_deliveries where state = 'FAILED'`);
      return failed.length > 0;
    });
    receiver.reply = answering(200);
    await page.reload();
    await page.locator('main a[href*="/deliveries/"]').first().click();
    await press('Enviar de novo');
    await page.waitForURL(/done=resent/);
    await until(async () => {
      await page.reload();
      return (await page.locator('main').innerText()).includes('Entregue');
    });
    expect(person.complaints).toEqual([]);
  });
});
