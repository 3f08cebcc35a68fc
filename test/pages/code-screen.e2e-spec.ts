import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../support/browser.js';
import { Person } from '../support/person.js';
import { Scanner } from '../support/picture.js';
import { until } from '../support/receiver.js';
import { givenWellhub } from '../support/registration.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner, type World } from '../support/world.js';

const PASSWORD = 'a quiet river at noon';

/** Every code that the screen was given, in order. */
function codesOf(page: Page): string[] {
  const codes: string[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('/code/current') && response.ok())
      response.json().then(
        ({ content }: { content: string }) => codes.push(content),
        () => undefined,
      );
  });
  return codes;
}

/** The browser tells of an answer a moment after the page has used it. */
async function received(codes: string[], count: number): Promise<void> {
  await until(async () => codes.length >= count || undefined);
  expect(codes).toHaveLength(count);
}

describe('the code screen in a browser', () => {
  let app: TestApp;
  let world: World;
  let browser: Browser;
  let scanner: Scanner;
  let person: Person;
  let count = 0;

  beforeAll(async () => {
    [app, browser] = await Promise.all([startApp(), startBrowser()]);
    world = await givenAPartner(app, { gym: { accessCodes: { ttlSeconds: 15 } } });
    scanner = new Scanner(browser);
  });
  afterEach(() => person.leave());
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  const picture = () => person.page.locator('#code-picture');
  const message = () => person.page.locator('#code-message');
  const appears = (text: string, timeout = 10_000) =>
    message().filter({ hasText: text }).waitFor({ timeout });

  /** Signs up in the browser, with a link as Wellhub's app opens it. */
  async function joins(habits: Parameters<typeof Person.at>[2] = {}): Promise<void> {
    const email = `ana.${(count += 1)}@example.com`;
    const link = await (await givenWellhub(app, world)).link({ email, first_name: 'Ana' });
    person = await Person.at(browser, app.api.origin, habits);
    await person.page.goto(`${link.pathname}${link.search}`);
    await person.submit({ password: PASSWORD });
    await person.page.waitForURL(`**/${world.slug}/code`);
    // The code page counts as a key without a gym: its codes live as long as the home gym says.
    await app.sql('update customers set home_gym_id = $1', [world.gymId]);
    await person.page.reload();
  }

  it('leads from the link of Wellhub to a picture that a scanner reads, and to the next one in time', async () => {
    await joins({ colorScheme: 'dark' });
    const codes = codesOf(person.page);
    await person.page.reload();
    await appears('Your code is ready.');
    const first = await scanner.read(picture());
    expect(first).toMatch(/^\d{19}$/);
    await received(codes, 1);
    expect(first).toBe(codes.at(-1));

    let gaps = 0;
    const started = Date.now();
    while (codes.at(-1) === first && Date.now() - started < 14_000) {
      if ((await picture().locator('svg').count()) === 0) gaps += 1;
      await person.page.waitForTimeout(100);
    }
    expect(gaps).toBe(0);
    expect(codes.at(-1)).not.toBe(first);
    await until(async () => (await scanner.read(picture())) === codes.at(-1) || undefined);
    expect(codes).toHaveLength(2);
    expect(person.complaints).toEqual([]);
  }, 40_000);

  it('never shows the code as text and names the picture for a screen reader', async () => {
    await joins();
    await appears('Your code is ready.');
    const codes = codesOf(person.page);
    await person.page.locator('#code-fresh').click();
    await appears('Here is a new code.');
    await received(codes, 1);
    expect(await person.page.content()).not.toMatch(/\d{19}/);
    const image = person.page.getByRole('img', { name: 'QR code for the reader at the door' });
    expect(await image.count()).toBe(1);
    expect(await person.page.getByRole('timer').textContent()).toMatch(/^New code in \d+ s$/);
  });

  it.each([
    ['ten minutes ahead', 600_000],
    ['ten minutes behind', -600_000],
  ])('counts right on a phone whose clock is %s', async (_, skew) => {
    await joins();
    await person.context.addInitScript((by) => {
      const real = Date.now.bind(Date);
      Date.now = () => real() + by;
    }, skew);
    const codes = codesOf(person.page);
    await person.page.reload();
    await appears('Your code is ready.');
    await person.page.waitForTimeout(1_500);
    const left = Number(/\d+/.exec((await person.page.locator('#code-timer').textContent()) ?? ''));
    expect(left).toBeGreaterThanOrEqual(5);
    expect(left).toBeLessThanOrEqual(10);
    await received(codes, 1);
  });

  it('says in words that the phone is offline, hides the ended code, and goes on by itself', async () => {
    await joins();
    await appears('Your code is ready.');
    await person.context.setOffline(true);
    await appears('You are offline.', 15_000);
    await picture().locator('svg').waitFor({ state: 'detached', timeout: 15_000 });
    expect(await message().textContent()).toContain('You are offline.');
    await person.context.setOffline(false);
    await appears('Here is a new code.');
    expect(await scanner.read(picture())).toMatch(/^\d{19}$/);
  }, 45_000);

  it('asks for nothing while nobody looks, and at once when the person looks again', async () => {
    await joins();
    await appears('Your code is ready.');
    const codes = codesOf(person.page);
    const look = (hidden: boolean) =>
      person.page.evaluate((isHidden) => {
        Object.defineProperty(document, 'hidden', { value: isHidden, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      }, hidden);
    await look(true);
    await person.page.waitForTimeout(12_000);
    expect(codes).toEqual([]);
    await look(false);
    await received(codes, 1);
    await until(async () => (await scanner.read(picture())) === codes[0] || undefined);
    expect(codes).toHaveLength(1);
  }, 45_000);

  it('says in words when codes are off, when there were too many, and when the log-in has ended', async () => {
    await joins();
    await appears('Your code is ready.');
    const answers = (status: number, headers: Record<string, string> = {}) =>
      person.page.route('**/code/current', (route) => route.fulfill({ status, headers }));
    const again = () => person.page.locator('#code-fresh').click();
    await answers(429, { 'Retry-After': '30' });
    await again();
    await appears('The next one comes in 30 s.');
    expect(await picture().locator('svg').count()).toBe(1);
    await answers(503);
    await again();
    await appears('We keep trying.');
    await answers(409);
    await again();
    await appears('Entry codes are switched off here.');
    expect(await picture().locator('svg').count()).toBe(0);
    await answers(401);
    await again();
    await appears('You have been logged out.');
    expect(await person.page.getByRole('link', { name: 'Log in' }).getAttribute('href')).toBe(
      `/${world.slug}/login`,
    );
    expect(person.complaints).toEqual([]);
  });
});
