import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const CODE = /(?<!name: )'([a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*)'/g;

interface Source {
  readonly path: string;
  readonly text: string;
}

/** Everything that raises or closes alerts. */
const sources: Source[] = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('spec.ts'))
  .filter((path) => !/platform[\\/]alerts/.test(path))
  .map((path) => ({ path, text: readFileSync(join(ROOT, 'src', path), 'utf8') }))
  .filter(
    ({ text }) => /import .*\bAlerts\b/.test(text) && /[aA]lerts?\.(raise|close)\(/.test(text),
  );

const codesIn = ({ text }: Source) => [...text.matchAll(CODE)].map(([, code = '']) => code);

const rows = readFileSync(join(ROOT, 'docs/alerts.md'), 'utf8')
  .split('\n')
  .map((line) => /^\| `([^`]+)` *\|([^|]+)\|([^|]+)\|$/.exec(line))
  .filter((row) => row !== null)
  .map(([, code = '', meaning = '', advice = '']) => ({ code, meaning, advice }));

describe('docs/alerts.md', () => {
  it.each(sources)('lists what $path raises', (source) => {
    const raised = codesIn(source);
    expect(raised).not.toEqual([]);
    expect(rows.map(({ code }) => code)).toEqual(expect.arrayContaining(raised));
  });

  it('explains each code once: what it means and what to do', () => {
    expect(rows.length).toBeGreaterThan(20);
    expect(new Set(rows.map(({ code }) => code)).size).toBe(rows.length);
    for (const { meaning, advice } of rows) {
      expect(meaning.trim().length).toBeGreaterThan(20);
      expect(advice.trim().length).toBeGreaterThan(10);
    }
  });
});
