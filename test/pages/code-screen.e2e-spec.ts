import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { until } from '../support/eventually.js';
import { startBrowser } from '../support/browser.js';
import { CodeScreen } from '../support/code-screen.js';
import { givenADoor, type GateWorld } from '../support/gate-world.js';
import type { Person } from '../support/person.js';
import { startApp, type TestApp } from '../support/test-app.js';

/** The browser reports an answer a moment after the page has used it. */
async function received(codes: string[], count: number): Promise<void> {
  await until(async () => codes.length >= count || undefined);
  expect(codes).toHaveLength(count);
}

describe('the code screen in a browser', () => {
  let app: TestApp;
  let world: GateWorld;
  let browser: Browser;
  let screen: CodeScreen;
  let person: Person;

  beforeAll(async () => {
    [app, browser] = await Promise.all([startApp(), startBrowser()]);
    world = await givenADoor(app, { gym: { accessCodes: { ttlSeconds: 15 } } });
  });
  afterEach(() => person.leave());
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  const picture = () => screen.picture;
  const message = () => screen.page.locator('#code-message');
  const appears = (text: string, timeout?: number) => screen.untilMessage(text, timeout);
  const joins = async (habits: Parameters<typeof CodeScreen.of>[1] = {}) => {
    screen = await CodeScreen.of({ app, world, browser }, habits);
    ({ person } = screen);
  };

  it('leads from the link of Wellhub to a picture that a scanner reads, over two rotations', async () => {
    await joins({ colorScheme: 'dark' });
    const codes = screen.codes();
    await person.page.reload();
    await appears('Your code is ready.');
    const first = await screen.read();
    expect(first).toMatch(/^\d{19}$/);
    await received(codes, 1);
    expect(first).toBe(codes.at(-1));

    let gaps = 0;
    for (const rotations of [1, 2]) {
      const end = Date.now() + 14_000;
      while (codes.length <= rotations && Date.now() < end) {
        if ((await picture().locator('svg').count()) === 0) gaps += 1;
        await person.page.waitForTimeout(100);
      }
      await until(async () => (await screen.read()) === codes[rotations] || undefined);
      expect(codes).toHaveLength(rotations + 1);
    }
    expect(gaps).toBe(0);
    expect(new Set(codes).size).toBe(3);
    expect(person.complaints).toEqual([]);
  });

  it('never shows the code as text and names the picture for a screen reader', async () => {
    await joins();
    await appears('Your code is ready.');
    const codes = screen.codes();
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
    const codes = screen.codes();
    await person.page.reload();
    await appears('Your code is ready.');
    await person.page.waitForTimeout(1_500);
    const left = Number(/\d+/.exec((await person.page.locator('#code-timer').textContent()) ?? ''));
    expect(left).toBeGreaterThanOrEqual(5);
    expect(left).toBeLessThanOrEqual(10);
    await received(codes, 1);
  });

  it('explains that the phone is offline, hides the expired code, and recovers by itself', async () => {
    await joins();
    await appears('Your code is ready.');
    await person.context.setOffline(true);
    await appears('You are offline.', 15_000);
    await picture().locator('svg').waitFor({ state: 'detached' });
    expect(await message().textContent()).toContain('You are offline.');
    await person.context.setOffline(false);
    await appears('Here is a new code.');
    expect(await screen.read()).toMatch(/^\d{19}$/);
  });

  it('fetches nothing while the page is hidden, and fetches at once when it is shown again', async () => {
    await joins();
    await appears('Your code is ready.');
    const codes = screen.codes();
    await screen.setVisible(false);
    await person.page.waitForTimeout(12_000);
    expect(codes).toEqual([]);
    await screen.setVisible(true);
    await received(codes, 1);
    await until(async () => (await screen.read()) === codes[0] || undefined);
    expect(codes).toHaveLength(1);
  });

  it('explains when codes are off, when there were too many, and when the log-in has ended', async () => {
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
