import type { Page } from 'playwright-core';

/** On paper: no navigation and no buttons, whole tables, dark on white. @returns what is wrong */
export async function paperFaults(page: Page): Promise<string[]> {
  await page.emulateMedia({ media: 'print' });
  const faults = await page.evaluate(() => {
    const isSeen = (one: Element) => one.checkVisibility({ visibilityProperty: true });
    const seen = [
      ...document.querySelectorAll(
        'nav, button, input:not([type="hidden"]), select, .button, .skip',
      ),
    ].filter(isSeen);
    const cells = [
      ...document.querySelectorAll('#content table.data tbody :is(th, td):not(:empty)'),
    ];
    const lost = cells.filter((one) => !one.closest('details:not([open])') && !isSeen(one));
    const brightest = (colour: string) =>
      Math.max(...(colour.match(/[\d.]+/g) ?? ['255']).slice(0, 3).map(Number));
    const pale = [
      ...document.querySelectorAll('#content :is(h1, h2, p, th, td, dt, dd, li, a, .badge)'),
    ]
      .filter((one) => isSeen(one) && one.textContent !== '')
      .filter((one) => brightest(getComputedStyle(one).color) > 0x55);
    const paper = getComputedStyle(document.body).backgroundColor;
    const nameOf = (one: Element) => one.outerHTML.slice(0, 100);
    return [
      ...seen.map((one) => `is on paper: ${nameOf(one)}`),
      ...lost.map((one) => `is not on paper: ${nameOf(one)}`),
      ...pale.map((one) => `is pale: ${nameOf(one)}`),
      ...(paper === 'rgb(255, 255, 255)' ? [] : [`paper is ${paper}`]),
    ];
  });
  await page.emulateMedia({ media: 'screen' });
  return faults;
}
