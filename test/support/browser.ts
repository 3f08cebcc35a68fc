import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const DEBIAN = '/usr/bin/chromium';

/** A real browser: `CHROMIUM_PATH`, else Debian's, else the one that comes as a package. */
export async function startBrowser(flags: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: await executable(), args: [...FLAGS, ...flags] });
}

async function executable(): Promise<string> {
  const named = process.env['CHROMIUM_PATH'];
  if (named) return named;
  if (existsSync(DEBIAN)) return DEBIAN;
  const { default: packaged } = await import('@sparticuz/chromium');
  return packaged.executablePath();
}
