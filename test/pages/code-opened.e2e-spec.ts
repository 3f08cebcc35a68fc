import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { until } from '../support/eventually.js';
import { startBrowser } from '../support/browser.js';
import { CodeScreen } from '../support/code-screen.js';
import { givenADoor, type GateWorld } from '../support/gate-world.js';
import { startApp, type TestApp } from '../support/test-app.js';

describe('the code screen at the door', () => {
  let app: TestApp;
  let world: GateWorld;
  let browser: Browser;
  let screen: CodeScreen;

  beforeAll(async () => {
    [app, browser] = await Promise.all([startApp(), startBrowser()]);
    world = await givenADoor(app);
  });
  afterEach(() => screen.person.leave());
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  const joins = async (habits: Parameters<typeof CodeScreen.of>[1] = {}) => {
    screen = await CodeScreen.of({ app, world, browser }, habits);
    await screen.untilMessage('Your code is ready.');
  };
  const scan = async (token = world.deviceToken) =>
    (await world.scan((await screen.read()) ?? '', { token })).status;
  const pressFresh = () => screen.page.locator('#code-fresh').click();

  it('shows that the door has opened, then fetches a new code only on request', async () => {
    await joins();
    await screen.advises('Check in in the Wellhub app first. Then this code opens the door.');
    await world.withContract(screen.customerId);
    await screen.advises('');
    expect(await scan()).toBe(200);
    await screen.untilMessage('The door has opened. Welcome!');
    expect(await screen.picture.locator('svg').count()).toBe(0);
    const codes = screen.codes();
    await screen.setVisible(false);
    await screen.setVisible(true);
    await pressFresh();
    await screen.untilMessage('Your code is ready.');
    await until(async () => codes.length > 0 || undefined);
    expect(codes).toEqual([await screen.read()]);
    expect(await scan(await world.device('OUT'))).toBe(200);
    await screen.untilMessage('The door has opened. See you soon!');
    await world.admin.put(`/admin/v1/customers/${screen.customerId}/restriction`, { reason: 'x' });
    await pressFresh();
    await screen.advises('Your access is restricted at the moment. Please ask at the front desk.');
    expect(await scan()).toBe(403);
    expect(await screen.picture.locator('svg').count()).toBe(1);
    expect(screen.person.complaints).toEqual([]);
  });

  it('has a fresh code for a person who returns long after the door opened', async () => {
    await joins();
    await world.withContract(screen.customerId);
    await scan();
    await screen.untilMessage('The door has opened.');
    await screen.setVisible(false);
    await screen.page.evaluate(() => {
      const real = Date.now.bind(Date);
      Date.now = () => real() + 3_600_000;
    });
    await screen.setVisible(true);
    await screen.untilMessage('Your code is ready.');
  });

  it('keeps the screen awake while the page is visible, where the browser can', async () => {
    await joins();
    await screen.person.context.addInitScript(() => {
      const told: string[] = [];
      const request = async () => {
        told.push('asked');
        const lock = { released: false, release: async () => undefined };
        lock.release = async () => {
          lock.released = true;
          told.push('released');
        };
        return lock;
      };
      Object.defineProperty(navigator, 'wakeLock', { value: { request }, configurable: true });
      Object.assign(globalThis, { told });
    });
    await screen.page.reload();
    const told = (expected: string) =>
      until(async () => {
        const said = () => (globalThis as unknown as { told: string[] }).told.join(' ');
        return (await screen.page.evaluate(said)) === expected || undefined;
      });
    await told('asked');
    await screen.setVisible(false);
    await told('asked released');
    await screen.setVisible(true);
    await told('asked released asked');
    await screen.person.context.addInitScript(() => {
      delete (navigator as { wakeLock?: unknown }).wakeLock;
      delete (Navigator.prototype as { wakeLock?: unknown }).wakeLock;
    });
    await screen.page.reload();
    await screen.untilMessage('Your code is ready.');
    expect(await screen.page.evaluate(() => 'wakeLock' in navigator)).toBe(false);
    expect(screen.person.complaints).toEqual([]);
  });

  it('draws the code dark on white with a quiet zone, in dark mode and with forced colours too', async () => {
    await joins({ colorScheme: 'dark', forcedColors: 'active' });
    const { quiet, paper } = await screen.page.evaluate(() => {
      const svg = document.querySelector<SVGSVGElement>('#code-picture svg');
      const path = svg?.querySelector('path')?.getBoundingClientRect();
      if (!svg || !path) throw new Error('there is no picture');
      const { left, width } = svg.getBoundingClientRect();
      const moduleWidth = width / svg.viewBox.baseVal.width;
      return {
        quiet: (path.left - left) / moduleWidth,
        paper: getComputedStyle(svg).backgroundColor,
      };
    });
    expect(quiet).toBeGreaterThanOrEqual(3.9);
    expect(paper).toBe('rgb(255, 255, 255)');
    expect(await screen.read()).toMatch(/^\d{19}$/);
  });
});
