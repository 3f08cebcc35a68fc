import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startBrowser } from '../support/browser.js';
import { faultsOf } from '../support/desk-stage.js';
import { until } from '../support/eventually.js';
import { Person } from '../support/person.js';
import { pressWhile } from '../support/press.js';
import { DatabaseProxy } from '../support/proxy.js';
import { StaffStage, STAFF_PASSWORD, type Colleague } from '../support/staff-stage.js';
import { textOf } from '../support/visitor.js';

describe('today and the statistics, on the screens of the console', () => {
  let stage: StaffStage;
  let browser: Browser;
  let owner: Colleague;
  let by: number;

  const sql = (text: string, values: unknown[] = []) => stage.app.sql(text, values);
  /** Forty days of check-ins and visits, two and more a day. */
  const past = async () => {
    const days = `(select clock_timestamp() - interval '1 day' * (2 + i / 3) - interval '1 hour' * (i % 12) as at, i
      from generate_series(0, 119) i) d`;
    const values = [stage.world.partnerId, stage.world.gymId, by];
    await sql(
      `insert into check_ins (partner_id, id, gym_id, customer_id, wellhub_id, state, event_at, local_day, received_at,
          webhook_at, expires_at, deadline_at, cause)
        select $1, gen_random_uuid(), $2, $3, i::text, case i % 3 when 0 then 'EXPIRED' else 'VALIDATED' end,
          at, '2025-06-01', at, at, at, 'infinity', 'WEBHOOK' from ${days}`,
      values,
    );
    await sql(
      `insert into visits (partner_id, gym_id, customer_id, source, entered_at, left_at)
        select $1, $2, $3, 'GATE', at, at + interval '2 hours' from ${days}`,
      values,
    );
  };
  const checkedIn = (state: string, at = 'clock_timestamp()', more: { left?: string } = {}) =>
    sql(
      `insert into check_ins (partner_id, id, gym_id, customer_id, wellhub_id, state, event_at, local_day, received_at,
          webhook_at, expires_at, deadline_at, cause)
        values ($1, gen_random_uuid(), $2, $3, gen_random_uuid()::text, $4, ${at}, '2025-06-01', ${at}, ${at},
          clock_timestamp() + interval '${more.left ?? '20 minutes'}', 'infinity', 'WEBHOOK')`,
      [stage.world.partnerId, stage.world.gymId, by, state],
    );
  const visited = (from: string, hours: number) =>
    sql(
      `insert into visits (partner_id, customer_id, gym_id, source, entered_at, left_at)
        select $1, $2, $3, 'GATE', ${from}, nullif(${from} + interval '${hours} hours', ${from})`,
      [stage.world.partnerId, by, stage.world.gymId],
    );
  const scanned = (result: string) =>
    sql(
      `insert into gate_decisions (partner_id, gym_id, result, value_hash_prefix) values ($1, $2, $3, '')`,
      [stage.world.partnerId, stage.world.gymId, result],
    );
  const shot = async ({ page }: Person, name: string) => {
    const folder = process.env['SHOTS'];
    if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
  };

  beforeAll(async () => {
    [stage, browser] = await Promise.all([StaffStage.open(), startBrowser()]);
    owner = await stage.colleague({ role: 'MANAGER' });
    const { admin, partnerId } = stage.world;
    const made = await admin.post(`/admin/v1/partners/${partnerId}/customers`, {
      firstName: 'Ana',
    });
    by = made.body.id;
    await past();
    for (const state of ['VALIDATED', 'EXPIRED', 'CANCELED', 'PENDING']) await checkedIn(state);
    for (const result of [
      'ACCESS_CODE_EXPIRED',
      'ACCESS_CODE_EXPIRED',
      'CONTRACT_REQUIRED',
      'OPEN',
    ])
      await scanned(result);
    await visited('now()', 0);
  });
  afterAll(async () => {
    await browser.close();
    await stage.close();
  });

  const person = async (language: string, origin = stage.app.api.origin) => {
    const { body } = await stage.invite({ role: 'OWNER', language });
    const { token } = await stage.mailTo(body.email);
    const made = await Person.at(browser, origin, { locale: 'pt-BR' });
    await made.page.goto(`/console/invitation?token=${token}`);
    await made.submit({ name: 'Rita', password: STAFF_PASSWORD });
    await made.page.waitForURL(/console\/(?!invitation)/);
    return made;
  };

  it('C-42 shows the day in words, by reload and without script', async () => {
    const { status, text } = await owner.browser.get('/console/today');
    expect(status).toBe(200);
    const shown = textOf(text);
    expect(shown).toMatch(/Check-ins paid\s*1/);
    expect(shown).toMatch(/Check-ins waiting\s*1/);
    expect(shown).toMatch(/\d+:\d\d\s*until the next one is lost/);
    expect(shown).toMatch(/Check-ins lost\s*2/);
    expect(shown).toContain('Wellhub’s time was over');
    expect(shown).toMatch(/The code was too old\s*2/);
    expect(shown).toMatch(/Inside now\s*1/);
    expect(shown).not.toMatch(/[A-Z]+_[A-Z_]+/);
    expect(shown).not.toContain('Open alerts');
    expect((await owner.browser.get('/console/today?gymId=999999')).status).toBe(404);
    expect((await owner.browser.get('/console/today?gymId=x')).status).toBe(404);
  });

  it('C-45 follows the day live, ticks, and says when it is offline', async () => {
    const way = await DatabaseProxy.before(stage.app.api.origin);
    const rita = await person('pt', way.url.replace(/\/$/, ''));
    const { page } = rita;
    await page.goto('/console/today');
    await page.locator('.live-state.is-live').waitFor();
    const paid = page.locator('.tile', { hasText: 'Check-ins pagos' }).locator('.figure');
    expect(await paid.innerText()).toBe('1');
    const clock = page.locator('.countdown');
    const before = await clock.innerText();
    await until(async () => (await clock.innerText()) !== before);
    await checkedIn('VALIDATED');
    await until(async () => (await paid.innerText()) === '2');
    expect(await faultsOf(rita)).toEqual([]);
    await shot(rita, 'today-320');
    await page.setViewportSize({ width: 1280, height: 900 });
    await shot(rita, 'today-1280');
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await faultsOf(rita)).toEqual([]);
    await shot(rita, 'today-dark');
    await way.refuse();
    await page.getByText('Sem conexão').waitFor();
    await way.pass();
    await page.locator('.live-state.is-live').waitFor();
    await sql('delete from staff_sessions');
    await page.getByRole('link', { name: 'Entrar de novo' }).waitFor();
    await rita.leave();
    await way.close();
  });

  it('C-45 a press that lasts while the day is drawn anew leads on', async () => {
    const rita = await person('pt');
    const { page } = rita;
    await page.goto('/console/today');
    await page.locator('.live-state.is-live').waitFor();
    const link = page.locator('#today-live .tile a').first();
    const target = await link.getAttribute('href');
    await pressWhile(page, link, async () => {
      const drawn = page.waitForResponse(/console\/today$/);
      await checkedIn('VALIDATED');
      await drawn;
    });
    await page.waitForURL((url) => url.pathname === target);
    await rita.leave();
  });

  it('C-39 draws the statistics with a table beside each picture', async () => {
    const rita = await person('pt');
    const { page } = rita;
    await page.goto('/console/statistics');
    expect(await page.getByRole('img').count()).toBe(4);
    expect(await page.getByRole('img').first().getAttribute('aria-labelledby')).toBe(
      'by-hour-title by-hour-summary',
    );
    expect(await faultsOf(rita)).toEqual([]);
    await shot(rita, 'statistics-320');
    await page.getByText('Ver como tabela').first().click();
    expect(await page.getByRole('rowheader', { name: '12:00' }).count()).toBe(1);
    expect(await faultsOf(rita)).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.getByRole('link', { name: '90 dias' }).click();
    expect(await page.locator('.tabs [aria-current]').innerText()).toBe('90 dias');
    await shot(rita, 'statistics-1280');
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await faultsOf(rita)).toEqual([]);
    await shot(rita, 'statistics-dark');
    await rita.leave();
  });

  it('C-41 says in words what is wrong with a period', async () => {
    const accountant = await stage.colleague({ role: 'ACCOUNTANT' });
    const of = (query: string) => accountant.browser.get(`/console/statistics?${query}`);
    const late = await of('from=2025-02-01&to=2025-01-01');
    expect([late.status, textOf(late.text)]).toEqual([
      422,
      expect.stringContaining('Choose an end that is not before the beginning'),
    ]);
    expect(late.text).toContain('value="2025-02-01"');
    expect((await of('from=soon&to=2025-01-01')).status).toBe(422);
    const empty = await of('from=2020-01-01&to=2020-01-02');
    expect([empty.status, textOf(empty.text)]).toEqual([
      200,
      expect.stringContaining('Nothing happened in this period'),
    ]);
    expect((await of('gymId=999999')).status).toBe(404);
  });
});
