import { existsSync } from 'node:fs';

const DEBIAN = '/usr/bin/chromium';

/** A real browser: `CHROMIUM_PATH`, else Debian's, else the one that comes as a package. */
export async function chromiumPath() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return named;
  if (existsSync(DEBIAN)) return DEBIAN;
  const { default: packaged } = await import('@sparticuz/chromium');
  return packaged.executablePath();
}
