import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { createSimulator } from '../../src/simulator/index.js';
import { axeFaults, tooWide } from '../support/axe.js';
import { startBrowser } from '../support/browser.js';
import { eventually } from '../support/eventually.js';
import { Person } from '../support/person.js';
import { givenWellhub, newGpwId, type Wellhub } from '../support/registration.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner, type World } from '../support/world.js';

const PASSWORD = 'a quiet river at noon';
/** Twice as long as a key has to be held, on a slow machine. */
const HOLD_MS = 5_000;

describe('the accessibility of the hosted pages', () => {
  let app: TestApp;
  let world: World;
  let wellhub: Wellhub;
  let browser: Browser;
  let person: Person;
  let count = 0;

  beforeAll(async () => {
    [app, browser] = await Promise.all([startApp(), startBrowser()]);
    const name = 'Gesundheits- und Sportgemeinschaft Donaudampfschifffahrt';
    world = await givenAPartner(app, { partner: { name, supportEmail: 'help@fit.example' } });
    wellhub = await givenWellhub(app, world);
  });
  afterEach(() => person.leave());
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  const path = (page: string, token = '') =>
    `/${world.slug}/${page}${token === '' ? '' : `?token=${token}`}`;
  const newEmail = () => `ana.${(count += 1)}@example.com`;

  /** What axe finds, what is wider than the phone, and what the browser complained about. */
  async function faults(): Promise<string[]> {
    const { page, complaints } = person;
    const found = [...(await axeFaults(page)), ...(await tooWide(page)), ...complaints];
    const where = await page.title();
    return found.map((fault) => `${where}: ${fault}`);
  }

  it.each([
    ['de-DE', 'light', 320],
    ['pt-BR', 'dark', 320],
    ['es-ES', 'light', 1280],
    ['en-US', 'dark', 1280],
  ] as const)(
    'have no fault that axe knows: %s, %s, %i px',
    async (locale, colorScheme, width) => {
      const viewport = { width, height: 700 };
      // axe reads colours at one moment; none of them may be on its way to another.
      const looks = { locale, colorScheme, viewport, reducedMotion: 'reduce' } as const;
      person = await Person.at(browser, app.api.origin, looks);
      const { page } = person;
      const found: string[] = [];
      const visit = async (address: string) => {
        await page.goto(address);
        found.push(...(await faults()));
      };
      const send = async (fields: Record<string, string>) => {
        await person.submit(fields);
        found.push(...(await faults()));
      };
      const email = newEmail();
      const gpwId = newGpwId();
      const token = await wellhub.token({ email, gympass_user_id: gpwId });
      await visit(path('join', token));
      await send({ email: 'ana', password: 'short' });
      await send({ email: newEmail(), password: PASSWORD });
      await visit(path('join', 'broken'));
      await visit(path('login', token));
      await send({ email, password: 'wrong' });
      await visit(path('password'));
      await send({ email: 'no address' });
      await visit(path('confirm', 'broken'));
      await visit('/nobody-here/login');
      await visit(path('kiosk'));
      await page.evaluate((slug) => {
        localStorage.setItem(`gatehouse-kiosk-${slug}`, JSON.stringify({ token: 'x'.repeat(20) }));
      }, world.slug);
      await visit(path('kiosk'));
      await page.route('**/identification', (route) =>
        route.fulfill({ status: 404, json: { errorCode: 'WELLHUB_CHECKIN_NOT_FOUND' } }),
      );
      await page.keyboard.type('0'.repeat(19));
      await page.keyboard.press('Enter');
      await page.locator('body[data-tone="bad"]').waitFor();
      found.push(...(await faults()));
      await page.unroute('**/identification');
      // The screen goes back to waiting meanwhile, which ends a hold: a person presses once more.
      const holds = async () => {
        await page.locator('#kiosk-forget').focus();
        await page.keyboard.down('Enter');
        const isShown = await page
          .locator('#kiosk-pin')
          .waitFor({ timeout: HOLD_MS })
          .then(
            () => true,
            () => false,
          );
        await page.keyboard.up('Enter');
        return isShown;
      };
      expect(await eventually(holds, Boolean)).toBe(true);
      found.push(...(await faults()));
      await visit('/sandbox/mail');
      await page.goto(path('join', token));
      await send({ password: PASSWORD });
      await page.locator('#code-picture svg').waitFor();
      await page.locator('#code-advice:not(:empty)').waitFor();
      found.push(...(await faults()));
      const opened = { openedAt: new Date().toISOString(), way: 'IN', advice: null };
      await page.route('**/code/state', (route) => route.fulfill({ json: opened }));
      await page.locator('.is-opened').waitFor();
      found.push(...(await faults()));
      await visit(path('login', await wellhub.token({ email: newEmail() })));
      await page.locator('button.main').click();
      found.push(...(await faults()));
      expect(found).toEqual([]);
    },
    90_000,
  );

  it.each([
    ['pt-BR', 'light', 320],
    ['en', 'dark', 1280],
  ] as const)(
    'have no fault that axe knows on the simulated turnstile: %s, %s, %i px',
    async (locale, colorScheme, width) => {
      const simulator = await createSimulator({ port: 0, host: '127.0.0.1', validateToken: 'any' });
      const viewport = { width, height: 700 };
      const looks = { locale, colorScheme, viewport, reducedMotion: 'reduce' } as const;
      person = await Person.at(browser, simulator.url, looks);
      const { page } = person;
      const press = (name: string) => page.locator(`button${name}`).click();
      const found: string[] = [];
      const look = async () => void found.push(...(await faults()));
      try {
        await page.goto(`/device?lang=${locale}`);
        await look();
        await page.fill('#address', `${app.api.origin}/cid/${'x'.repeat(22)}`);
        await page.fill('#localCards', '528280977448');
        await press(':text-matches("Salvar|Save")');
        await page.fill('#content', '528280977448');
        await page.check('[value=card]', { force: true });
        await press(':text-matches("Apresentar|Present")');
        await page.locator('.tripod.clockwise').waitFor();
        for (const summary of await page.locator('summary').all()) await summary.click();
        await look();
        await page.fill('#content', 'letters');
        await press(':text-matches("Apresentar|Present")');
        await page.getByRole('alert').first().waitFor();
        await look();
        expect(found).toEqual([]);
      } finally {
        await simulator.close();
      }
    },
    60_000,
  );

  it('can be used with the keyboard alone, and the focus is seen', async () => {
    person = await Person.at(browser, app.api.origin);
    const { page } = person;
    const email = newEmail();
    await page.goto(path('join', await wellhub.token({ email })));
    const focused = () =>
      page.evaluate(() => {
        const element = document.activeElement;
        const { outlineStyle, outlineWidth } = getComputedStyle(element ?? document.body);
        const name = element?.getAttribute('name') ?? element?.tagName;
        return { name, outline: `${outlineStyle} ${outlineWidth}` };
      });
    for (const name of ['firstName', 'lastName', 'email', 'password']) {
      await page.keyboard.press('Tab');
      expect(await focused()).toEqual({ name, outline: 'solid 3px' });
    }
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${path('code')}`);
  });

  it('lead to the code page without script, which then explains what it needs', async () => {
    person = await Person.at(browser, app.api.origin, { javaScriptEnabled: false });
    const { page } = person;
    const email = newEmail();
    await page.goto(path('join', await wellhub.token({ email })));
    await person.submit({ password: PASSWORD });
    await page.waitForURL(`**${path('code')}`);
    expect(await page.locator('noscript').innerText()).toContain('needs JavaScript');
    expect(await page.locator('#code-screen').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Log out' }).click();
    await page.waitForURL(`**${path('login')}`);
    await person.submit({ email, password: PASSWORD });
    await page.waitForURL(`**${path('code')}`);
  });

  it('read a problem out with its field, and lead to the field from the top', async () => {
    person = await Person.at(browser, app.api.origin);
    const { page } = person;
    await page.goto(path('join', await wellhub.token()));
    await person.submit({ email: 'ana', password: PASSWORD });
    const email = page.getByLabel('E-mail');
    const described = (await email.getAttribute('aria-describedby')) ?? '';
    expect(await page.locator(`#${described}`).innerText()).toContain('does not look like');
    await page.getByRole('alert').getByRole('link', { name: 'E-mail' }).click();
    expect(await page.evaluate(() => location.hash)).toBe('#email');
  });
});
