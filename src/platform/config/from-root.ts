import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of what lies beside package.json, from wherever this runs: the sources, the build or the bundle. */
export const fromRoot = (path: string): string => join(ROOT, path);

const ROOT = rootAbove(dirname(fileURLToPath(import.meta.url)));

function rootAbove(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error('there is no package.json above this file');
  return rootAbove(above);
}
