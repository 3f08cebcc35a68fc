import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import type { Browser } from 'playwright-core';
import { startBrowser } from '../support/browser.js';
import { faultsOf } from '../support/desk-stage.js';
import { Person } from '../support/person.js';
import { StaffStage, STAFF_PASSWORD } from '../support/staff-stage.js';

describe('the pages of staff, in a browser', () => {
  let stage: StaffStage;
  let browser: Browser;

  beforeAll(async () => {
    [stage, browser] = await Promise.all([StaffStage.open(), startBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await stage.close();
  });

  it.each([
    ['pt-BR', 'light', 320],
    ['en-US', 'dark', 1280],
    ['es-ES', 'light', 1280],
    ['de-DE', 'dark', 320],
  ] as const)(
    'C-2 C-8 C-11 work without script and fault: %s, %s, %i px',
    async (locale, colorScheme, width) => {
      const language = locale.slice(0, 2);
      const { gymId } = stage.world;
      const { body } = await stage.invite({ role: 'FRONT_DESK', gymIds: [gymId], language });
      const { token } = await stage.mailTo(body.email);
      const person = await Person.at(browser, stage.app.api.origin, {
        locale,
        colorScheme,
        viewport: { width, height: 900 },
      });
      const { page } = person;
      const found: string[] = [];
      const look = async () => void found.push(...(await faultsOf(person)));
      await page.goto('/console');
      expect(new URL(page.url()).pathname).toBe('/console/login');
      await look();
      await person.submit({ email: body.email, password: 'not yet' });
      await page.getByRole('alert').waitFor();
      await look();
      await page.goto(`/console/invitation?token=${token}`);
      expect(await page.locator('html').getAttribute('lang')).toContain(language);
      await look();
      await person.submit({ name: 'Rita', password: 'password1' });
      await page.getByRole('alert').waitFor();
      await look();
      await person.submit({ password: STAFF_PASSWORD });
      await page.waitForURL(/console\/(today|desk)/);
      await page.goto('/console/account');
      await look();
      await page.goto('/console/second-factor');
      await look();
      await person.submit({ code: '1' });
      await page.getByRole('alert').waitFor();
      await look();
      const secret = (await page.locator('p.digits code').innerText()).replaceAll(' ', '');
      const totp = new TOTP({ secret: Secret.fromBase32(secret) });
      await person.submit({ code: totp.generate() });
      await page.locator('main li code').first().waitFor();
      expect(await page.locator('main li code').count()).toBe(10);
      await look();
      await page.goto('/console/confirm');
      await look();
      await page.goto('/console/desk');
      await page.waitForURL(`**/console/desk/${gymId}`);
      expect(await page.locator('.desk-head').innerText()).toContain('Rita');
      await page.locator('.desk-who button').click();
      await page.waitForURL('**/console/login');
      await page.goto(`/console/invitation?token=${token}`);
      await look();
      await page.goto('/console/password');
      expect(await page.locator('script').count()).toBe(0);
      await look();
      await person.submit({ email: body.email });
      await page.locator('button.main').waitFor({ state: 'detached' });
      await look();
      await page.goto('/console/login');
      await person.submit({ email: body.email, password: STAFF_PASSWORD });
      await page.waitForURL('**/console/second-factor');
      await look();
      expect(found).toEqual([]);
      await person.leave();
    },
    60_000,
  );
});
