import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startBrowser } from '../support/browser.js';
import { faultsOf } from '../support/desk-stage.js';
import { Person } from '../support/person.js';
import { StaffStage, STAFF_PASSWORD, type Colleague } from '../support/staff-stage.js';
import { textOf } from '../support/visitor.js';

const DAY = '2026-10-03';
const CHECK_INS = '/console/check-ins';
const BOOKINGS = '/console/bookings';
const RECONCILIATION = '/console/reconciliation';

describe('check-ins and money, on the screens of the console', () => {
  let stage: StaffStage;
  let browser: Browser;
  let manager: Colleague;
  let customerId: number;
  let gymId: number;
  const ids: Record<string, string> = {};

  const checkedIn = async (name: string, change: string) => {
    const [row] = await stage.app.sql<{ id: string }>(
      `insert into check_ins (partner_id, id, gym_id, customer_id, wellhub_id, state, event_at, local_day,
          received_at, expires_at, deadline_at, cause)
        values ($1, gen_random_uuid(), $2, $3, $5, 'PENDING', $4::date + interval '12 hours', $4,
          $4::date + interval '12 hours', $4::date + interval '13 hours', 'infinity', 'WEBHOOK')
        returning id`,
      [stage.world.partnerId, gymId, customerId, DAY, `00${Object.keys(ids).length}2345678905`],
    );
    ids[name] = row?.id ?? '';
    await stage.app.sql(`update check_ins set ${change} where id = $1`, [ids[name]]);
    await stage.app.sql(
      `insert into check_in_transitions (partner_id, check_in_id, no, to_state, cause, attempts)
        values ($1, $2, 1, 'PENDING', 'WEBHOOK', 0)`,
      [stage.world.partnerId, ids[name]],
    );
  };
  const read = async (path: string) => textOf((await manager.browser.get(path)).text);

  beforeAll(async () => {
    [stage, browser] = await Promise.all([StaffStage.open(), startBrowser()]);
    manager = await stage.colleague();
    const { admin, partnerId } = stage.world;
    gymId = stage.world.gymId;
    const values = { firstName: 'Ana', lastName: 'Prado', homeGymId: gymId };
    const made = await admin.post(`/admin/v1/partners/${partnerId}/customers`, values);
    customerId = made.body.id;
    await checkedIn('paid', `state = 'VALIDATED', validated_at = event_at, attempts = 1`);
    await checkedIn('never', `state = 'EXPIRED', cause = 'DEADLINE'`);
    await checkedIn(
      'refused',
      `state = 'REJECTED', attempts = 1, last_status = 400, last_key = 'x.y'`,
    );
    await checkedIn('waiting', 'deadline_step = 0');
  });
  afterAll(async () => {
    await browser.close();
    await stage.close();
  });

  it('C-61 list the check-ins of a day, with what became of each in words', async () => {
    const list = `${CHECK_INS}?gymId=${gymId}&day=${DAY}`;
    const all = await read(list);
    for (const words of ['Ana Prado', 'Paid', 'Waiting', 'Nobody confirmed the visit'])
      expect(all).toContain(words);
    expect(all).not.toMatch(/VALIDATED|EXPIRED|PENDING/);
    const lost = await manager.browser.get(`${list}&result=LOST`);
    expect(lost.text).toContain(ids['never']);
    expect(lost.text).not.toContain(ids['paid']);
    expect(await read(`${CHECK_INS}?gymId=${gymId}&day=2020-01-01`)).toContain('No check-ins here');
    expect((await manager.browser.get(`${CHECK_INS}?day=x&result=y&gymId=z`)).status).toBe(200);
  });

  it('C-61 explain why one was lost, what to do, and each step on the way', async () => {
    const never = await read(`${CHECK_INS}/${ids['never']}`);
    for (const words of [
      'Check-in of Ana Prado',
      'nobody pressed',
      'validate now',
      'message of Wellhub',
    ])
      expect(never).toContain(words);
    const refused = await manager.browser.get(`${CHECK_INS}/${ids['refused']}`);
    expect(textOf(refused.text)).toContain('400 x.y');
    expect(refused.text).not.toContain('/validate"');
    expect((await manager.browser.get(`${CHECK_INS}/x`)).status).toBe(404);
  });

  it('C-61 validate where that is allowed, and only for roles that may', async () => {
    const path = `${CHECK_INS}/${ids['waiting']}`;
    const done = await manager.browser.submit(`${path}/validate`, {});
    expect([done.status, done.headers.get('location')]).toEqual([303, `${path}?done=waiting`]);
    const viewer = await stage.colleague({ role: 'VIEWER' });
    expect((await viewer.browser.get(path)).text).not.toContain('/validate"');
    expect((await viewer.browser.submit(`${path}/validate`, {})).status).toBe(403);
    const developer = await stage.colleague({ role: 'DEVELOPER' });
    const nameless = textOf((await developer.browser.get(path)).text);
    expect(nameless).not.toContain('Prado');
  });

  it('C-60 show a month as money, with the reasons of its losses, and as CSV', async () => {
    const month = await read('/console/money?month=2026-10');
    for (const words of ['October 2026', 'Share paid', '33.3%', 'Nobody confirmed the visit'])
      expect(month).toContain(words);
    const csv = await manager.browser.get(`/console/money/csv?month=2026-10&gymId=${gymId}`);
    expect(csv.headers.get('content-disposition')).toContain('check-ins-2026-10.csv');
    expect(csv.text).toContain(`${DAY},${gymId},1,`);
    expect(await read('/console/money?month=2020-01')).toContain('No check-ins in this month');
  });

  const sendFile = (to: string, fields: Record<string, string>, file: string | Buffer) => {
    const bound = 'a-line-that-no-file-holds';
    const parts = Object.entries(fields).map(
      ([name, value]) =>
        `--${bound}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    const head = `--${bound}\r\nContent-Disposition: form-data; name="file"; filename="relatório.csv"\r\n\r\n`;
    const body = Buffer.concat([
      Buffer.from(parts.join('') + head),
      Buffer.from(file),
      Buffer.from(`\r\n--${bound}--\r\n`),
    ]);
    const type = { 'Content-Type': `multipart/form-data; boundary=${bound}` };
    return manager.browser.call('POST', `${RECONCILIATION}/${to}`, body, type);
  };
  const carriedIn = (html: string) => /name="report" value="([\w-]+)"/.exec(html)?.[1] ?? '';

  it('C-56 C-58 C-59 C-114 reconcile a report: look at it, name its columns, compare, export', async () => {
    const report = `Quem;Quando\n0002345678905;03/10/2026\n0099999999999;04/10/2026\nx;y\n`;
    const looked = await sendFile(
      'preview',
      { gymId: String(gymId) },
      Buffer.from(report, 'latin1'),
    );
    expect(looked.status).toBe(200);
    expect(textOf(looked.text)).toContain('2 visits read, from 03/10/2026 to 04/10/2026');
    expect(looked.text).toContain('value="2026-10"');
    const chosen = {
      report: carriedIn(looked.text),
      gymId: String(gymId),
      month: '2026-10',
      gympassIdColumn: '1',
      dateColumn: '2',
      dateOrder: 'DAY_FIRST',
    };
    const compared = await manager.browser.submit(`${RECONCILIATION}/compare`, chosen);
    const shown = textOf(compared.text);
    expect(compared.status).toBe(200);
    for (const words of ['October 2026', 'Nobody here has this Wellhub ID', 'Rows not read'])
      expect(shown).toContain(words);
    expect(compared.text).toContain(`${CHECK_INS}/${ids['paid']}`);
    const csv = await manager.browser.submit(`${RECONCILIATION}/csv`, {
      ...chosen,
      list: 'onlyWellhub',
    });
    expect(csv.headers.get('content-disposition')).toContain('onlyWellhub');
    expect(csv.text).toContain('only_wellhub,3,0099999999999,2026-10-04');
    const accountant = await stage.colleague({ role: 'ACCOUNTANT' });
    expect((await accountant.browser.get(RECONCILIATION)).text).toContain('type="file"');
    const theirs = await accountant.browser.submit(`${RECONCILIATION}/compare`, chosen);
    expect([theirs.status, textOf(theirs.text)]).toEqual([
      200,
      expect.stringContaining('Rows not read'),
    ]);
    const ours = await manager.browser.get(`${RECONCILIATION}/validated?month=2026-10`);
    expect(ours.text).toContain(ids['paid']);
  });

  it('C-56 say in words what is wrong with a report, and keep what was chosen', async () => {
    for (const [file, words] of [
      ['', 'Choose the file'],
      [Buffer.from('89504e470d0a1a0a00ff', 'hex'), 'could not be read'],
      ['x'.repeat(1024 * 1024 + 1), 'larger than 1 MB'],
    ] as const) {
      const { status, text } = await sendFile('preview', { gymId: String(gymId) }, file);
      expect([status, textOf(text)]).toEqual([422, expect.stringContaining(words)]);
    }
    const looked = await sendFile('preview', {}, 'Quem;Quando\nAna;ontem\n');
    const refused = await manager.browser.submit(`${RECONCILIATION}/compare`, {
      report: carriedIn(looked.text),
      month: '2026-09',
    });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('value="2026-09"');
    const lost = await manager.browser.submit(`${RECONCILIATION}/compare`, { report: 'x' });
    expect([lost.status, textOf(lost.text)]).toEqual([422, expect.stringContaining('Choose')]);
    const odd = await manager.browser.call('POST', `${RECONCILIATION}/preview`, Buffer.from('x'), {
      'Content-Type': 'multipart/form-data',
    });
    expect(odd.status).toBe(422);
    const viewer = await stage.colleague({ role: 'VIEWER' });
    expect((await viewer.browser.submit(`${RECONCILIATION}/compare`, {})).status).toBe(403);
    expect(textOf((await viewer.browser.get(RECONCILIATION)).text)).toContain('not compare');
  });

  const asked = async (number: string, change = 'decision = null') => {
    const [row] = await stage.app.sql<{ id: string }>(
      `insert into bookings (partner_id, booking_number, gym_id, customer_id, wellhub_id, class_id, slot_id, state,
          requested_at, decide_before)
        values ($1, $2, $3, $4, '0012345678905', '7', '9', 'REQUESTED', now(), now() + interval '15 minutes')
        returning id`,
      [stage.world.partnerId, number, gymId, customerId],
    );
    await stage.app.sql(`update bookings set ${change} where id = $1`, [row?.id]);
    return row?.id ?? '';
  };

  it('C-62 show what waits for a decision with the time that is left, and decide it', async () => {
    const [first, second] = [await asked('BK_1'), await asked('BK_2')];
    const reserved = await asked('BK_3', `state = 'RESERVED', decision = 'RESERVED'`);
    const { text } = await manager.browser.get(BOOKINGS);
    const shown = textOf(text);
    for (const words of ['Ana Prado', 'Class 7, slot 9', 'in 15 minutes', 'Reserved'])
      expect(shown).toContain(words);
    expect(text).toContain('data-until="');
    const decide = (what: string, fields = {}) =>
      manager.browser.submit(`${BOOKINGS}/${what}`, { gymId: String(gymId), ...fields });
    const doneOf = async (what: string, fields = {}) =>
      (await decide(what, fields)).headers.get('location')?.split('done=')[1];
    expect(await doneOf(`${first}/accept`)).toBe('sending');
    expect(await doneOf(`${first}/reject`)).toBe('late');
    expect(await doneOf(`${second}/reject`, { reasonCategory: 'CLASS_IS_FULL' })).toBe('sending');
    expect(await doneOf(`${reserved}/cancel`)).toBe('sending');
    expect(await doneOf('999999/cancel')).toBe('late');
    expect((await manager.browser.get(`${BOOKINGS}?done=late`)).text).toContain('role="alert"');
    const rows = await stage.app.sql(
      `select decision, reason_category from bookings where partner_id = $1 order by id`,
      [stage.world.partnerId],
    );
    expect(rows).toEqual([
      { decision: 'RESERVED', reason_category: null },
      { decision: 'REJECTED', reason_category: 'CLASS_IS_FULL' },
      { decision: 'CANCELLED_BY_GYM', reason_category: null },
    ]);
    const viewer = await stage.colleague({ role: 'VIEWER' });
    expect((await viewer.browser.get(BOOKINGS)).text).not.toContain('/accept"');
    expect((await viewer.browser.submit(`${BOOKINGS}/${first}/accept`, {})).status).toBe(403);
  });

  it('C-62 list the places of each class, and correct their number', async () => {
    const seats = `${BOOKINGS}/seats?gymId=${gymId}`;
    expect(await read(seats)).toContain('Not known');
    const slot = { gymId: String(gymId), classId: '7', slotId: '9' };
    const wrong = await manager.browser.submit(`${BOOKINGS}/seats`, {
      ...slot,
      totalBooked: 'six',
    });
    expect([wrong.status, textOf(wrong.text)]).toEqual([
      422,
      expect.stringContaining('Use whole numbers'),
    ]);
    expect(wrong.text).toContain('value="six"');
    const right = { ...slot, totalBooked: '6', totalCapacity: '10' };
    expect((await manager.browser.submit(`${BOOKINGS}/seats`, right)).status).toBe(303);
    expect(await read(seats)).toContain('6 / 10');
  });

  it('C-60 C-61 C-62 are readable on a phone in Portuguese, and with the keyboard', async () => {
    const { body } = await stage.invite({ role: 'MANAGER', language: 'pt' });
    const { token } = await stage.mailTo(body.email);
    const person = await Person.at(browser, stage.app.api.origin, { locale: 'pt-BR' });
    const { page } = person;
    await page.goto(`/console/invitation?token=${token}`);
    await person.submit({ name: 'Rita', password: STAFF_PASSWORD });
    await page.waitForURL(/console\/(today|desk)/);
    await asked('BK_9');
    for (const path of [
      BOOKINGS,
      `${BOOKINGS}/seats`,
      '/console/money?month=2026-10',
      `${CHECK_INS}?gymId=${gymId}&day=${DAY}`,
      `${CHECK_INS}/${ids['never']}`,
    ]) {
      await page.goto(path);
      expect([path, await faultsOf(person)]).toEqual([path, []]);
      await shoot(person, path);
    }
    await page.goto(RECONCILIATION);
    expect(await faultsOf(person)).toEqual([]);
    await shoot(person, RECONCILIATION);
    const buffer = Buffer.from('gympass_id;Data\n0002345678905;03/10/2026\n77;04/10/2026\n');
    await page.locator('#file').setInputFiles({ name: 'r.csv', mimeType: 'text/csv', buffer });
    await page.locator('button.main').click();
    await page.locator('#gympassIdColumn').waitFor();
    expect(await faultsOf(person)).toEqual([]);
    await shoot(person, 'preview');
    await page.locator('button.main').press('Enter');
    await page.locator('.tiles').waitFor();
    expect(await faultsOf(person)).toEqual([]);
    await shoot(person, 'result');
    await page.goto('/console/money?month=2026-10');
    await page.getByRole('link', { name: '03/10/2026' }).press('Enter');
    await page.getByRole('link', { name: 'Ana Prado' }).first().press('Enter');
    await page.getByText('O que aconteceu').waitFor();
    await person.leave();
  });

  const shoot = async ({ page }: Person, path: string) => {
    const folder = process.env['SHOTS_DIR'];
    if (!folder) return;
    const name = path.replaceAll(/\W+/g, '-').slice(0, 60);
    await page.screenshot({ path: `${folder}/${name}-320.png`, fullPage: true });
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.screenshot({ path: `${folder}/${name}-1280.png`, fullPage: true });
    await page.setViewportSize({ width: 320, height: 640 });
  };
});
