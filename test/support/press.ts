import type { Locator, Page } from 'playwright-core';

/** Presses, and lets go once `work` is done and the page had two frames to draw what came of it. */
export async function pressWhile(
  page: Page,
  what: Locator,
  work: () => Promise<unknown>,
): Promise<void> {
  await what.hover();
  await page.mouse.down();
  await work();
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
  await page.mouse.up();
}
