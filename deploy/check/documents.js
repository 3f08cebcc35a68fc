import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { merge } from './combinations.js';

const GUIDE = fileURLToPath(new URL('../../docs/deploy.md', import.meta.url));
const PART = /^#+ (?<heading>.+)$|^```yaml\n(?<block>[^]*?)^```$/gm;

/** The values that docs/deploy.md shows. The first block is complete, and each later one is added to it, as its reader does. */
export function documentedValues() {
  const [complete, ...additions] = blocksOf(readFileSync(GUIDE, 'utf8'));
  return [
    complete,
    ...additions.map(({ name, values }) => ({ name, values: merge(complete.values, values) })),
  ];
}

function blocksOf(text) {
  const blocks = [];
  let heading = '';
  for (const { groups } of text.matchAll(PART)) {
    heading = groups.heading ?? heading;
    if (groups.block === undefined) continue;
    const values = parse(groups.block, { version: '1.1' });
    blocks.push({ name: `docs/deploy.md "${heading}", block ${blocks.length + 1}`, values });
  }
  if (blocks.length === 0)
    throw new Error('docs/deploy.md shows no values: its blocks begin with ```yaml');
  return blocks;
}
