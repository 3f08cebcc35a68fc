import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import nodeModule from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { CLIENT_COMMANDS } from '../src/cli/index.js';
import { createDatabase } from './support/databases.js';
import { OtlpCollector } from './support/otlp-collector.js';
import { Replica } from './support/replica.js';
import { readText } from './support/repository.js';
import { Visitor } from './support/visitor.js';

/** Packages without a state: two of them are as good as one. */
const STATELESS = ['ms', 'tslib'];

/** Runs the bundle, and prints at its end which other files Node loaded. */
const RUN = `
import { createRequire } from 'node:module';
const { cache } = createRequire(process.cwd() + '/package.json');
process.on('exit', () => process.stdout.write('LOADED ' + JSON.stringify(Object.keys(cache)) + '\\n'));
await import(process.cwd() + '/dist/gatehouse.js');`;

const packageOf = (path: string): string[] =>
  /^.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.slice(1) ?? [];

const STATIC = /from "\.\/([\w-]+\.js)"/g;
const ANY = /(?:from |import\()"\.\/([\w-]+\.js)"/g;

/** The text of the bundle, file by file from its first; files of earlier builds lie beside them. */
function bundled(imports = ANY, ...first: string[]): string {
  const names = new Set(['main.js', ...first]);
  let all = '';
  for (const name of names) {
    const text = readText(`dist/bundle/${name}`);
    all += text;
    for (const [, other = ''] of text.matchAll(imports)) names.add(other);
  }
  return all;
}

describe('the bundle', () => {
  it('is ASCII, since one other character doubles it in memory', () => {
    expect(bundled()).not.toMatch(/[^\0-\x7f]/);
  });

  it('holds no package that is also loaded from node_modules, since there would be two of it', async () => {
    const program = ['--input-type=module', '-e', RUN];
    const folder = mkdtempSync(join(tmpdir(), 'gatehouse-bundle-'));
    const settings = { SANDBOX: 'on', DATA_DIR: folder };
    const replica = await Replica.start(await createDatabase(), settings, program);
    const { text: document } = await replica.api.get('/docs/openapi.json');
    const screen = await membersScreen(replica, folder);
    replica.signal('SIGTERM');
    await replica.untilLogged(']\n');
    rmSync(folder, { recursive: true });
    const files = JSON.parse(/LOADED (.*)/.exec(replica.log)?.[1] ?? '') as string[];
    const beside = new Set(files.flatMap(packageOf));
    const inside = new Set(
      bundled()
        .match(/^\/\/ node_modules\/.*$/gm)
        ?.flatMap(packageOf),
    );
    expect(inside).toContain('@nestjs/core');
    expect(inside).toContain('typeorm');
    const twice = [...inside].filter((name) => beside.has(name) && !STATELESS.includes(name));
    expect(twice).toEqual([]);
    // Its calls to the administration need what Fastify brings for tests.
    expect([screen.status, screen.text]).toEqual([200, expect.stringContaining('<h1>Members')]);
    // A class without its name: what it describes is described nowhere.
    expect(document).not.toContain('"#/components/schemas/"');
    expect(document).toContain('"#/components/schemas/LocationDto"');
  });

  it('keeps what V8 compiled of it for the next start, and starts where that cannot be written', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gatehouse-compiled-'));
    const compiled = join(folder, 'compiled');
    const settings = { NODE_COMPILE_CACHE: compiled };
    const replica = await Replica.start(await createDatabase(), settings);
    replica.signal('SIGTERM');
    expect(await replica.ended()).toBe(0);
    expect(existsSync(compiled)).toBe('enableCompileCache' in nodeModule);
    rmSync(folder, { recursive: true });
    const nowhere = await Replica.start(await createDatabase(), {
      NODE_COMPILE_CACHE: '/proc/nowhere',
    });
    nowhere.signal('SIGTERM');
    expect(await nowhere.ended()).toBe(0);
    expect(nowhere.log).not.toMatch(/cache/i);
  });

  it('K-56 reads at a start neither Swagger nor libraries for mail, spreadsheets, passkeys and traces', () => {
    const late = [
      'js-yaml',
      'nodemailer',
      'hucre',
      '@simplewebauthn/server',
      '@peculiar/x509',
      '@opentelemetry/sdk-trace',
      '@opentelemetry/resources',
      '@opentelemetry/exporter-trace-otlp-http',
    ];
    const all = bundled();
    const [serve = ''] = /serve-command-\w+\.js/.exec(all) ?? [];
    const start =
      bundled(STATIC, serve)
        .match(/^\/\/ node_modules\/.*$/gm)
        ?.flatMap(packageOf) ?? [];
    for (const name of late) expect(all).toContain(`// node_modules/${name}/`);
    expect(start).toContain('fastify');
    expect(start.filter((name) => late.includes(name))).toEqual([]);
  });

  it('L-2 serve reads no parser of command lines, and a client command neither Nest nor the database', () => {
    const all = bundled();
    const packagesOf = (chunk: RegExp) =>
      bundled(STATIC, ...(chunk.exec(all) ?? ['none']))
        .match(/^\/\/ node_modules\/.*$/gm)
        ?.flatMap(packageOf) ?? [];
    expect(packagesOf(/serve-command-\w+\.js/)).not.toContain('commander');
    const names = Object.keys(CLIENT_COMMANDS);
    // The kit is what `conform` loads to play Wellhub.
    const chunks = ['run-command', 'completion', 'kit', ...names].map(
      (name) => new RegExp(`\\b${name}-[A-Z0-9]{8}\\.js`),
    );
    expect(packagesOf(chunks[0] ?? /none/)).toContain('commander');
    const servers = ['@nestjs/core', '@nestjs/common', 'typeorm', 'pg', 'fastify', 'zod'];
    for (const chunk of chunks) {
      // The simulator that the kit plays with is a small server of its own.
      const others = servers.filter((name) => name !== 'fastify' || !/kit/.test(chunk.source));
      expect([chunk, packagesOf(chunk).filter((name) => others.includes(name))]).toEqual([
        chunk,
        [],
      ]);
    }
  });

  it('K-55 K-57 sends traces with what is set, and serves and stops as ever when the collector takes none', async () => {
    const collector = await OtlpCollector.start();
    const all = { OTEL_TRACES_SAMPLER_ARG: '1' };
    const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: `${collector.url}/` };
    const database = await createDatabase();
    const traced = await Replica.start(database, { ...endpoint, ...all });
    await traced.api.get('/docs/openapi.json');
    traced.signal('SIGTERM');
    expect(await traced.ended()).toBe(0);
    expect(collector.spans.map(({ name }) => name)).toContain('GET /docs/openapi.json');
    expect(collector.resource).toMatchObject({ 'service.name': 'gatehouse' });
    // Takes the connection and never answers.
    collector.answer = () => undefined;
    const alone = await Replica.start(database, { ...endpoint, ...all });
    expect((await alone.api.get('/docs/openapi.json')).status).toBe(200);
    await alone.untilLogged('the collector takes no traces');
    expect((await alone.api.get('/docs/openapi.json')).status).toBe(200);
    alone.signal('SIGTERM');
    expect(await alone.ended()).toBe(0);
    expect(alone.log.split('the collector takes no traces')).toHaveLength(2);
    await collector.stop();
    // Three programs start and stop: on a busy machine that takes a minute.
  });
});

/** A screen of the console, with the key that the sandbox prints. */
async function membersScreen({ api }: Replica, folder: string) {
  const secrets = readFileSync(join(folder, 'secrets.json'), 'utf8');
  const { adminKey: key } = JSON.parse(secrets).sandbox;
  const visitor = new Visitor(api);
  const json = { 'Content-Type': 'application/json' };
  await visitor.call('POST', '/console/session', JSON.stringify({ key, name: 'Rita' }), json);
  return visitor.get('/console/members');
}
