import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { axeFaults, tooWide } from '../support/axe.js';
import { startBrowser } from '../support/browser.js';
import { ANA, providerPath, SignOnStage } from '../support/sign-on-stage.js';

describe('single sign-on in a browser', () => {
  let stage: SignOnStage;
  let browser: Browser;

  beforeAll(async () => {
    [stage, browser] = await Promise.all([SignOnStage.openForBrowsers(), startBrowser()]);
  });
  afterAll(async () => {
    await browser.close();
    await stage.close();
  });

  it('C-24 goes to the provider and back without script, and is logged in at a phone’s width', async () => {
    const { world, slug } = await stage.aWorld();
    const options = { locale: 'pt-BR', viewport: { width: 320, height: 640 } };
    const context = await browser.newContext({ ...options, javaScriptEnabled: false });
    const page = await context.newPage();
    const { publicUrl } = stage.app.settings;
    await page.goto(`${publicUrl}/console/login`);
    await page.getByText('Entrar com a conta da empresa').click();
    await page.getByLabel('Nome curto da academia').fill(slug);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/console/login/${slug}`);
    stage.provider.accept(ANA);
    await page.getByText('Continuar em 127.0.0.1').click();
    await page.waitForURL((url) => /^\/console(?!\/(login|single))/.test(url.pathname));
    await page.goto(`${publicUrl}/console/account`);
    expect(await page.locator('.console-who').textContent()).toContain('Ana Souza');
    await world.admin.delete(providerPath(world));
    await context.close();
  });

  it('C-24 has pages without a barrier', async () => {
    const { slug } = await stage.aWorld();
    const { publicUrl } = stage.app.settings;
    const context = await browser.newContext({
      locale: 'pt-BR',
      viewport: { width: 320, height: 640 },
    });
    const page = await context.newPage();
    for (const path of [
      '/console/login',
      '/console/single-sign-on',
      '/console/login/nobody',
      `/console/login/${slug}`,
      `/console/login/${slug}?password=no`,
      '/console/single-sign-on/callback?state=x&code=y',
    ]) {
      await page.goto(`${publicUrl}${path}`);
      expect([path, await axeFaults(page), await tooWide(page)]).toEqual([path, [], []]);
      if (process.env['SHOTS']) {
        const name = `${process.env['SHOTS']}/${path.replaceAll(/\W+/g, '_').slice(0, 60)}`;
        await page.screenshot({ path: `${name}-320.png`, fullPage: true });
        await page.setViewportSize({ width: 1280, height: 800 });
        await page.screenshot({ path: `${name}-1280.png`, fullPage: true });
        await page.setViewportSize({ width: 320, height: 640 });
      }
    }
    await context.close();
  });
});
