import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './repository.js';

/**
 * The table that was reviewed and committed, to compare with the one there is. After a wanted change run the
 * test with `UPDATE_GOLDEN=1` and read the difference like a picture.
 */
export function golden(path: string, table: string): string {
  const file = join(ROOT, path);
  if (process.env['UPDATE_GOLDEN'] === '1' || !existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, table);
  }
  return readFileSync(file, 'utf8');
}
