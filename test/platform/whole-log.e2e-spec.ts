import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDatabase } from '../support/databases.js';
import { programEnvironment } from '../support/programs.js';
import { DatabaseProxy } from '../support/proxy.js';
import { isIncomplete, Replica, type LogLine } from '../support/replica.js';
import { ROOT } from '../support/repository.js';
import type { TestApp } from '../support/test-app.js';
import { OPERATOR_KEY } from '../support/settings.js';
import { newWellhubId, WellhubPosts } from '../support/wellhub-posts.js';
import { givenAPartner, type World } from '../support/world.js';

/** At a signal it does what libraries and mistakes do. */
const FAULTY = `
process.on('SIGUSR2', () => {
  console.error('printed for joana@example.com');
  process.emitWarning('something is old');
  setTimeout(() => { throw new Error('nobody caught joana@example.com'); }, 100);
});`;
const WITH_FAULTS = [
  '--import',
  `data:text/javascript,${encodeURIComponent(FAULTY)}`,
  'dist/gatehouse.js',
];

describe('the log of a process from its first line to its last', () => {
  let proxy: DatabaseProxy;
  let replica: Replica;
  let world: World;
  let posts: WellhubPosts;
  const dataDir = mkdtempSync(join(tmpdir(), 'gatehouse-log-'));

  beforeAll(async () => {
    proxy = await DatabaseProxy.before(await createDatabase());
    replica = await Replica.start(proxy.url, {
      DEADLINE_FACTOR: '1',
      LOG_LEVEL: 'info',
      POD_NAME: 'gatehouse-0',
      SANDBOX: 'on',
      WELLHUB_SIMULATOR_URL: 'http://127.0.0.1:9',
      DATA_DIR: dataDir,
    });
    world = await givenAPartner(replica as unknown as TestApp, { gym: {} });
    posts = new WellhubPosts(replica as unknown as TestApp, world);
  });
  afterAll(async () => {
    await replica.kill();
    await proxy.close();
  });

  const linesOf = (msg: string): LogLine[] => replica.lines.filter((line) => line.msg === msg);
  const requests = (route: string) => linesOf('request').filter((line) => line['route'] === route);

  it('K-43 answers whether Wellhub called: every call of it has a line', async () => {
    const before = requests('/wellhub/:hook/webhooks').length;
    for (let n = 0; n < 5; n += 1) await posts.send(posts.checkIn(newWellhubId()));
    await replica.untilTrue(() => requests('/wellhub/:hook/webhooks').length === before + 5);
    expect(requests('/wellhub/:hook/webhooks').at(-1)).toMatchObject({
      severity: 'INFO',
      room: 'access',
      method: 'POST',
      status: 200,
      ms: expect.any(Number),
      bytes: expect.any(Number),
      surface: 'wellhub',
      network: '127.0.0.0/24',
      pod: 'gatehouse-0',
      requestId: expect.stringMatching(/^[\w.-]{8,}$/),
      partnerId: world.partnerId,
    });
  });

  it('K-43 has every failure, and of successes one in a hundred', async () => {
    for (let n = 0; n < 400; n += 1) await replica.api.get('/health/live');
    for (let n = 0; n < 20; n += 1) await world.admin.get('/admin/v1/gyms/9999999');
    await replica.untilTrue(() => requests('/admin/v1/gyms/:gymId').length === 20);
    expect(requests('/health/live').length).toBeLessThan(40);
    expect(requests('/admin/v1/gyms/:gymId')[0]).toMatchObject({
      severity: 'INFO',
      status: 404,
      code: 'gym.not-found',
      surface: 'admin',
    });
    expect(requests('/admin/v1/gyms/:gymId')[0]).not.toHaveProperty('network');
  });

  it('K-42 holds no key of the sandbox, and says where they are', () => {
    const { sandbox } = JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8'));
    expect(Object.keys(sandbox)).toContain('adminKey');
    const isSecret = (name: string) => /key|token|secret|hook|link/i.test(name);
    const secrets = Object.keys(sandbox)
      .filter(isSecret)
      .map((name) => sandbox[name] as string);
    expect(secrets.length).toBeGreaterThan(5);
    expect(secrets.filter((secret) => replica.log.includes(secret))).toEqual([]);
    expect(replica.log).toContain(`${dataDir}/secrets.json`);
  });

  it('K-44 has of an outage a line when it begins and one when it is over, however many requests meet it', async () => {
    await proxy.refuse();
    const bytes = replica.log.length;
    const statuses = new Set<number>();
    for (let n = 0; n < 300; n += 1)
      statuses.add(
        (await world.admin.get(`/admin/v1/partners/${world.partnerId}/customers?q=a`)).status,
      );
    await proxy.pass();
    expect([...statuses]).toEqual([503]);
    const written = replica.log.length - bytes;
    await replica.untilLogged('the database answers again');
    await replica.untilLogged('requests are refused no longer');
    expect(linesOf('the database does not answer')).toHaveLength(1);
    expect(linesOf('the database does not answer')[0]).toMatchObject({ severity: 'ERROR' });
    expect(linesOf('requests are refused')).toEqual([
      expect.objectContaining({
        status: 503,
        code: 'request.unavailable',
      }),
    ]);
    const [over] = linesOf('requests are refused no longer');
    expect(over?.['times']).toBe(300);
    expect(written / 300).toBeLessThan(60);
  });

  it('K-43 has a request whose client hung up, and what is no request at all', async () => {
    const socket = connect(replica.port, '127.0.0.1');
    socket.write('no request\r\n\r\n');
    await replica.untilLogged('no readable request');
    socket.destroy();
    proxy.hang();
    const gone = new AbortController();
    const path = `/admin/v1/partners/${world.partnerId}/customers?q=joana`;
    const asked = fetch(`${replica.origin}${path}`, {
      headers: { 'X-Api-Key': OPERATOR_KEY },
      signal: gone.signal,
    });
    setTimeout(() => gone.abort(), 300);
    await expect(asked).rejects.toThrow();
    await replica.untilLogged('"status":499');
    await proxy.pass();
  });

  it('K-40 K-41 ends with that it has stopped, whatever signals come, and every line is JSON', async () => {
    replica.signal('SIGTERM');
    replica.signal('SIGTERM');
    expect(await replica.ended()).toBe(0);
    await replica.untilLogged('Gatehouse has stopped');
    expect(replica.lines.filter(isIncomplete)).toEqual([]);
    expect(replica.lines.at(0)).toMatchObject({
      room: 'process',
      msg: expect.stringContaining('listens'),
    });
  });
});

describe('a log', () => {
  it('K-41 has as JSON what a library prints, what Node warns of, and the error that was not caught', async () => {
    const replica = await Replica.start(
      await createDatabase(),
      { LOG_LEVEL: 'fatal', DEADLINE_FACTOR: '1' },
      WITH_FAULTS,
    );
    replica.signal('SIGUSR2');
    expect(await replica.ended()).toBe(1);
    await replica.untilLogged('CRITICAL');
    expect(replica.lines.filter(isIncomplete)).toEqual([]);
    expect(replica.lines.slice(1)).toMatchObject([
      { severity: 'WARNING', msg: 'printed for [email]' },
      { severity: 'WARNING', err: { message: 'something is old' } },
      { severity: 'CRITICAL', err: { message: 'nobody caught [email]' } },
    ]);
  });

  it('K-40 names the process where several serve, and has their lines whole', async () => {
    const settings = { WORKERS: '2', ACCESS_LOG: 'all' };
    const replica = await Replica.start(await createDatabase(), settings);
    const get = () => replica.api.get('/health/live', { Connection: 'close' });
    await Promise.all(Array.from({ length: 60 }, get));
    await replica.untilTrue(
      () => replica.lines.filter(({ msg }) => msg === 'request').length === 60,
    );
    replica.signal('SIGTERM');
    expect(await replica.ended()).toBe(0);
    expect(replica.lines.filter(isIncomplete)).toEqual([]);
    const processes = new Set(replica.lines.map((line) => line['process']));
    expect(processes).toEqual(new Set([undefined, 1, 2]));
  });

  it('K-41 has as JSON why a start failed', async () => {
    const env = { DATABASE_URL: 'postgres://u:p@127.0.0.1:1/x', ACCESS_LOG: 'loud' };
    const child = spawn(process.execPath, ['dist/gatehouse.js'], {
      cwd: ROOT,
      env: programEnvironment(env),
    });
    let written = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (written += chunk.toString()));
    expect(await once(child, 'close')).toEqual([1, null]);
    const line = JSON.parse(written) as LogLine;
    expect(isIncomplete(line)).toBe(false);
    expect(line).toMatchObject({
      severity: 'CRITICAL',
      msg: expect.stringContaining('ACCESS_LOG must be off, errors, sampled or all'),
    });
  });
});
