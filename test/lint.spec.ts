import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';

interface LinterSettings {
  readonly overrides: readonly {
    readonly files: readonly string[];
    readonly rules: Readonly<Record<string, unknown>>;
  }[];
}

describe('the linter', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-lint-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const findingsIn = (text: string): string => {
    const file = join(folder, 'planted.ts');
    writeFileSync(file, text);
    const oxlint = join('node_modules', 'oxlint', 'bin', 'oxlint');
    return spawnSync(process.execPath, [oxlint, '-c', '.oxlintrc.json', file]).stdout.toString();
  };

  it('finds a function of four values', () => {
    const text =
      'export const sum = (a: number, b: number, c: number, d: number) => a + b + c + d;\n';
    expect(findingsIn(text)).toContain('4 values in a row');
  });

  it('lets only tests take more than three values', () => {
    const { overrides } = JSON.parse(readFileSync('.oxlintrc.json', 'utf8')) as LinterSettings;
    const exempt = overrides.filter(({ rules }) => rules['house/few-parameters'] === 'off');
    expect(exempt.flatMap(({ files }) => files)).toEqual([
      'test/**',
      'src/**/*.spec.ts',
      'src/**/*.integration-spec.ts',
      'bench/**',
      'fuzz/**',
      'chaos/**',
    ]);
  });

  it('counts neither the connection nor what Nest injects into a constructor', () => {
    const text = `export class Sums {
  constructor(readonly a: object, readonly b: object, readonly c: object, readonly d: object) {}

  sum(queries: object, a: number, b: number, c: number) {
    return [queries, this.a, a + b + c];
  }
}
`;
    expect(findingsIn(text)).not.toContain('values in a row');
  });

  it('counts not what Fastify gives to a hook', () => {
    const hook = (name: string) =>
      `export const watch = (server: any) => server.${name}('onSend', (a, b, c, d) => [a, b, c, d]);\n`;
    expect(findingsIn(hook('addHook'))).not.toContain('values in a row');
    expect(findingsIn(hook('decorate'))).toContain('4 values in a row');
  });
});
