import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase } from '../support/databases.js';
import { programEnvironment } from '../support/programs.js';
import { DatabaseProxy } from '../support/proxy.js';
import { freePort } from '../support/replica.js';
import { ROOT } from '../support/repository.js';
import { OPERATOR_KEY } from '../support/settings.js';
import { UNKNOWN_HOST } from '../support/unknown-host.js';

const SERVED = {
  PUBLIC_URL: 'http://localhost:1',
  DATABASE_WAIT_SECONDS: '0',
  OPERATOR_API_KEY: OPERATOR_KEY,
  SECRETS_KEY: Buffer.from('0123456789abcdef0123456789abcdef').toString('base64'),
};

type Env = Record<string, string>;

/** A program of `bin/` as a person starts it. */
function start(
  env: Env,
  program: readonly string[] = ['bin/start.js'],
  command = process.execPath,
) {
  const child = spawn(command, program, {
    cwd: ROOT,
    env: programEnvironment(env),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return { child, said: () => said };
}

const MIGRATE = ['bin/migrate.js'];

/** What it says until it ends, without the line about an old Node: of commands the text, of the service its log's. */
async function ending(env: Env, program?: readonly string[]) {
  const { child, said } = start(env, program);
  const [code] = (await once(child, 'close')) as [number];
  const text = said().trim().split('\n');
  const lines = program === MIGRATE ? text : text.map((line) => JSON.parse(line).msg as string);
  return { code, lines: lines.filter((line) => !line.includes('end of life')) };
}

describe('a first start', () => {
  let folder: string;
  let taken: Server;
  let port: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'gatehouse-first-'));
    port = String(await freePort());
    taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
  });
  afterAll(() => {
    taken.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('reports that its port is taken before it makes anything', async () => {
    const dataDir = join(folder, 'never-made');
    const PORT = String((taken.address() as AddressInfo).port);
    expect(await ending({ PORT, DATA_DIR: dataDir })).toEqual({
      code: 1,
      lines: [
        expect.stringMatching(new RegExp(`^Port ${PORT} is taken, .*set PORT to a free one`)),
      ],
    });
    expect(existsSync(dataDir)).toBe(false);
  });

  it('reports that HOST is no address of this machine', async () => {
    const DATABASE_URL = 'postgres://nobody@127.0.0.1:1/none';
    expect(await ending({ ...SERVED, DATABASE_URL, PORT: port, HOST: '203.0.113.7' })).toEqual({
      code: 1,
      lines: [expect.stringMatching(/^HOST 203\.0\.113\.7 is no address of this machine: /)],
    });
  });

  it.each([
    [
      'does not answer',
      'postgres://u:p@127.0.0.1:1/gatehouse',
      /does not answer at 127\.0\.0\.1:1: /,
    ],
    ['has an unknown name', `postgres://u:p@${UNKNOWN_HOST}/gatehouse`, /unknown\.invalid/],
    ['has no socket', 'postgres:///gatehouse?host=/nowhere', /does not answer at \/nowhere:5432: /],
  ])(
    'reports in one sentence that the database %s, also when it only migrates',
    async (_, url, said) => {
      const env = { ...SERVED, PORT: port, DATABASE_URL: url };
      for (const program of [undefined, MIGRATE])
        expect(await ending(env, program)).toEqual({
          code: 1,
          lines: [expect.stringMatching(said)],
        });
    },
  );

  it('names a database that does not exist, and a user who is refused', async () => {
    const database = new URL(await createDatabase());
    const absent = new URL(database);
    absent.pathname = '/not_made';
    const stranger = new URL(database);
    stranger.username = 'stranger';
    const said = async (url: URL) =>
      (await ending({ ...SERVED, PORT: port, DATABASE_URL: url.href })).lines;
    expect(await said(absent)).toEqual([
      expect.stringMatching(/does not exist: create the database "not_made"/),
    ]);
    expect(await said(stranger)).toEqual([expect.stringMatching(/refuses the user "stranger": /)]);
  });

  it('waits for a database that comes up later, and reports it', async () => {
    const database = await createDatabase();
    const proxy = await DatabaseProxy.before(database);
    await proxy.refuse();
    const env = { ...SERVED, DATABASE_URL: proxy.url, DATABASE_WAIT_SECONDS: '60' };
    const { child, said } = start(env, ['bin/migrate.js']);
    while (!said().includes('does not answer')) await new Promise(setImmediate);
    expect(said()).toMatch(/It is tried again for 60 s/);
    await proxy.pass();
    expect(await once(child, 'close')).toEqual([0, null]);
    expect(said()).toMatch(/Nothing to do/);
    await proxy.close();
  });

  it('reports that a certificate of DATABASE_URL cannot be read', async () => {
    const url = new URL(await createDatabase());
    url.searchParams.set('sslrootcert', join(folder, 'absent.pem'));
    expect(await ending({ ...SERVED, PORT: port, DATABASE_URL: url.href })).toEqual({
      code: 1,
      lines: [expect.stringMatching(/^DATABASE_URL names a file that cannot be read .*absent/)],
    });
  });

  it('reports that DATA_DIR is no folder, and that its secrets are damaged', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const damaged = mkdtempSync(join(folder, 'damaged-'));
    writeFileSync(join(damaged, 'secrets.json'), '{');
    for (const [dataDir, said] of [
      [file, /^DATA_DIR .*file cannot be used \(.*\): make it a folder/],
      [damaged, /secrets\.json is damaged: /],
    ] as const)
      expect(await ending({ PORT: port, DATA_DIR: dataDir })).toEqual({
        code: 1,
        lines: [expect.stringMatching(said)],
      });
  });

  it('reports which file its settings come from, and prefers the environment', async () => {
    const path = join(folder, 'settings');
    const lines = ['\uFEFFDATABASE_URL="postgres://u:p@127.0.0.1:1/x"', 'PORT=1', 'DATABSE=x', ''];
    writeFileSync(path, lines.join('\r\n'));
    const env = { ...SERVED, ENV_FILE: path, PORT: port };
    expect((await ending(env)).lines).toEqual([
      `Settings from ${path}: DATABASE_URL (no settings of Gatehouse: DATABSE)`,
      expect.stringMatching(/does not answer at 127\.0\.0\.1:1/),
    ]);
  });

  it('reports that a file of settings is no text or is missing', async () => {
    const path = join(folder, 'utf-16');
    writeFileSync(path, Buffer.from('\uFEFFPORT=1', 'utf16le'));
    for (const [file, said] of [
      [path, /is not UTF-8 text/],
      [join(folder, 'absent'), /absent cannot be read/],
    ] as const)
      expect(await ending({ ENV_FILE: file })).toEqual({
        code: 1,
        lines: [expect.stringMatching(said)],
      });
  });

  it('stops when the shell that npm started it in is ended', async () => {
    const env = { ...SERVED, PORT: port, DATABASE_URL: await createDatabase() };
    const shell = ['-c', `${process.execPath} bin/start.js; true`];
    const { child, said } = start({ ...env, npm_lifecycle_event: 'start' }, shell, '/bin/sh');
    while (!said().includes('Gatehouse listens on')) await once(child.stdout, 'data');
    child.kill('SIGTERM');
    // Our pipe closes with the last process that writes to it: the server, not the shell.
    await once(child, 'close');
    expect(said()).toContain('SIGTERM: finishing requests in progress');
    await expect(fetch(`http://127.0.0.1:${port}/health/live`)).rejects.toThrow('fetch failed');
  });
});
