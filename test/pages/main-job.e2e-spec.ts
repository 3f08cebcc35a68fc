import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { eventually } from '../support/eventually.js';
import { createSimulator, type Simulator } from '../../src/simulator/server/simulator.js';
import { startBrowser } from '../support/browser.js';
import { givenADoor, type GateWorld } from '../support/gate-world.js';
import { Person } from '../support/person.js';
import { Scanner } from '../support/picture.js';
import { freePort } from '../support/replica.js';
import { startApp, type TestApp } from '../support/test-app.js';

describe('the main job, in a browser', () => {
  let simulator: Simulator;
  let app: TestApp;
  let world: GateWorld;
  let browser: Browser;

  beforeAll(async () => {
    const port = await freePort();
    browser = await startBrowser();
    simulator = await createSimulator({
      port: 0,
      host: '127.0.0.1',
      validateToken: 'simulator-token',
    });
    app = await startApp({
      port,
      publicUrl: `http://127.0.0.1:${port}`,
      wellhubSimulatorUrl: simulator.url,
    });
    world = await givenADoor(app);
    const { key } = await world.keyed(['WELLHUB_REGISTRATION']);
    simulator.setTarget({
      baseUrl: app.api.origin,
      apiKey: key,
      hook: world.hookPath.split('/')[2] ?? '',
      webhookSecret: world.webhookSecret,
      wellhubGymId: world.wellhubGymId,
    });
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
    await simulator.close();
  });

  it('W-42 leads from "Join this gym" on the phone over the paid check-in to a picture that opens the door once', async () => {
    const person = await Person.at(browser, simulator.url);
    const { page } = person;
    await page.goto('/');
    await page.getByRole('button', { name: 'Join this gym' }).click();
    await page.waitForURL(`**/${world.slug}/join?token=*`);
    await person.submit({ password: 'a quiet river at noon' });
    await page.waitForURL(`**/${world.slug}/code`);

    const phone = await person.context.newPage();
    await phone.goto(simulator.url);
    await phone.getByRole('button', { name: 'Check in' }).click();
    const paid = () => app.sql(`select customer_id from check_ins where state = 'VALIDATED'`);
    expect(await eventually(paid, (rows) => rows.length === 1)).toHaveLength(1);
    expect(simulator.ledger().validated).toBe(1);
    expect(
      await app.sql('select 1 from customers where wellhub_id is not null or gpw_id is not null'),
    ).toHaveLength(1);

    await page.bringToFront();
    await page.locator('#code-message').filter({ hasText: 'Your code is ready.' }).waitFor();
    const code = await new Scanner(browser).read(page.locator('#code-picture'));
    expect(code).toMatch(/^\d{19}$/);
    const opened = await world.scan(code ?? '');
    expect([opened.status, opened.body.authorized]).toEqual([200, true]);
    expect((await world.scan(code ?? '')).body.errorCode).toBe('ACCESS_CODE_ALREADY_USED');
    expect(person.complaints).toEqual([]);
    await person.leave();
  });
});
