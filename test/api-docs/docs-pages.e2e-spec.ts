import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { renderToString } from 'preact-render-to-string';
import { apiPage } from '../../src/api-docs/api-page.js';
import { axeFaults, tooWide } from '../support/axe.js';
import { errorCatalogue } from '../../src/platform/errors/domain-error.js';
import { startBrowser } from '../support/browser.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner } from '../support/world.js';

describe('the documentation', () => {
  let app: TestApp;

  beforeAll(async () => {
    const wellhubPublicUrl = 'https://wellhub.fit.example';
    app = await startApp({ publicUrl: 'https://gate.fit.example', wellhubPublicUrl });
  });
  afterAll(() => app.close());

  it.each(['/docs', '/docs/wellhub', '/docs/errors'])(
    '%s is a page without inline code or foreign address, not cached without revalidation',
    async (path) => {
      const { status, headers, text } = await app.api.get(path);
      expect(status).toBe(200);
      expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(headers.get('cache-control')).toBe('no-cache');
      expect(text).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc="\/docs\/)/);
      expect(text).not.toMatch(/(?:href|src|action)="(?!\/|#)/);
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('content-security-policy')).not.toContain("script-src 'self' 'unsafe");
    },
  );

  it('allows no page code or style from elsewhere than our files', async () => {
    const paths = ['/docs', '/docs/api', '/docs/api/admin', '/docs/wellhub', '/docs/errors'];
    const policies = await Promise.all(
      [...paths, '/docs/nothing'].map(
        async (path) => (await app.api.get(path)).headers.get('content-security-policy') ?? '',
      ),
    );
    expect(policies.filter((policy) => !policy.includes("default-src 'none'"))).toEqual([]);
    expect(policies.filter((policy) => policy.includes('unsafe'))).toEqual([]);
  });

  it('serves two files of Swagger UI and nothing else of its folder', async () => {
    const { text } = await app.api.get('/docs');
    const [, version] = /\/docs\/ui\/([\d.]+)\//.exec(text) ?? [];
    const css = await app.api.get(`/docs/ui/${version}/swagger-ui.css`);
    expect(css.status).toBe(200);
    expect(css.headers.get('cache-control')).toContain('immutable');
    for (const name of ['package.json', '..%2fpackage.json', 'swagger-ui.js', 'index.html'])
      expect((await app.api.get(`/docs/ui/${version}/${name}`)).status).toBe(404);
    expect((await app.api.get('/docs/ui/1.0.0/swagger-ui.css')).status).toBe(404);
  });

  it('shows Wellhub our addresses at its own host, by kind, and holds nothing of a partner', async () => {
    const world = await givenAPartner(app);
    const shown = await world.admin.get(`/admin/v1/partners/${world.partnerId}/wellhub`);
    expect(shown.body.urls.production.webhooks).toMatch(/^https:\/\/wellhub\.fit\.example\//);
    const { text } = await app.api.get('/docs/wellhub');
    for (const path of ['token', 'users', '{hook}/users/cancel', '{hook}/webhooks'])
      expect(text).toContain(`https://wellhub.fit.example/wellhub/${path}`);
    for (const code of ['invalid_api_key', 'gympass_user_id_required', 'storage_unavailable'])
      expect(text).toContain(code);
    const hook = world.hookPath.split('/')[2] ?? '-';
    for (const secret of [hook, world.webhookSecret, world.slug, world.partnerId])
      expect(text).not.toContain(secret);
  });

  it('has a place for every error of the catalogue, where problem+json points to', async () => {
    const { text } = await app.api.get('/docs/errors');
    const missing = errorCatalogue().filter(({ code }) => !text.includes(`<tr id="${code}">`));
    expect(missing).toEqual([]);
    const { body } = await app.operator.get('/admin/v1/partners/x');
    const [page, anchor] = String(body.type).split('#');
    expect(page).toBe('https://gate.fit.example/docs/errors');
    expect(text).toContain(`<tr id="${anchor}">`);
  });

  it('shows how each surface answers an error', async () => {
    const { text } = await app.api.get('/docs/errors');
    const [row = ''] = /<tr id="gym\.not-found">.*?<\/tr>/.exec(text) ?? [];
    expect(row.replaceAll(/<[^>]+>/g, ' ')).toMatch(
      /gym\.not-found .*not-found +404 +404 +STUDIO_NOT_FOUND +404 +NotFound/,
    );
  });

  it('answers other verbs with 405', async () => {
    expect((await app.api.post('/docs')).status).toBe(405);
  });
});

describe('the documentation in a browser', () => {
  let app: TestApp;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];
  const foreign: string[] = [];

  beforeAll(async () => {
    [app, browser] = await Promise.all([startApp(), startBrowser()]);
    page = await browser.newPage({ viewport: { width: 320, height: 700 } });
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (!/^(data:|blob:)/.test(request.url()) && !request.url().startsWith(app.api.origin))
        foreign.push(request.url());
    });
  });
  afterAll(async () => {
    await browser.close();
    await app.close();
  });

  it('shows every operation in Swagger UI, with no complaint and nothing from elsewhere', async () => {
    await page.goto(`${app.api.origin}/docs`);
    await page.getByRole('button', { name: /Authorize/ }).waitFor();
    await page.getByRole('link', { name: 'Partners', exact: true }).click();
    await page
      .locator('.opblock-post[id^="operations-Partners-"]')
      .first()
      .getByRole('button')
      .first()
      .click();
    await page.getByText('Idempotency-Key').first().waitFor();
    expect(complaints).toEqual([]);
    expect(foreign).toEqual([]);
  });

  it('C-154 finds an operation by its id, of one audience or of all, and tries none outside a sandbox', async () => {
    await page.goto(`${app.api.origin}/docs/api/admin`);
    await page.getByRole('textbox', { name: 'Search operations' }).fill('devices dryrun');
    const found = page.locator('.opblock');
    await page.getByText('devices.dryRun').waitFor();
    await found.filter({ hasText: '/dry-run' }).getByRole('button').first().click();
    await page.getByText('The gate’s own decision').waitFor();
    expect(await page.getByRole('button', { name: 'Try it out' }).count()).toBe(1);
    const elsewhere = renderToString(apiPage({ version: '1', audience: undefined, mayTry: false }));
    expect(elsewhere).toContain('data-may-try="false"');
    expect((await app.api.get('/docs/api/nobody')).status).toBe(404);
    expect([...(await tooWide(page)), ...complaints, ...foreign]).toEqual([]);
  });

  it('breaks no policy while a call is tried and a key is typed', async () => {
    await page.goto(`${app.api.origin}/docs/api/admin`);
    await page.getByRole('textbox', { name: 'Search operations' }).fill('devices dryrun');
    await page.getByText('devices.dryRun').waitFor();
    const operation = page.locator('.opblock').filter({ hasText: '/dry-run' });
    await operation.getByRole('button').first().click();
    await page.getByRole('button', { name: 'Try it out' }).click();
    await operation.getByPlaceholder('id', { exact: true }).fill('1');
    await page.getByRole('button', { name: 'Execute' }).click();
    await page.locator('.live-responses-table').waitFor();
    await page.getByRole('button', { name: /^Authorize/ }).click();
    await page.locator('.modal-ux').getByRole('button', { name: 'Close' }).first().click();
    // Calls go to PUBLIC_URL, which is another origin here.
    const aboutTheCall = complaints.filter((text) => text.includes('/devices/1/dry-run'));
    expect(complaints.splice(0)).toEqual(aboutTheCall);
  });

  it.each(['/docs/wellhub', '/docs/errors#gym.not-found'])(
    '%s fits a phone and has no fault that axe knows',
    async (path) => {
      await page.goto(`${app.api.origin}${path}`);
      expect([...(await axeFaults(page)), ...(await tooWide(page))]).toEqual([]);
      expect(complaints).toEqual([]);
    },
  );
});
