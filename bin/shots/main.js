import { mkdir, rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { chromiumPath } from '../../test/support/chromium.js';
import { buildIfNeeded } from '../build.js';
import { routesIn } from './routes.js';
import { openSandbox } from './sandbox.js';

const FOLDER = '.shots';
const WIDTHS = [1280, 320];

const USAGE = `Usage: npm run shots [-- --lang pt-BR] [--dark] [--only members]

Starts a sandbox of its own, fills it, follows every link of the console, and leaves a picture of each page
at 1280 and 320 pixels in ${FOLDER}/.
`;

/** One picture of every page that links lead to, at each width. */
export async function main() {
  const string = { type: 'string' };
  const flag = { type: 'boolean', default: false };
  const { values } = parseArgs({
    options: { lang: { ...string, default: 'pt-BR' }, only: string, dark: flag, help: flag },
  });
  if (values.help) return void process.stdout.write(USAGE);
  await buildIfNeeded();
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER);
  const sandbox = await openSandbox();
  const browser = await chromium.launch({
    executablePath: await chromiumPath(),
    args: ['--no-sandbox', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage({
      locale: values.lang,
      colorScheme: values.dark ? 'dark' : 'light',
    });
    await becomeOwner(page, sandbox.invitation);
    const taken = await walk(page, sandbox, values.only);
    process.stdout.write(`${taken} pictures in ${FOLDER}/\n`);
  } finally {
    await browser.close();
    await sandbox.close();
  }
}

async function becomeOwner(page, invitation) {
  await page.goto(invitation);
  await page.locator('[name=name]').fill('Rita Souza');
  await page.locator('[name=password]').fill('seven lamps on a slow train');
  await page.locator('button.main').click();
  await page.waitForURL((url) => !url.pathname.includes('invitation'));
}

/** Every address once for each route: of a list of members one profile is enough. */
async function walk(page, { origin, starts }, only = '') {
  const waiting = [...starts];
  const seen = new Set();
  let taken = 0;
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const route = routesIn(path);
    if (seen.has(route)) continue;
    seen.add(route);
    const answer = await page.goto(origin + path).catch(() => undefined);
    if (!answer?.headers()['content-type']?.startsWith('text/html')) continue;
    waiting.push(...(await linksOf(page)));
    if (!route.includes(only)) continue;
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      const name = route.replaceAll(/\W+/g, '-').replace(/^-|-$/g, '') || 'home';
      await page.screenshot({ path: `${FOLDER}/${name}-${width}.png`, fullPage: true });
      taken += 1;
    }
    process.stdout.write(`${route}\n`);
  }
  return taken;
}

const linksOf = (page) =>
  page.evaluate(() =>
    [...document.links]
      .filter(({ origin, pathname }) => origin === location.origin && !pathname.startsWith('/docs'))
      .map(({ pathname, search }) => pathname + search),
  );
