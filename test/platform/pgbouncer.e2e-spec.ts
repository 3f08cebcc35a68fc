import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { checkConnections } from '../../src/platform/database/pooler-check.js';
import { createDatabase } from '../support/databases.js';
import { givenADoor } from '../support/gate-world.js';
import { DOCUMENTED, PgBouncer, pgBouncerVersion } from '../support/pgbouncer.js';
import { ROOT } from '../support/repository.js';
import { testSettings } from '../support/settings.js';
import { startApp } from '../support/test-app.js';

const version = pgBouncerVersion();
const keepsStatements = version !== undefined && (version[0] > 1 || version[1] >= 21);
if (!version) console.warn('PgBouncer is not installed here: its tests are skipped');
else if (!keepsStatements)
  console.warn(`PgBouncer ${version.join('.')} is older than 1.21: it is only refused here`);
const withAny = version ? it : it.skip;
const withNew = keepsStatements ? it : it.skip;

const LOST =
  /^The pooler before the database of DATABASE_URL loses prepared statements: use PgBouncer 1\.21/;
const without = (ini: string, name: string) => ini.replace(new RegExp(`^${name}.*$`, 'm'), '');

describe('PgBouncer in transaction mode', () => {
  let url: string;
  const bouncers: PgBouncer[] = [];
  const before = async (ini: string) => {
    const bouncer = await PgBouncer.start(url, ini);
    bouncers.push(bouncer);
    return bouncer;
  };
  const settings = (databaseUrl: string, startupParameters = true) => {
    const { database } = testSettings('');
    return testSettings(databaseUrl, { database: { ...database, startupParameters } });
  };
  const setRole = async (sql: string) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };

  beforeAll(async () => {
    url = await createDatabase();
  });
  afterAll(async () => {
    await Promise.all(bouncers.map((bouncer) => bouncer.close()));
  });

  withNew('serves with what the document says, literally, and after its restart', async () => {
    const bouncer = await before(`${DOCUMENTED}\ndefault_pool_size = 4\n`);
    const app = await startApp({ databaseUrl: bouncer.url });
    const world = await givenADoor(app);
    const enter = async () => (await world.scan(await world.fetchCode())).status;
    // One person: one opens the door, and whoever comes with the others is inside already.
    const scans = await Promise.all(Array.from({ length: 8 }, enter));
    expect(scans.toSorted()[0]).toBe(200);
    expect(scans.filter((status) => status >= 500)).toEqual([]);
    await bouncer.kill();
    await bouncer.resume();
    let status = 503;
    while (status === 503) status = (await app.api.get('/health/database')).status;
    expect(status).toBe(200);
    expect(await enter()).toBeLessThan(500);
    await app.close();
  });

  withAny('is refused in one sentence where prepared statements get lost', async () => {
    const ini = keepsStatements
      ? DOCUMENTED.replace(/max_prepared_statements = \d+/, 'max_prepared_statements = 0')
      : without(DOCUMENTED, 'max_prepared_statements');
    const bouncer = await before(ini);
    await expect(startApp({ databaseUrl: bouncer.url })).rejects.toThrow(LOST);
    // Also where another replica has left its statements behind.
    await expect(checkConnections(settings(bouncer.url))).rejects.toThrow(LOST);
  });

  withAny('serves in session mode, whatever its version', async () => {
    const ini = without(DOCUMENTED, 'max_prepared_statements');
    const bouncer = await before(ini.replace('= transaction', '= session'));
    await expect(checkConnections(settings(bouncer.url))).resolves.toHaveLength(2);
  });

  withNew('without startup parameters names the settings that the role lacks', async () => {
    const bouncer = await before(without(DOCUMENTED, 'ignore_startup_parameters'));
    await expect(checkConnections(settings(bouncer.url))).rejects.toThrow(
      /is behind a pooler that takes no startup parameters: .*DATABASE_STARTUP_PARAMETERS=off/,
    );
    const lacking = await checkConnections(settings(bouncer.url, false));
    expect(lacking).toEqual([
      expect.stringMatching(
        / lack statement_timeout = 2000ms; run: alter role .* set statement_timeout = '2000ms'$/,
      ),
      expect.stringMatching(/ lack plan_cache_mode = force_generic_plan; run: alter role /),
    ]);
    const database = new URL(url).pathname.slice(1);
    const fixes = lacking.map((line) =>
      (line.split('run: ')[1] ?? '').replace(/ set /, ` in database ${database} set `),
    );
    await setRole(fixes.join(';'));
    const fresh = await before(without(DOCUMENTED, 'ignore_startup_parameters'));
    expect(await checkConnections(settings(fresh.url, false))).toEqual([]);
  });

  it('gets a file that has room for every named statement', () => {
    const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.endsWith('spec.ts'))
      .map((path) => readFileSync(join(ROOT, 'src', path), 'utf8'));
    const names = sources.flatMap((text) => text.match(/name: ['`][a-z-]+\.[^'`]+['`]/g) ?? []);
    const room = Number(/max_prepared_statements = (\d+)/.exec(DOCUMENTED)?.[1]);
    expect(names.length).toBeGreaterThan(100);
    expect(room).toBeGreaterThanOrEqual(new Set(names).size * 1.2);
  });
});

describe('a database without a pooler', () => {
  it('has what its sessions need', async () => {
    expect(await checkConnections(testSettings(await createDatabase()))).toEqual([]);
  });
});
