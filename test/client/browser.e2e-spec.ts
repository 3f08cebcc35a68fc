import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { Webhook } from 'standardwebhooks';
import { startBrowser } from '../support/browser.js';
import { ROOT } from '../support/repository.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner } from '../support/world.js';

const SECRET = `whsec_${Buffer.from('a secret of thirty-two bytes, so').toString('base64')}`;
const BODY = JSON.stringify({
  entityId: 7,
  uuid: 'u-1',
  payload: [{ timestamp: 1, type: 'TEST' }],
});

/** Runs in the page, with the client as a bundler puts it there. */
const PROGRAM = `
import { Gatehouse, verifyWebhook, isGatehouseError } from '@gatehouse/client';
window.run = async ({ gymId, secret, headers, body, ...options }) => {
  const repeated = [];
  const gatehouse = new Gatehouse({ ...options, baseUrl: location.origin, onRetry: ({ code }) => repeated.push(code) });
  await gatehouse.devices.create(gymId, { name: 'Front', direction: 'IN' });
  const names = [];
  for await (const { name } of gatehouse.devices.list()) names.push(name);
  const code = await gatehouse.devices.get(999999).catch((error) => isGatehouseError(error) && error.code);
  const { type } = await verifyWebhook({ secret, headers, body });
  const forged = await verifyWebhook({ secret, headers, body: body + ' ' }).catch((error) => error.code);
  console.log(gatehouse, String(gatehouse), JSON.stringify(gatehouse));
  return { names, repeated, code, type, forged };
};`;

describe('the client in a browser', () => {
  let app: TestApp;
  let browser: Browser;
  beforeAll(async () => {
    [app, browser] = await Promise.all([startApp(), startBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  it('J-21 sends, repeats, walks pages and verifies as in Node, and shows no key', async () => {
    const stdin = { contents: PROGRAM, resolveDir: ROOT };
    const options = { bundle: true, format: 'iife', platform: 'browser', write: false } as const;
    const script = (await build({ stdin, ...options })).outputFiles[0]!.text;
    const { partnerId, gymId, keyed } = await givenAPartner(app);
    const { key: apiKey } = await keyed(['PARTNER_ADMIN']);
    const page = await browser.newPage();
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    await page.route('**/partner-page', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Partner</title>' }),
    );
    let refused = 0;
    await page.route('**/admin/v1/gyms/**', (route) =>
      (refused += 1) === 1 ? route.fulfill({ status: 503, body: '' }) : route.continue(),
    );
    await page.goto(`${app.api.origin}/partner-page`);
    await page.addScriptTag({ content: script });
    const at = new Date();
    const headers = {
      'webhook-id': 'u-1',
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(SECRET).sign('u-1', at, BODY),
    };
    const input = { apiKey, partnerId, gymId, secret: SECRET, headers, body: BODY };
    const found = await page.evaluate(
      (given) => (globalThis as never as { run(g: object): object }).run(given),
      input,
    );
    expect(found).toEqual({
      names: ['Front'],
      repeated: ['client.unexpected-answer'],
      code: 'device.not-found',
      type: 'TEST',
      forged: 'webhook.signature-invalid',
    });
    expect(said.join()).toContain('Gatehouse');
    expect(said.join()).not.toContain(apiKey);
  });
});
