import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startBrowser } from '../support/browser.js';
import { Person } from '../support/person.js';
import { freePort } from '../support/replica.js';
import {
  givenUsersApi,
  startApp,
  type TestApp,
  type UsersWorld,
} from '../users-api/users-stage.js';

describe('a forgotten password, in a browser', () => {
  let app: TestApp;
  let world: UsersWorld;
  let browser: Browser;

  beforeAll(async () => {
    const port = await freePort();
    browser = await startBrowser();
    app = await startApp({ port, publicUrl: `http://127.0.0.1:${port}` });
    world = await givenUsersApi(app);
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  it('U-22 U-24 leads from the log-in page over the mailed link to a new password, which alone works then', async () => {
    const email = 'ana.forgot@example.com';
    await world.person(email, 'a quiet river at noon');
    const person = await Person.at(browser, app.api.origin);
    const { page } = person;
    await page.goto(`/${world.slug}/login`);
    await page.getByRole('link', { name: 'Forgot password?' }).click();
    await page.waitForURL(`**/${world.slug}/password`);
    await person.submit({ email });
    await page.getByText(`We have sent a message to ${email}.`).waitFor();

    // The mail comes after the answer.
    const link = page.locator(`a[href*="/${world.slug}/confirm?token="]`);
    while ((await page.goto('/sandbox/mail')) && (await link.count()) === 0);
    const { scrollWidth, clientWidth } = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return { scrollWidth, clientWidth };
    });
    expect([scrollWidth, clientWidth]).toEqual([320, 320]);
    await link.click();
    await page.waitForURL(`**/${world.slug}/confirm?token=*`);
    await page.getByText(`For the account of ${email}.`).waitFor();
    await person.submit({ password: 'short' });
    await page.getByText('At least 8 characters.').first().waitFor();
    await person.submit({ password: 'another river, at night' });
    await page.waitForURL(`**/${world.slug}/code`);
    expect(person.complaints).toEqual([]);
    await person.leave();

    const again = await Person.at(browser, app.api.origin);
    await again.page.goto(`/${world.slug}/login`);
    await again.submit({ email, password: 'a quiet river at noon' });
    await again.page.getByRole('alert').waitFor();
    await again.submit({ email, password: 'another river, at night' });
    await again.page.waitForURL(`**/${world.slug}/code`);
    await again.leave();
  });
});
