import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe finds on the page, once its style sheets have come: without them the browser's own colours would be judged. */
export async function axeFaults(page: Page): Promise<string[]> {
  await page.waitForLoadState();
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
}

/** What is wider than the screen. */
export const tooWide = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? [`${scrollWidth} px wide`] : [];
  });
