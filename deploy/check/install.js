import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const INSTALLED = `${FOLDER}node_modules/.lock-hash`;

const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(`${FOLDER}package-lock.json`))
    .digest('hex');

/** Installs what the check needs, once per lock file. @returns why it cannot, or undefined */
export function install() {
  if (existsSync(INSTALLED) && readFileSync(INSTALLED, 'utf8') === lockHash()) return undefined;
  const { status, stderr } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: FOLDER,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) return `its packages cannot be installed: ${lastLine(stderr)}`;
  writeFileSync(INSTALLED, lockHash());
  return undefined;
}

const lastLine = (text = '') => text.trim().split('\n').at(-1) || 'npm did not run';
