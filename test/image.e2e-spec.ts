import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDatabase } from './support/databases.js';
import { programEnvironment } from './support/programs.js';
import { Replica } from './support/replica.js';
import { readText, ROOT } from './support/repository.js';
import { OPERATOR_KEY } from './support/settings.js';

const SECRETS_KEY = Buffer.from('0123456789abcdef0123456789abcdef').toString('base64');
const VERSION = (JSON.parse(readText('package.json')) as { version: string }).version;

describe('the image', () => {
  let tree: string;
  let program: string;
  let env: Record<string, string>;
  let replica: Replica | undefined;

  beforeAll(async () => {
    tree = join(mkdtempSync(join(tmpdir(), 'image-')), 'app');
    program = join(tree, 'dist/gatehouse.js');
    execFileSync(process.execPath, ['bin/image.js', '--tree', tree], { cwd: ROOT });
    env = programEnvironment({
      DATABASE_URL: await createDatabase(),
      PUBLIC_URL: 'http://localhost:3000',
      OPERATOR_API_KEY: OPERATOR_KEY,
      SECRETS_KEY,
    });
  });
  afterAll(() => replica?.kill());

  const call = (...words: string[]) =>
    new Promise<{ code: number; said: string }>((resolve) => {
      execFile(process.execPath, [program, ...words], { cwd: tree, env }, (error, out, err) =>
        resolve({ code: Number(error?.code ?? 0), said: `${out}${err}` }),
      );
    });

  it('K-2 runs every command with nothing beside it but what it holds', async () => {
    expect(await call('migrate')).toMatchObject({ code: 0 });
    const url = env['DATABASE_URL'] ?? '';
    replica = await Replica.start(url, { SECRETS_KEY }, [program, 'serve']);
    for (const path of ['/health/ready', '/docs', '/console/login', '/docs/openapi.json'])
      expect([path, (await replica.api.get(path)).status]).toEqual([path, 200]);
    const page = await replica.api.get('/docs');
    const [, script = ''] = /src="(\/[^"]*swagger-ui-bundle\.js[^"]*)"/.exec(page.text) ?? [];
    expect((await replica.api.get(script)).status).toBe(200);
    env['PUBLIC_URL'] = `http://localhost:${replica.port}`;
    expect(await call('doctor')).toMatchObject({ code: 0 });
    expect(await call('keys', 'status')).toMatchObject({ code: 0 });
    const staff = await call('staff', 'invite', '--operator', '--email', 'ana@example.com');
    expect(staff).toMatchObject({ code: 0, said: expect.stringContaining('link') });
  });

  it('K-3 says what it knows, and refuses another word with exit code 2', async () => {
    expect(await call('--version')).toEqual({ code: 0, said: `${VERSION}\n` });
    const help = await call('--help');
    expect(help.code).toBe(0);
    for (const name of ['serve', 'migrate', 'keys', 'doctor', 'staff', 'secrets-key', 'listen']) {
      expect(help.said).toContain(`  ${name} `);
      expect(await call(name, '--help')).toMatchObject({
        code: 0,
        said: expect.stringContaining(`gatehouse ${name}`),
      });
    }
    const unknown = await call('sreve');
    expect(unknown).toMatchObject({ code: 2, said: expect.stringContaining('knows no "sreve"') });
  });

  it('K-4 holds neither sources, maps nor tools, and lists every package that is in it', () => {
    const files = readdirSync(tree, { recursive: true }).map(String);
    expect(files.filter((file) => /\.(map|tsx?|md)$/.test(file))).toEqual([]);
    expect(readdirSync(tree).sort()).toEqual([
      'LICENSE',
      'dist',
      'migrations',
      'node_modules',
      'package.json',
      'sbom.cdx.json',
    ]);
    expect(readText('Dockerfile')).toContain(`ARG VERSION=${VERSION}\n`);
    const { components } = JSON.parse(readFileSync(join(tree, 'sbom.cdx.json'), 'utf8'));
    const names = components.map(({ name }: { name: string }) => name);
    const known = [
      '@nestjs/core',
      'typeorm',
      'pg',
      '@node-rs/argon2',
      'swagger-ui-dist',
      'lean-qr',
    ];
    expect(names).toEqual(expect.arrayContaining(known));
    expect(names).not.toEqual(expect.arrayContaining(['jest']));
    expect(names).not.toEqual(expect.arrayContaining(['esbuild']));
  });
});
