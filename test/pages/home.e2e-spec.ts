import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { Sandbox, type SandboxReport } from '../../src/sandbox/index.js';
import { OPERATOR_KEY } from '../support/settings.js';
import { STAFF_PASSWORD } from '../support/staff-stage.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { Visitor } from '../support/visitor.js';

/** Sends any host name and any proxy header, as `fetch` would not. */
async function ask(url: string, headers: Record<string, string> = {}) {
  const [answer] = (await once(get(url, { headers }), 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  return { status: answer.statusCode, text: Buffer.concat(chunks).toString() };
}

describe('the bare address of a deployment', () => {
  let deployed: TestApp;
  beforeAll(async () => {
    deployed = await startApp({ sandbox: false });
  });
  afterAll(() => deployed.close());

  it.each([
    ['pt-BR', 'pt-BR'],
    ['en', 'en'],
    ['es-MX,en;q=0.5', 'es'],
    ['de', 'de'],
    ['fr', 'en'],
    ['constructor', 'en'],
  ])(
    'is a plain page for who reads %s, in %s, and leads staff to their log-in, and nowhere else',
    async (wish, language) => {
      const { status, text } = await ask(`${deployed.api.origin}/`, { 'Accept-Language': wish });
      expect(status).toBe(200);
      expect(text).toContain(`<html lang="${language}">`);
      expect(text.match(/<a href="[^"]*"/g)).toEqual(['<a href="/console/login"']);
      expect(text).not.toMatch(/<form|demo/);
    },
  );

  it.each(['/sandbox/mail', '/sandbox/door/demo', '/sandbox/facebook/me'])(
    'has no %s beside it',
    async (path) => {
      expect((await ask(deployed.api.origin + path)).status).toBe(404);
    },
  );
});

describe('the sandbox', () => {
  let local: TestApp;
  let report: SandboxReport;
  beforeAll(async () => {
    local = await startApp({ isOperatorKeyMade: true });
    report = await local.app.get(Sandbox).start(local.api.origin);
  });
  afterAll(() => local.close());

  it('shows at its bare address what to open, who is who, and the keys', async () => {
    const { status, text } = await ask(`${local.api.origin}/`);
    expect(status).toBe(200);
    const { adminKey, appKey, deviceToken } = report.credentials;
    const places = ['/demo/login', '/demo/kiosk', '/console/desk', '/sandbox/mail', '/docs'];
    for (const shown of [
      OPERATOR_KEY,
      adminKey,
      appKey,
      deviceToken,
      report.simulatorUrl,
      `${report.simulatorUrl}/device`,
      String(report.turnstileAddress),
      ...places,
    ])
      expect(text).toContain(shown);
  });

  it('C-96 has an invitation for the owner of the demo, in a mail and on its page, which leads to a console that works', async () => {
    const home = () => ask(`${local.api.origin}/`);
    const link = report.ownerLink ?? '';
    expect((await home()).text).toContain(link);
    expect((await ask(`${local.api.origin}/sandbox/mail`)).text).toContain(link);
    const again = await local.app.get(Sandbox).start(local.api.origin);
    expect(again.ownerLink).toBe(link);
    const browser = new Visitor(local.api);
    const token = new URL(link).searchParams.get('token') ?? '';
    const form = { token, name: 'Ana Lima', password: STAFF_PASSWORD };
    expect((await browser.submit('/console/invitation', form)).status).toBe(303);
    const { status, text } = await browser.get('/console/members');
    expect([status, text.includes('Ana Lima')]).toEqual([200, true]);
    expect((await home()).text).not.toContain(link);
    expect((await local.app.get(Sandbox).start(local.api.origin)).ownerLink).toBeUndefined();
  });

  it.each(['/', '/sandbox/mail', '/sandbox/door/demo', '/sandbox/facebook/me'])(
    'answers %s on this machine only, under its own name',
    async (path) => {
      const url = local.api.origin + path;
      const port = new URL(url).port;
      for (const host of [`localhost:${port}`, '127.0.0.1', '[::1]:80', 'gym.localhost'])
        expect((await ask(url, { Host: host })).text).not.toContain('There is nothing');
      for (const host of ['rebound.example', `rebound.example:${port}`, '127.0.0.1.example', 'a@b'])
        expect((await ask(url, { Host: host })).status).toBeGreaterThanOrEqual(400);
      for (const header of ['X-Forwarded-For', 'X-Forwarded-Host', 'Forwarded'])
        expect((await ask(url, { [header]: 'for=203.0.113.7' })).status).toBe(404);
    },
  );

  it('has a simulator that refuses every other host name', async () => {
    const url = `${report.simulatorUrl}/control/ledger`;
    expect((await ask(url)).status).toBe(200);
    expect((await ask(url, { Host: 'rebound.example' })).status).toBe(403);
  });

  it('has a simulated turnstile that calls the device of the demo gym', async () => {
    const { text } = await ask(`${report.simulatorUrl}/control/device`);
    expect(JSON.parse(text)).toMatchObject({
      state: { model: 'IDBLOCK', address: `${local.api.origin}/cid/***` },
    });
  });

  it("grants the member app's key what a member app reads: the gym and the visits", async () => {
    const app = local.api.with({ 'X-API-KEY': report.credentials.appKey });
    const gym = `/v1/studios/information?studioId=${report.credentials.gymId}`;
    expect((await app.get(gym)).status).toBe(200);
    expect((await app.get('/v1/customers/1/activities/checkins')).body).toMatchObject({
      errorCode: expect.not.stringMatching(/FORBIDDEN|SCOPE/),
    });
  });
});
