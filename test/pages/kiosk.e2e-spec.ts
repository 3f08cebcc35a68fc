import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startBrowser } from '../support/browser.js';
import { eventually } from '../support/eventually.js';
import { cameraThatSees } from '../support/film.js';
import { givenADoor, type GateWorld } from '../support/gate-world.js';
import { Person } from '../support/person.js';
import { startApp, type TestApp } from '../support/test-app.js';

describe('the kiosk, a turnstile in a browser', () => {
  let app: TestApp;
  let world: GateWorld;
  let browser: Browser;
  let person: Person;

  beforeAll(async () => {
    [app, browser] = await Promise.all([startApp({ sandbox: true }), startBrowser()]);
    world = await givenADoor(app, { gym: { accessCodes: { ttlSeconds: 300 } } });
  });
  afterEach(() => person.leave());
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  const address = () => `/${world.slug}/kiosk`;
  const opens = async (token = world.deviceToken, on = browser) => {
    person = await Person.at(on, app.api.origin, { viewport: { width: 1024, height: 768 } });
    await person.page.goto(address());
    await person.page.getByLabel('Device token').fill(token);
    await person.page.getByRole('button', { name: 'Start' }).click();
  };
  const says = (title: string) =>
    person.page.locator('#kiosk-title').filter({ hasText: title }).waitFor();
  const tone = () => person.page.locator('body').getAttribute('data-tone');
  const text = () => person.page.locator('#kiosk-text').textContent();
  /** As a reader does: fast, wherever the focus is, with an end of its own. */
  const reads = async (value: string, end = 'Enter') => {
    await person.page.keyboard.type(value);
    await person.page.keyboard.press(end);
  };

  it('opens for a real code that a reader types, and explains why it stays shut for the same one again', async () => {
    await opens();
    await says('Hold your code here');
    const code = await world.fetchCode();
    await reads(code);
    await says('Welcome!');
    expect([await tone(), await text()]).toEqual(['good', 'The door is open.']);
    await says('Hold your code here');
    expect(await tone()).toBe('wait');
    await reads(code, 'Tab');
    await says('Code already used');
    expect([await tone(), await text()]).toEqual(['bad', 'Show a new code on your phone.']);
    const rows = await app.sql(`select 1 from visits where customer_id = $1`, [world.customerId]);
    expect(rows).toHaveLength(1);
    expect(person.page.url()).not.toContain(world.deviceToken);
    expect(person.complaints).toEqual([]);
  });

  it('takes what a reader types wherever the focus is, and stays no trap for a keyboard', async () => {
    await opens();
    await says('Hold your code here');
    const focused = () => person.page.evaluate(() => document.activeElement?.id);
    expect(await focused()).toBe('kiosk-scan');
    await person.page.keyboard.press('Tab');
    expect(await focused()).toBe('kiosk-camera');
    await person.page.keyboard.press('Tab');
    expect(await focused()).toBe('kiosk-sound');
    await reads('0'.repeat(19));
    await says('Code not known');
    expect(await focused()).toBe('kiosk-scan');
    expect(await person.page.locator('#kiosk-sound').textContent()).toBe('Sound on');
    await person.page.mouse.click(10, 10);
    await reads(await world.fetchCode());
    await says('Welcome!');
  });

  it('O-31 reads what readers without Enter, with prefixes and on other keyboards type', async () => {
    await opens();
    await says('Hold your code here');
    const { keyboard } = person.page;
    const opensFor = async (type: (code: string) => Promise<void>) => {
      await type(await world.fetchCode());
      await says('Welcome!');
      await says('Hold your code here');
    };
    await opensFor((code) => keyboard.type(code));
    await opensFor((code) => keyboard.type(code, { delay: 20 }));
    await opensFor((code) => keyboard.insertText(code));
    await opensFor((code) => keyboard.type(`]Q1${code}`));
    await opensFor((code) =>
      keyboard.type([...code].map((digit) => 'à&é"\'(-è_ç'[Number(digit)]).join('')),
    );
    await opensFor((code) =>
      keyboard.insertText(
        [...code].map((digit) => String.fromCharCode(65_296 + Number(digit))).join(''),
      ),
    );
    await opensFor(async (code) => {
      await keyboard.press('Control+b');
      await keyboard.type(`]C1${code.slice(0, 4)}`);
      await keyboard.press('Control+]');
      await keyboard.type(code.slice(4));
      await keyboard.press('Control+c');
    });
    expect(person.complaints).toEqual([]);
  });

  it('takes no few keys of a person for a reader, and forgets them', async () => {
    await opens();
    await says('Hold your code here');
    const asked: string[] = [];
    person.page.on('request', (request) => {
      if (request.method() === 'POST') asked.push(request.url());
    });
    await person.page.keyboard.type('123456', { delay: 200 });
    const isEmpty = () =>
      (document.querySelector<HTMLInputElement>('#kiosk-scan')?.value ?? '') === '';
    await person.page.waitForFunction(isEmpty);
    expect(asked).toEqual([]);
  });

  it('keeps its token at a tap, and lets only staff with the PIN or the token change it', async () => {
    person = await Person.at(browser, app.api.origin, { viewport: { width: 320, height: 640 } });
    const { page } = person;
    await page.goto(address());
    await page.getByLabel('Device token').fill(world.deviceToken);
    await page.getByLabel('PIN for this screen').fill('12');
    await page.keyboard.press('Enter');
    await page.locator('#kiosk-problem').filter({ hasText: '4 to 12 digits' }).waitFor();
    await page.getByLabel('PIN for this screen').fill('2468');
    await page.keyboard.press('Enter');
    await says('Hold your code here');
    const button = page.locator('#kiosk-forget');
    await button.click();
    expect(await button.textContent()).toBe('Hold for 2 seconds');
    expect(await page.locator('#kiosk-stage').isVisible()).toBe(true);
    const hold = async () => {
      await button.hover();
      await page.mouse.down();
      await page.getByLabel('PIN', { exact: true }).waitFor();
      await page.mouse.up();
    };
    await hold();
    await page.getByLabel('PIN', { exact: true }).fill('1111');
    await page.keyboard.press('Enter');
    await page.locator('#kiosk-pin-problem').filter({ hasText: 'neither' }).waitFor();
    await page.getByRole('button', { name: 'Back' }).click();
    await says('Hold your code here');
    await reads(await world.fetchCode());
    await says('Welcome!');
    await button.focus();
    await page.keyboard.down('Enter');
    await page.getByLabel('PIN', { exact: true }).waitFor();
    await page.keyboard.up('Enter');
    for (const wrong of ['1', '2', '3', '4']) {
      await page.getByLabel('PIN', { exact: true }).fill(wrong);
      await page.keyboard.press('Enter');
    }
    await page.locator('#kiosk-pin-problem').filter({ hasText: 'Wait a minute' }).waitFor();
    await page.getByLabel('PIN', { exact: true }).fill('2468');
    await page.keyboard.press('Enter');
    expect(await page.getByLabel('Device token').isVisible()).toBe(false);
    await page.reload();
    await says('Hold your code here');
    await hold();
    await page.getByLabel('PIN', { exact: true }).fill('2468');
    await page.keyboard.press('Enter');
    await page.getByLabel('Device token').waitFor();
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('2468');
    await page.getByLabel('Device token').fill(world.deviceToken);
    await page.keyboard.press('Enter');
    await says('Hold your code here');
    await hold();
    await page.getByLabel('PIN', { exact: true }).fill(world.deviceToken);
    await page.keyboard.press('Enter');
    await page.getByLabel('Device token').waitFor();
    expect(person.complaints).toEqual([]);
  });

  it('sends one scan at a time, and repeats a request whose answer was lost', async () => {
    await opens();
    await says('Hold your code here');
    const asked: string[] = [];
    let lose: () => void = () => undefined;
    const isTyped = new Promise<void>((done) => {
      lose = done;
    });
    await person.page.route('**/identification', async (route) => {
      const isFirst = asked.push(route.request().postData() ?? '') === 1;
      const answer = await route.fetch();
      if (isFirst) await isTyped;
      await (isFirst ? route.abort() : route.fulfill({ response: answer }));
    });
    const code = await world.fetchCode();
    await reads(code);
    await reads('1'.repeat(19));
    lose();
    await says('Welcome!');
    expect(asked.map((body) => JSON.parse(body).identification.value)).toEqual([code, code]);
    expect(asked[0]).toBe(asked[1]);
  });

  it('wants another token when its own is wrong or was replaced, and keeps a good one', async () => {
    await opens('not-a-token-of-anybody');
    const problem = person.page.locator('#kiosk-problem');
    await problem.filter({ hasText: 'This token is not known' }).waitFor();
    const token = await world.device();
    await person.page.getByLabel('Device token').fill(token);
    await person.page.keyboard.press('Enter');
    await says('Hold your code here');
    await person.page.reload();
    await says('Hold your code here');
    await app.sql('update devices set active = false where token_hash = sha256($1)', [token]);
    const replaced = problem.filter({ hasText: 'The token of this door was replaced.' });
    await eventually(async () => {
      // A busy service is tried again, as people do.
      if (!(await replaced.isVisible())) await reads('0'.repeat(19));
      await replaced.waitFor({ timeout: 4_000 }).catch(() => undefined);
      return replaced.isVisible();
    }, Boolean);
    expect(await person.page.evaluate(() => JSON.stringify(localStorage))).not.toContain(token);
    expect(person.complaints).toEqual([]);
  });

  it('shows a text when it is offline, when the service is busy, and for an unknown error', async () => {
    await opens();
    await says('Hold your code here');
    const answers = (status: number, body: object) =>
      person.page.route('**/identification', (route) =>
        route.fulfill({ status, json: body, headers: { 'Retry-After': '1' } }),
      );
    await answers(429, {});
    await reads('2'.repeat(19));
    await says('Too busy right now');
    await answers(503, { errorCode: 'WELLHUB_UNAVAILABLE' });
    await reads('3'.repeat(19));
    await says('Wellhub does not answer');
    await answers(418, { errorCode: 'SOMETHING_NEW' });
    await reads('4'.repeat(19));
    await says('That did not work');
    await answers(200, { authorized: false });
    await reads('5'.repeat(19));
    await says('That did not work');
    expect(await tone()).toBe('bad');
    await person.context.setOffline(true);
    await says('No connection');
    await person.context.setOffline(false);
    await says('Hold your code here');
  });

  it('reads a code from the camera once, however long it is held there', async () => {
    const code = await world.fetchCode();
    const other = await startBrowser(cameraThatSees(code));
    try {
      await opens(world.deviceToken, other);
      await says('Hold your code here');
      await person.page.getByRole('button', { name: 'Use the camera' }).click();
      await says('Welcome!');
      await says('Hold your code here');
      const isStill = () => person.page.locator('body[data-tone="wait"]').isVisible();
      for (let n = 0; n < 10; n += 1) {
        expect(await isStill()).toBe(true);
        await person.page.waitForTimeout(150);
      }
      expect(person.complaints).toEqual([]);
      await person.leave();
    } finally {
      await other.close();
    }
  });

  it('may use the camera, as no other page may, under the same strict rules for code', async () => {
    person = await Person.at(browser, app.api.origin);
    const kiosk = await app.api.get(address());
    const logIn = await app.api.get(`/${world.slug}/login`);
    expect(kiosk.headers.get('permissions-policy')).toContain('camera=(self)');
    expect(logIn.headers.get('permissions-policy')).toContain('camera=()');
    const csp = (answer: typeof kiosk) => answer.headers.get('content-security-policy');
    expect(csp(kiosk)).toBe(csp(logIn));
    expect(kiosk.text).not.toMatch(/<script(?![^>]*\ssrc="\/assets\/)|\sstyle=|\son\w+=/);
  });

  it('gets the token of the demo door in the sandbox, and of no other door', async () => {
    person = await Person.at(browser, app.api.origin);
    expect((await app.api.get(`/sandbox/door/${world.slug}`)).body).toEqual({ token: null });
    await person.page.route('**/sandbox/door/*', (route) =>
      route.fulfill({ json: { token: world.deviceToken } }),
    );
    await person.page.goto(address());
    await person.page.locator('#kiosk-problem').filter({ hasText: 'demo door' }).waitFor();
    await person.page.getByRole('button', { name: 'Start' }).click();
    await says('Hold your code here');
  });
});
