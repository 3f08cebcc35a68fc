import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { startBrowser } from '../support/browser.js';
import { DeskStage } from '../support/desk-stage.js';
import { eventually } from '../support/eventually.js';
import type { Person } from '../support/person.js';
import { STAFF_PASSWORD } from '../support/staff-stage.js';
import { pressWhile } from '../support/press.js';

describe('a front desk that is open for hours', () => {
  let stage: DeskStage;
  let person: Person;

  beforeAll(async () => {
    stage = await DeskStage.open();
  });
  afterEach(() => person?.leave());
  afterAll(() => stage.close());

  /** At this desk, whatever the address says besides. */
  const holds = (field: string, value: string) =>
    person.page.waitForFunction(
      ([at, wanted]) => document.querySelector<HTMLInputElement>(at ?? '')?.value === wanted,
      [field, value],
    );
  const section = (id: 'waiting' | 'done') => person.page.locator(`#desk-${id}`);

  it('explains when the connection is lost or the log-in has ended, and recovers by itself', async () => {
    person = await stage.staff();
    const { page, context } = person;
    const notice = page.locator('#desk-notice');
    await context.setOffline(true);
    await notice.getByText(/^Not up to date since \d\d:\d\d.*no connection/).waitFor();
    await context.setOffline(false);
    await eventually(
      () => notice.innerText(),
      (text) => text === '',
    );
    expect(await notice.innerText()).toBe('');
    await context.clearCookies();
    await notice.getByRole('link', { name: 'Log in again' }).waitFor();
    expect(await notice.innerText()).toContain('You have been logged out');
  });

  it('says since when the list is not up to date when the pulse comes but the list does not', async () => {
    person = await stage.staff();
    const { page } = person;
    await page.route(`**${stage.path}`, (route) => route.abort());
    const row = await stage.arrive('Iris');
    await page.locator('#desk-notice').getByText('Not up to date since').waitFor();
    await page.unroute(`**${stage.path}`);
    await page.locator(`#person-${row.id}`).waitFor();
    await page.locator('#desk-notice:empty').waitFor({ state: 'attached' });
  });

  it('loads itself anew when the service was renewed, and not before what was typed is sent', async () => {
    person = await stage.staff();
    const { page } = person;
    await page.clock.install();
    await page.reload();
    await page.evaluate(() => Object.assign(globalThis, { isSamePage: true }));
    const isSame = () => page.evaluate(() => 'isSamePage' in globalThis);
    // The browser refuses another address for a script, so the page has none where the fresh one has.
    await page.evaluate(() => document.querySelector('script[src]')?.remove());
    const draws = () => page.waitForResponse(`**${stage.path}`);
    const typed = page.getByRole('textbox', { name: 'Wellhub id' });
    await typed.fill('001');
    await Promise.all([draws(), page.clock.fastForward('11:00')]);
    expect(await isSame()).toBe(true);
    await typed.fill('');
    await Promise.all([page.waitForEvent('load'), page.clock.fastForward('01:00')]);
    expect(await isSame()).toBe(false);
  });

  it('C-93 an open desk prolongs the session of its key, and says before the end of a week that it ends', async () => {
    person = await stage.staff();
    const { page } = person;
    const { sql } = stage.stage.app;
    const set = (created: string, life: string) =>
      sql(
        `update console_sessions set created_at = clock_timestamp() - $1::interval,
          expires_at = clock_timestamp() + $2::interval`,
        [created, life],
      );
    const hours = async () => {
      const [row] = await sql<{ hours: number }>(
        `select extract(epoch from max(expires_at) - clock_timestamp())::float8 / 3600 as hours from console_sessions`,
      );
      return row?.hours ?? 0;
    };
    await set('2 days', '3 hours');
    expect(await eventually(hours, (left) => left > 11)).toBeGreaterThan(11);
    await set('7 days', '20 minutes');
    const notice = page.locator('#desk-notice');
    await notice.getByText(/^You will be logged out at \d/).waitFor();
    expect(await hours()).toBeLessThan(1);
    await page.getByLabel('First name').fill('Olga');
    await notice.getByRole('link', { name: 'Log in again now' }).click();
    const { keyed, gymId } = stage.desk.world;
    await person.submit({ key: (await keyed(['CHECKIN_WRITE'], { gymId })).key, name: 'Rita' });
    await holds('#firstName', 'Olga');
    expect(await eventually(hours, (left) => left > 11)).toBeGreaterThan(11);
  });

  it('C-94 staff whose session ends go on at the same desk with what they typed, before the end and after it', async () => {
    person = await stage.visitor();
    const { page } = person;
    const { sql } = stage.stage.app;
    const notice = page.locator('#desk-notice');
    const typed = page.locator('#firstName');
    const { id, link } = await stage.invited('FRONT_DESK');
    await page.goto(link);
    await person.submit({ name: 'Ana Lima', password: STAFF_PASSWORD });
    await page.goto(stage.path);
    await typed.fill('Olga');
    await sql(`update staff_sessions set expires_at = clock_timestamp() + interval '20 minutes'`);
    await notice.getByRole('link', { name: 'Log in again now' }).click();
    await person.submit({ password: STAFF_PASSWORD });
    await holds('#firstName', 'Olga');
    const { admin } = stage.desk.world;
    const path = `/admin/v1/staff/${id}`;
    const { version } = (await admin.get(path)).body;
    expect((await admin.patch(path, { role: 'MANAGER', version })).status).toBe(200);
    await notice.getByText('You have been logged out').waitFor();
    await page.locator('#q').fill('Nobody');
    await notice.getByRole('link', { name: 'Log in again' }).click();
    await page.waitForURL('**/console/login?to=*');
    const { email } = (await admin.get(path)).body;
    await person.submit({ email, password: STAFF_PASSWORD });
    await holds('#firstName', 'Olga');
    await holds('#q', 'Nobody');
    await page.reload();
    expect(await typed.inputValue()).toBe('');
  });

  it('C-94 a desk that is open in a second tab goes on when staff log in at the first', async () => {
    person = await stage.staff();
    const { page, context } = person;
    const cookies = await context.cookies();
    await context.clearCookies();
    await page.locator('#desk-notice').getByText('You have been logged out').waitFor();
    await context.addCookies(cookies);
    await page.evaluate(() => globalThis.dispatchEvent(new Event('focus')));
    await page.locator('#desk-notice:empty').waitFor({ state: 'attached' });
  });

  it('W-71 a press that lasts while the list moves is not lost', async () => {
    const row = await stage.arrive('Wanda');
    const above = await stage.arrive('Viktor');
    person = await stage.staff();
    const { page } = person;
    const press = page.getByRole('button', { name: 'Validate Wanda Prado' });
    await pressWhile(page, press, async () => {
      const drawn = page.waitForResponse(async (response) => {
        const [, done = ''] = (await response.text().catch(() => '')).split('id="desk-done"');
        return done.includes('Viktor Prado');
      });
      await stage.desk.world.admin.post(`/admin/v1/check-ins/${above.id}/validate`);
      await drawn;
    });
    const result = page.locator('.result');
    await result.waitFor();
    expect(await result.innerText()).toMatch(/Validated\s+Wanda Prado/);
    expect(stage.desk.calls(row.wellhub_id)).toBe(1);
    await section('done').getByText('Viktor Prado').first().waitFor();
  });

  it('C-94 a gym that was removed under the hands is said, with a way on', async () => {
    const { world } = stage.desk;
    const { body } = await world.admin.post(`/admin/v1/partners/${world.partnerId}/gyms`, {
      name: 'Short-lived',
    });
    person = await stage.visitor();
    await stage.logIn(person, (await world.keyed(['CHECKIN_WRITE'])).key);
    await person.page.goto(`/console/desk/${body.id}`);
    const removed = await world.admin.delete(`/admin/v1/gyms/${body.id}`);
    expect([removed.status, removed.text]).toEqual([204, '']);
    const notice = person.page.locator('#desk-notice');
    await notice.getByText('This gym is not here for you any more').waitFor();
    await notice.getByRole('link', { name: 'Choose a gym' }).click();
    await person.page.waitForURL(/\/console\/desk(\/\d+)?$/);
  });

  it('C-95 a new check-in sounds and stays coloured until staff touch the page; muted it does neither', async () => {
    person = await stage.staff();
    const { page } = person;
    const played = () => page.evaluate(() => (globalThis as { played?: number }).played ?? 0);
    const count = () =>
      page.addInitScript(() => {
        const own = AudioContext.prototype.createOscillator;
        AudioContext.prototype.createOscillator = function (this: AudioContext) {
          Object.assign(globalThis, {
            played: ((globalThis as { played?: number }).played ?? 0) + 1,
          });
          return own.call(this);
        };
      });
    await count();
    await page.reload();
    const row = await stage.arrive('Lia');
    const card = page.locator(`#person-${row.id}`);
    const heard = await eventually(played, (times) => times > 0);
    expect([heard, await card.getAttribute('class')]).toEqual([
      1,
      expect.stringContaining('is-unseen'),
    ]);
    await page.keyboard.press('Shift');
    expect(await card.getAttribute('class')).not.toContain('is-unseen');
    const mute = page.getByRole('checkbox', { name: 'Sound and colour for new check-ins' });
    await mute.uncheck();
    await page.reload();
    expect(await mute.isChecked()).toBe(false);
    await stage.arrive('Mia');
    await section('waiting').getByRole('heading', { name: 'Mia Prado' }).waitFor();
    const isMarked = await page.locator('.has-signal').count();
    expect([await played(), isMarked]).toEqual([0, 0]);
  });

  it('C-95 says when the browser blocks sound, until staff touch the page', async () => {
    const browser = await startBrowser(['--autoplay-policy=document-user-activation-required']);
    person = await stage.staff({}, ['CHECKIN_WRITE'], browser);
    const page = await person.context.newPage();
    await page.goto(stage.path);
    const note = page.locator('#desk-signal [role="status"]');
    await note.getByText('Touch the page once').waitFor();
    await page.locator('h2').first().click();
    await page.waitForFunction(
      () => document.querySelector('#desk-signal [role="status"]')?.textContent === '',
    );
    await browser.close();
  });

  it('has two columns and large targets on a tablet', async () => {
    await stage.arrive('Nina');
    for (const width of [768, 1024]) {
      person = await stage.staff({ viewport: { width, height: 700 } });
      const { page } = person;
      const box = async (at: string) => {
        const found = await page.locator(at).first().boundingBox();
        return found ?? { x: 0, y: 0, width: 0, height: 0 };
      };
      const [list, tools] = [await box('.desk-list'), await box('.desk-tools')];
      expect(tools.x).toBeGreaterThanOrEqual(list.x + list.width);
      for (const target of ['#desk-waiting button.big', '#validate-typed', '#typed', '#q'])
        expect([target, Math.round((await box(target)).height) >= 56]).toEqual([target, true]);
      await person.leave();
    }
  });
});
