import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { withTable } from './marks.js';

const PAGE = fileURLToPath(new URL('../../docs/performance.md', import.meta.url));
/** Keeps the last table, today's figures only, where people read it. */
export async function keepTable(text) {
  const page = withTable(readFileSync(PAGE, 'utf8'), text);
  writeFileSync(PAGE, await format(page, { ...(await resolveConfig(PAGE)), filepath: PAGE }));
}
