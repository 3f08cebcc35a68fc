import { describe, expect, it } from '@jest/globals';
import { readText, sourcesIn } from './support/repository.js';

type Versions = Record<string, string>;
const FOLDERS = ['src', 'test', 'bin', 'bench', 'chaos', 'fuzz', 'web', 'deploy'];
/** What bench/README.md says how to add. */
const INSTALLED_BY_HAND = ['better-auth'];
/** The package of an import that is neither a file nor a part of Node. */
const IMPORT =
  /(?:^|\s)(?:from|import|import\()\s*'(?!node:)((?:@[a-z][\w.-]*\/)?[a-z][\w.-]*)(?:\/[^']*)?'/gm;
const dependenciesOf = (file: string) => {
  const { dependencies, optionalDependencies, devDependencies } = JSON.parse(
    readText(file),
  ) as Record<string, Versions>;
  return Object.keys({ ...dependencies, ...optionalDependencies, ...devDependencies });
};
const installed = ['package.json', 'deploy/check/package.json'].flatMap(dependenciesOf);
const decision = readText('docs/decisions/0002-dependencies.md');
const reasoned = decision
  .split('\n')
  .filter((line) => line.startsWith('| ') && line.includes('`'))
  .flatMap((line) => [...(line.split('|')[2] ?? '').matchAll(/`([^`]+)`/g)])
  .map(([, name]) => name);

describe('a dependency', () => {
  it('stands in ADR 0002 with its reason, exactly when it stands in package.json', () => {
    expect(reasoned.toSorted()).toEqual(installed.toSorted());
  });

  it('stands in package.json when something imports it', () => {
    const known = [...installed, '@gatehouse/client', ...INSTALLED_BY_HAND];
    const unknown = FOLDERS.flatMap((folder) => sourcesIn(folder, /\.(tsx?|m?js)$/)).flatMap(
      ({ path, text }) =>
        [...text.matchAll(IMPORT)]
          .map(([, name = '']) => name)
          .filter((name) => !known.includes(name))
          .map((name) => `${path}: ${name}`),
    );
    expect(unknown).toEqual([]);
  });
});

describe('the client', () => {
  it('depends on nothing', () => {
    expect(dependenciesOf('clients/typescript/package.json')).toEqual([]);
  });

  it('imports its own files only, and nothing that browsers lack', () => {
    const foreign = sourcesIn('clients/typescript/src', /\.ts$/).flatMap(({ path, text }) =>
      [
        ...text.matchAll(/(?:from|import\()\s*'(?!\.{1,2}\/)([^']+)'|\b(process|Buffer)\b(?=\.)/g),
      ].map(([found]) => `${path}: ${found}`),
    );
    expect(foreign).toEqual([]);
  });

  it('is imported by the command line and the sandbox only', () => {
    const importing = sourcesIn('src', /\.tsx?$/)
      .filter(({ text }) => text.includes("'@gatehouse/client"))
      .map(({ path }) => path.split('/')[1]);
    expect(importing.filter((room) => room !== 'cli' && room !== 'sandbox')).toEqual([]);
  });
});

describe('a decision', () => {
  it.each(sourcesIn('docs/decisions', /\.md$/))(
    '$path fits on a page and says context, decision, consequences',
    ({ path, text }) => {
      const headings = [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
      expect(headings).toEqual(['Context', 'Decision', 'Consequences']);
      expect(text.startsWith(`# ${/\d{4}/.exec(path)?.[0]} `)).toBe(true);
      expect(text.split('\n').length).toBeLessThanOrEqual(80);
    },
  );
});
