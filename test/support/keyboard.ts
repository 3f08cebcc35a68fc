import type { Page } from 'playwright-core';

/** Of a date or a time the browser makes several stops. */
const MOST_STOPS = 6;

/** What the walk leaves on the page. */
interface Walked {
  readonly stops: HTMLElement[];
  readonly visited: number[];
  readonly unseen: number[];
}

/**
 * Walks through the screen by keyboard: over the skip link into it, and with Tab through all that can be used.
 *
 * @returns what was left out, came out of order, or had no visible focus
 */
export async function keyboardFaults(page: Page): Promise<string[]> {
  await page.keyboard.press('Tab');
  const skip = await page.evaluate(() => document.activeElement?.className);
  await page.keyboard.press('Enter');
  const isIn = await page.evaluate(() => document.activeElement?.id === 'content');
  if (skip !== 'skip' || !isIn) return ['the skip link is not the first stop, or does not lead in'];
  const presses = await page.evaluate(prepare, MOST_STOPS);
  for (let press = 0; press < presses; press += 1) await page.keyboard.press('Tab');
  return page.evaluate(report);
}

/** Remembers every stop, and whether one sees it. @returns how often Tab leads through all and out again */
function prepare(mostStops: number): number {
  const groups = new Set<string>();
  const stops = [
    ...document.querySelectorAll<HTMLElement>(
      '#content :is(a[href], button, input, select, textarea, summary, [tabindex="0"])',
    ),
  ].filter((one) => {
    const isUsable = one.checkVisibility({ visibilityProperty: true }) && !one.matches(':disabled');
    if (!isUsable || !(one instanceof HTMLInputElement) || one.type !== 'radio') return isUsable;
    const group = [...document.getElementsByName(one.name)] as HTMLInputElement[];
    const chosen = group.find(({ checked }) => checked) ?? group[0];
    return chosen === one && !groups.has(one.name) && Boolean(groups.add(one.name));
  });
  const walked: Walked = { stops, visited: [], unseen: [] };
  Object.assign(window, { walked });
  document.addEventListener('focusin', ({ target }) => {
    const at = stops.indexOf(target as HTMLElement);
    if (at === -1) return;
    walked.visited.push(at);
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(target as HTMLElement);
    const hasOutline = outlineStyle !== 'none' && outlineWidth !== '0px';
    if (!hasOutline && boxShadow === 'none') walked.unseen.push(at);
  });
  const slow = stops.filter((one) =>
    one.matches('[type="date"], [type="time"], [type="month"], [type="datetime-local"]'),
  );
  return stops.length + slow.length * mostStops + 1;
}

function report(): string[] {
  const { stops, visited, unseen } = (window as unknown as { walked: Walked }).walked;
  const nameOf = (at: number) => stops[at]?.outerHTML.slice(0, 120) ?? '';
  const missed = stops.flatMap((_, at) => (visited.includes(at) ? [] : [`missed ${nameOf(at)}`]));
  const back = visited.filter((at, step) => at !== step && step < stops.length);
  const trap = document.activeElement?.closest('#content') ? ['Tab does not lead out'] : [];
  return [
    ...missed,
    ...(missed.length === 0 ? back.map((at) => `out of order ${nameOf(at)}`) : []),
    ...unseen.map((at) => `without visible focus ${nameOf(at)}`),
    ...(stops.length > 0 ? trap : []),
  ];
}
