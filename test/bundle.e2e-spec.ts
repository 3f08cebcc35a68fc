import { describe, expect, it } from '@jest/globals';
import { createDatabase } from './support/databases.js';
import { Replica } from './support/replica.js';
import { readText } from './support/repository.js';

/** Packages without a state: two of them are as good as one. */
const STATELESS = ['ms', 'tslib'];

/** Runs the bundle, and prints at its end which other files Node loaded. */
const RUN = `
import { createRequire } from 'node:module';
const { cache } = createRequire(process.cwd() + '/package.json');
process.on('exit', () => console.log('LOADED ' + JSON.stringify(Object.keys(cache))));
await import(process.cwd() + '/dist/gatehouse.js');`;

const packageOf = (path: string): string[] =>
  /^.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.slice(1) ?? [];

describe('the bundle', () => {
  it('is ASCII, since one other character doubles it in memory', () => {
    expect(readText('dist/gatehouse.js')).not.toMatch(/[^\0-\x7f]/);
  });

  it('holds no package that is also loaded from node_modules, since there would be two of it', async () => {
    const program = ['--input-type=module', '-e', RUN];
    const replica = await Replica.start(await createDatabase(), {}, program);
    const { text: document } = await replica.api.get('/docs/openapi.json');
    replica.signal('SIGTERM');
    await replica.says(']\n');
    const files = JSON.parse(/LOADED (.*)/.exec(replica.said)?.[1] ?? '') as string[];
    const beside = new Set(files.flatMap(packageOf));
    const inside = new Set(
      readText('dist/gatehouse.js')
        .match(/^\/\/ node_modules\/.*$/gm)
        ?.flatMap(packageOf),
    );
    expect(beside).toContain('swagger-ui-dist');
    expect(inside).toContain('@nestjs/core');
    expect(inside).toContain('typeorm');
    const twice = [...inside].filter((name) => beside.has(name) && !STATELESS.includes(name));
    expect(twice).toEqual([]);
    // A class without its name: what it describes is described nowhere.
    expect(document).not.toContain('"#/components/schemas/"');
    expect(document).toContain('"#/components/schemas/LocationDto"');
  });
});
