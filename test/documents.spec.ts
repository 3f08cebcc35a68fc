import { describe, expect, it } from '@jest/globals';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { contracts } from '../bin/docs/contracts.js';
import { readText, ROOT, sourcesIn } from './support/repository.js';

const ours = [
  ...['src', 'test', 'docs', 'web', 'bench', 'chaos', 'fuzz', 'deploy'].flatMap((folder) =>
    sourcesIn(folder, /\.(tsx?|m?js|md|sql|css)$/),
  ),
  ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'].map((path) => ({
    path,
    text: readText(path),
  })),
];
const promised = contracts().flatMap(({ promises }) => promises.map(({ id }) => id));
const letters = [...new Set(promised.map((id) => id.charAt(0)))].join('');

/** `Date.UTC-0` and `ISO-8859` are none: an id begins a word and has a letter of a contract. */
const ID = new RegExp(String.raw`(?<![\w.-])[${letters}]-\d+\b(?!-)`, 'g');
const DOCUMENT = /(?<![\w./-])(?:\.{0,2}\/)?[\w./-]*[\w-]\.md\b/g;

/** `platform/spool/spool.ts`, or the end of a path. Patterns (`*.spec.ts`) and what a build makes are none. */
const SOURCE = /(?<![\w./*<>-])(?!dist\/)\w[\w.-]*(?:\/[\w.-]+)*\.(?:tsx?|m?js|sql)\b/g;
const sources = [
  ...readdirSync(ROOT),
  ...['src', 'test', 'web', 'bench', 'chaos', 'fuzz', 'bin', 'migrations', 'deploy'].flatMap(
    (folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(
        (name) => `${folder}/${name.replaceAll('\\', '/')}`,
      ),
  ),
]
  .filter((path) => !path.includes('/node_modules/'))
  .map((path) => `/${path}`);

const LINK = /\]\(([\w./-]*)(?:#([^)\s]+))?\)/g;
const documents = ours.filter(({ path }) => path.endsWith('.md'));

/** As GitHub names the places of a document. */
const anchorsOf = (text: string) =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}_ -]/gu, '')
      .replaceAll(' ', '-'),
  );

describe('the repository explains itself', () => {
  it('has every id of a contract once', () => {
    expect(promised.filter((id, index) => promised.indexOf(id) !== index)).toEqual([]);
    expect(promised.length).toBeGreaterThan(150);
  });

  it('names no id that no contract defines', () => {
    const unknown = ours.flatMap(({ path, text }) =>
      [...text.matchAll(ID)]
        .map(([id]) => id)
        .filter((id) => !promised.includes(id))
        .map((id) => `${path}: ${id}`),
    );
    expect([...new Set(unknown)]).toEqual([]);
  });

  it('names no document that does not exist', () => {
    const missing = ours.flatMap(({ path, text }) =>
      [...text.matchAll(DOCUMENT)]
        .map(([mention]) => mention)
        .filter((mention) =>
          [dirname(path), '', 'docs', 'docs/contracts', 'docs/decisions'].every(
            (folder) => !existsSync(join(ROOT, folder, mention)),
          ),
        )
        .map((mention) => `${path}: ${mention}`),
    );
    expect([...new Set(missing)]).toEqual([]);
  });

  it('links to nothing that does not exist', () => {
    const broken = documents.flatMap(({ path, text }) =>
      [...text.matchAll(LINK)]
        .filter(([, file = '', anchor]) => {
          const target = file === '' ? path : join(dirname(path), file);
          if (!existsSync(join(ROOT, target))) return true;
          return anchor !== undefined && !anchorsOf(readText(target)).includes(anchor);
        })
        .map(([link]) => `${path}: ${link}`),
    );
    expect(broken).toEqual([]);
  });

  it('names no source file in a document that does not exist', () => {
    const current = documents.filter(({ path }) => path !== 'CHANGELOG.md');
    const missing = current.flatMap(({ path, text }) =>
      [...text.matchAll(SOURCE)]
        .map(([mention]) => mention)
        .filter((mention) => !sources.some((source) => source.endsWith(`/${mention}`)))
        .map((mention) => `${path}: ${mention}`),
    );
    expect([...new Set(missing)]).toEqual([]);
  });
});
