import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, lstatSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { startEmbeddedPostgres } from './embedded-postgres.js';
import type { EmbeddedPostgres, EmbeddedPostgresOptions } from './embedded-postgres.js';

const describeAsRoot = process.geteuid?.() === 0 ? describe : describe.skip;
const describeOnLinux = process.platform === 'linux' ? describe : describe.skip;

describe('the embedded PostgreSQL', () => {
  let home: string;
  let dataDir: string;
  let started: EmbeddedPostgres[];

  const start = async (options: Partial<EmbeddedPostgresOptions> = {}) => {
    const postgres = await startEmbeddedPostgres({ dataDir, ...options });
    started.push(postgres);
    return postgres;
  };

  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'ep-spec-'));
    await chmod(home, 0o755);
    dataDir = join(home, 'data');
    started = [];
  });

  afterEach(async () => {
    await Promise.all(started.map((postgres) => postgres.stop()));
    const note = await readFile(join(dataDir, 'postgres.location'), 'utf8').catch(() => '');
    if (note) await rm(dirname(note.trim()), { recursive: true, force: true });
    await rm(home, { recursive: true, force: true });
  });

  it('starts cold and warm, keeps the data, and leaves no process and no socket folder behind', async () => {
    const cold = await start();
    await query(cold.url, 'create table kept (id int)');
    await query(cold.url, 'insert into kept values (7)');
    await cold.stop();
    expect(serverProcesses(dataDir)).toEqual([]);
    expect(existsSync(socketDir(cold.url))).toBe(false);

    const before = performance.now();
    const warm = await start();
    expect(performance.now() - before).toBeLessThan(3_000);
    expect(await query(warm.url, 'select id from kept')).toEqual([{ id: 7 }]);
    await warm.stop();
    expect(serverProcesses(dataDir)).toEqual([]);
  });

  it('returns a URL that TypeORM understands, to a durable UTF-8 database in UTC that no network reaches', async () => {
    const { url } = await start();
    const source = await new DataSource({ type: 'postgres', url }).initialize();
    const [row] = await source.query(
      `select current_database() as database, current_user as name, current_setting('server_encoding') as encoding,
              current_setting('TimeZone') as zone, current_setting('listen_addresses') as addresses,
              current_setting('synchronous_commit') as durable, current_setting('fsync') as synced, lower('ÄÉ') as lower`,
    );
    await source.destroy();
    expect(row).toEqual({
      database: 'gatehouse',
      name: 'gatehouse',
      encoding: 'UTF8',
      zone: 'UTC',
      addresses: '',
      durable: 'on',
      synced: 'on',
      lower: 'äé',
    });
    expect(lstatSync(socketDir(url)).mode & 0o777).toBe(0o700);
  });

  it('refuses a second start because another Gatehouse uses the directory, without effect on the first', async () => {
    const first = await start();
    await expect(start()).rejects.toThrow(`another Gatehouse uses DATA_DIR ${dataDir}`);
    expect(await query(first.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('lets exactly one of several simultaneous first starts win', async () => {
    const results = await Promise.allSettled([start(), start(), start()]);
    const winners = results.filter((result) => result.status === 'fulfilled');
    const losers = results.filter((result) => result.status === 'rejected');
    expect(winners).toHaveLength(1);
    expect(losers.map(({ reason }) => String(reason))).toEqual(
      losers.map(() => expect.stringContaining('another Gatehouse uses DATA_DIR')),
    );
    expect(await query(winners[0]!.value.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(readdirSync(dataDir).sort()).toEqual(['postgres', 'postgres.log']);
  });

  it('starts again after the server was killed, with everything that was committed', async () => {
    const first = await start();
    await query(first.url, 'create table committed (id int)');
    process.kill(postmasterPid(dataDir), 'SIGKILL');
    const second = await start();
    expect(await query(second.url, 'select count(*)::int as rows from committed')).toEqual([
      { rows: 0 },
    ]);
    await first.stop();
    expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('re-creates the library links that npm left out', async () => {
    const packageDir = await copyOfPackage(home);
    const { url } = await start({ packageDir });
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    const { source, target } = links(packageDir).at(-1)!;
    expect(readFileSync(join(packageDir, target))).toEqual(readFileSync(join(packageDir, source)));
  });

  describeOnLinux('and its processes', () => {
    it('is not fooled by a stale postmaster.pid whose number another process has', async () => {
      await start();
      process.kill(postmasterPid(dataDir), 'SIGKILL');
      await until(() => serverProcesses(dataDir).length === 0);
      const file = join(dataDir, 'postgres', 'postmaster.pid');
      const { uid, gid } = lstatSync(file);
      const stranger = spawn('sleep', ['60'], process.geteuid?.() === 0 ? { uid, gid } : {});
      writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(stranger.pid)));
      expect(await query((await start()).url, 'select 1 as one')).toEqual([{ one: 1 }]);
      stranger.kill();
    });

    it('does not outlive a process that is killed or ends without stopping it', async () => {
      for (const end of ['kill', 'exit'] as const) {
        const other = await startElsewhere(dataDir);
        if (end === 'kill') other.kill('SIGKILL');
        else other.stdin.end();
        await until(() => serverProcesses(dataDir).length === 0);
      }
      expect(await query((await start()).url, 'select 1 as one')).toEqual([{ one: 1 }]);
    });

    it('takes the place of a server that did outlive its process', async () => {
      const other = await startElsewhere(dataDir);
      const before = postmasterPid(dataDir);
      const leash = processes().find(({ words }) => words.includes(`gatehouse-leash ${before} `));
      process.kill(leash!.pid, 'SIGKILL');
      other.kill('SIGKILL');
      await once(other, 'exit');
      expect(serverProcesses(dataDir)).toEqual([before]);

      const lines: string[] = [];
      const { url } = await start({ onProgress: (line) => lines.push(line) });
      expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
      expect(lines).toEqual(['stopping a database that a killed run left behind']);
      expect(serverProcesses(dataDir)).not.toContain(before);
    });
  });

  describeAsRoot('started by root', () => {
    it('works below a private home, and finds the data there again', async () => {
      const packageDir = await copyOfPackage(home);
      await mkdir(dataDir, { mode: 0o700 });
      await chmod(home, 0o700);
      const first = await start({ packageDir });
      await query(first.url, 'create table kept (id int)');
      await first.stop();
      const place = readFileSync(join(dataDir, 'postgres.location'), 'utf8').trim();
      expect(place).toMatch(/^\/var\/(lib|tmp)\/gatehouse-[0-9a-f]{12}\/postgres$/);

      const second = await start({ packageDir });
      expect(await query(second.url, 'select count(*)::int as rows from kept')).toEqual([
        { rows: 0 },
      ]);
      expect(lstatSync(home).mode & 0o777).toBe(0o700);
    });
  });
});

async function query(connectionString: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query(sql).finally(() => client.end());
  return rows;
}

const socketDir = (url: string) => new URL(url).searchParams.get('host')!;

const postmasterPid = (dataDir: string) =>
  Number.parseInt(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'), 10);

function processes(): { pid: number; words: string }[] {
  if (process.platform !== 'linux') return [];
  const words = (pid: string) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    } catch {
      return '';
    }
  };
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map((pid) => ({ pid: Number(pid), words: words(pid) }));
}

const serverProcesses = (dataDir: string) =>
  processes()
    .filter(({ words }) => words.includes(` -D ${dataDir}/postgres `))
    .map(({ pid }) => pid);

async function until(isTrue: () => boolean): Promise<void> {
  for (let tries = 0; tries < 500 && !isTrue(); tries++) await delay(20);
  expect(isTrue()).toBe(true);
}

/** The built launcher in a process of its own, which ends when its input does and never calls stop(). */
async function startElsewhere(dataDir: string) {
  const launcher = join(process.cwd(), 'dist/platform/database/embedded-postgres.js');
  const script = `import { startEmbeddedPostgres } from ${JSON.stringify(launcher)};
    await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)} });
    process.stdin.on('data', () => {});
    console.log('ready');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [line] = await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  expect(String(line)).toBe('ready\n');
  return child;
}

const links = (packageDir: string) =>
  JSON.parse(readFileSync(join(packageDir, 'native/pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];

async function copyOfPackage(home: string): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const original = dirname(dirname(createRequire(import.meta.url).resolve(name)));
  const copy = join(home, 'package');
  await cp(original, copy, { recursive: true, verbatimSymlinks: true });
  await Promise.all(links(copy).map(({ target }) => rm(join(copy, target), { force: true })));
  return copy;
}
