import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DEBIAN = '/usr/bin/chromium';
const UNPACK =
  "import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())";

/** A real browser: `CHROMIUM_PATH`, else Debian's, else the one that comes as a package. */
export async function chromiumPath() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return named;
  return existsSync(DEBIAN) ? DEBIAN : unpacked();
}

/**
 * The package's browser below `TMPDIR`. Workers of one run may ask at the same time, and a file that is still
 * written is not to be started: each unpacks into a folder of its own, and the first one that is whole stays.
 */
async function unpacked() {
  const folder = join(tmpdir(), 'browser');
  const path = join(folder, 'chromium');
  if (existsSync(path)) return path;
  const own = mkdtempSync(`${folder}-`);
  const env = { ...process.env, TMPDIR: own };
  await promisify(execFile)(process.execPath, ['-e', UNPACK], { cwd: ROOT, env });
  try {
    renameSync(own, folder);
  } catch {
    rmSync(own, { recursive: true });
  }
  return path;
}
