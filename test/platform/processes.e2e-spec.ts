import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { eventually } from '../support/eventually.js';
import { createDatabase } from '../support/databases.js';
import { DatabaseProxy } from '../support/proxy.js';
import { Replica } from '../support/replica.js';
import type { TestApp } from '../support/test-app.js';
import { newWellhubId, WellhubPosts } from '../support/wellhub-posts.js';
import { givenAPartner, type World } from '../support/world.js';

const LIMIT = 100;
/** The next request gets a connection of its own, and so another process. */
const CLOSE = { Connection: 'close' };

describe('two processes on one port', () => {
  let database: Client;
  let proxy: DatabaseProxy;
  let group: Replica;
  let world: World;

  beforeAll(async () => {
    const url = await createDatabase();
    database = new Client({ connectionString: url });
    await database.connect();
    proxy = await DatabaseProxy.before(url);
    group = await Replica.start(proxy.url, {
      WORKERS: '2',
      RATE_LIMIT_PER_MINUTE: String(LIMIT),
      SANDBOX: 'on',
      WELLHUB_SIMULATOR_URL: 'http://127.0.0.1:9',
      DATA_DIR: mkdtempSync(join(tmpdir(), 'gatehouse-processes-')),
      LOG_LEVEL: 'error',
    });
    world = await givenAPartner(group as unknown as TestApp, { gym: { validationMode: 'GATE' } });
  });
  afterAll(async () => {
    await group.kill();
    await proxy.close();
    await database.end();
  });

  const times = <T>(count: number, work: (n: number) => Promise<T>): Promise<T[]> =>
    Promise.all(Array.from({ length: count }, (_, n) => work(n)));
  const pidOfOne = async (): Promise<number> =>
    (await group.api.get('/health/details', CLOSE)).body.process.pid;
  const pids = async () => [...new Set(await times(6, pidOfOne))].sort();
  /** One that is busy for a moment gets no connection. */
  const both = () => eventually(pids, (seen) => seen.length === 2);
  const metric = async (name: string): Promise<number> => {
    const { text } = await group.api.get('/metrics', CLOSE);
    const line = text.split('\n').find((one) => one.startsWith(`${name} `));
    return Number(line?.split(' ').at(-1));
  };
  const answered = () =>
    metric('gatehouse_request_seconds_count{method="GET",route="/health/live",status="200"}');

  it('share the connections, are one answer at /metrics, and know of each other', async () => {
    expect(await both()).toHaveLength(2);
    const before = await answered().then((count) => count || 0);
    await times(10, () => group.api.get('/health/live', CLOSE));
    expect((await answered()) - before).toBe(10);
    expect(await metric('gatehouse_processes')).toBe(2);
    expect(await metric('gatehouse_database_available')).toBe(1);
    expect(await metric('gatehouse_process_role{role="all"}')).toBe(2);
    const { body } = await group.api.get('/health/details');
    expect(body.process).toMatchObject({ of: 2, role: 'all' });
  });

  it('lose with a killed one what it was doing, and nothing else; another takes its place', async () => {
    const [first, second] = await both();
    const before = await answered();
    let isKilled = false;
    const failures: string[] = [];
    const ask = async () => {
      try {
        const signal = AbortSignal.timeout(10_000);
        await fetch(`${group.origin}/health/live`, { headers: CLOSE, signal });
      } catch (error) {
        failures.push((error as Error).name);
      }
    };
    const client = async (n: number) => {
      for (let asked = 0; asked < 40; asked += 1) {
        if (n === 0 && asked === 10) isKilled = process.kill(first!, 'SIGKILL');
        await ask();
      }
    };
    await times(8, client);
    expect(isKilled).toBe(true);
    expect(failures.length).toBeLessThanOrEqual(8);
    // None of them waits for an answer that never comes.
    expect(failures).not.toContain('TimeoutError');
    const after = await eventually(pids, (now) => now.length === 2 && !now.includes(first!));
    expect(after).toContain(second);
    expect(after).toHaveLength(2);
    expect(await answered()).toBeGreaterThanOrEqual(before);
    expect(await metric('gatehouse_process_restarts_total')).toBe(1);
    expect(await metric('gatehouse_processes')).toBe(2);
    await group.untilLogged('a process ended; another one takes its place');
  });

  it('W-4 W-18 forget a revoked key, all of them', async () => {
    const path = `/admin/v1/partners/${world.partnerId}/api-keys`;
    const name = 'to be revoked';
    const made = await world.admin.post(path, { name, scopes: ['STUDIO_READ'] });
    const { key, id } = made.body;
    const gyms = `/admin/v1/partners/${world.partnerId}/gyms`;
    const statuses = () =>
      times(24, () => group.api.get(gyms, { 'X-Api-Key': key, ...CLOSE })).then((answers) => [
        ...new Set(answers.map(({ status }) => status)),
      ]);
    expect(await statuses()).toEqual([200]);
    expect((await world.admin.delete(`/admin/v1/api-keys/${id}`)).status).toBe(204);
    expect(await eventually(statuses, (all) => all.join() === '401')).toEqual([401]);
  });

  it('O-7 let together at most 10 % more pass than one may', async () => {
    const minute = () => Math.floor(Date.now() / 60_000);
    const path = `/admin/v1/partners/${world.partnerId}/gyms`;
    for (;;) {
      const { admin } = await givenAPartner(group as unknown as TestApp);
      const begun = minute();
      let passed = 0;
      const client = async () => {
        for (let n = 0; n < 25; n += 1)
          if ((await admin.get(path, CLOSE)).status !== 429) passed += 1;
      };
      await times(10, client);
      if (minute() !== begun) continue;
      // Each has its half when a slow machine has no time to share.
      expect(passed).toBeGreaterThanOrEqual(LIMIT / 2);
      expect(passed).toBeLessThanOrEqual(LIMIT * 1.1);
      return;
    }
  });

  it('W-75 keep what was spooled by each of them, also by one that is killed', async () => {
    const posts = new WellhubPosts(group as unknown as TestApp, world);
    const ids = Array.from({ length: 20 }, newWellhubId);
    const [first] = await both();
    await proxy.refuse();
    // As Wellhub does, it comes again when a slow machine has no time for it.
    const send = (id: string) =>
      eventually(
        () => posts.send(posts.checkIn(id), { headers: CLOSE }),
        ({ status }) => status === 200,
      );
    try {
      const answers = await Promise.all(ids.map(send));
      expect(answers.map(({ status }) => status)).toEqual(ids.map(() => 200));
      process.kill(first!, 'SIGKILL');
    } finally {
      await proxy.pass();
    }
    const stored = async () => {
      const text = 'select wellhub_id from check_ins where wellhub_id = any($1)';
      return (await database.query<{ wellhub_id: string }>(text, [ids])).rows.length;
    };
    expect(await eventually(stored, (count) => count === ids.length)).toBe(ids.length);
    await both();
  });

  it('finish what they are doing at a SIGTERM, all of them, and end with one code', async () => {
    const made = await times(4, (n) =>
      group.operator.post('/admin/v1/partners', {
        name: `Fit ${n}`,
        slug: `fit-${n}-${world.slug}`,
        timeZone: 'UTC',
      }),
    );
    await database.query('begin');
    await database.query('select from partners for update');
    const slow = made.map(({ body }) =>
      group.operator.patch(`/admin/v1/partners/${body.id}`, { name: 'Fitter' }, CLOSE),
    );
    const waiting = `select from pg_stat_activity where wait_event_type = 'Lock'
      and datname = current_database() and query like '%PartnerEntity%'`;
    while (((await database.query(waiting)).rowCount ?? 0) < slow.length)
      // In a transaction the texts of queries are those of the first look.
      await database.query('select pg_stat_clear_snapshot()');
    group.signal('SIGTERM');
    await group.untilLogged('SIGTERM: finishing requests in progress');
    await database.query('rollback');
    const answers = await Promise.all(slow);
    expect(answers.map(({ status }) => status)).toEqual(slow.map(() => 200));
    expect(await group.ended()).toBe(0);
    expect(group.log.match(/finishing requests/g)).toHaveLength(1);
  });
});

describe('processes that cannot start', () => {
  it('stop the whole, which says why once', async () => {
    const start = Replica.start(await createDatabase(), {
      WORKERS: '2',
      SANDBOX: 'on',
      WELLHUB_SIMULATOR_URL: 'http://127.0.0.1:9',
      DATA_DIR: '/dev/null/nowhere',
      SPOOL_DIR: 'off',
      LOG_LEVEL: 'fatal',
    });
    const { message } = (await start.catch((error: unknown) => error)) as Error;
    const lines = message.replace('it ended: ', '').trim().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({
        severity: 'CRITICAL',
        msg: expect.stringMatching(/^DATA_DIR \/dev\/null\/nowhere cannot be used /),
      }),
    ]);
  });
});
