import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrateUp } from '../../src/platform/database/migrations.js';
import { Partitions } from '../../src/platform/database/partition-keeper.js';
import { Sweeps } from '../../src/platform/database/sweeps.js';
import { createDatabaseWithRoles, run, type Roles } from '../support/database-roles.js';
import { givenADoor, type GateWorld } from '../support/gate-world.js';
import { testSettings } from '../support/settings.js';
import { startApp, type TestApp } from '../support/test-app.js';

const FUTURE = `select max(inhrelid::regclass::text) as name from pg_inherits where inhparent = 'access_codes'::regclass`;

describe('a role that may change rows and nothing else', () => {
  let roles: Roles;
  let app: TestApp;
  let world: GateWorld;

  const start = () => {
    const { database } = testSettings('');
    return startApp({
      databaseUrl: roles.serviceUrl,
      database: { ...database, migrate: false },
    });
  };
  const future = async () => (await app.sql<{ name: string }>(FUTURE))[0]?.name ?? '';
  const partitions = () => app.app.get(Partitions);
  const alerts = async () =>
    (await app.operator.get('/admin/v1/installation/alerts?open=true')).body.items.filter(
      ({ code }: { code: string }) => code === 'partition.missing',
    );

  beforeAll(async () => {
    roles = await createDatabaseWithRoles();
    const early = await start().catch((error: Error) => error.message);
    expect(early).toMatch(
      /^MIGRATE is off, .* lacks 0001-platform, .*: run gatehouse migrate first/,
    );
    await migrateUp(roles.ownerUrl);
    app = await start();
    world = await givenADoor(app);
  });
  afterAll(() => app.close());

  it('opens doors, and sweeps what is old', async () => {
    const code = await world.fetchCode();
    expect((await world.scan(code)).status).toBe(200);
    expect(await app.app.get(Sweeps).sweep()).toEqual(expect.any(Number));
    await expect(app.sql('create table mine (a int)')).rejects.toThrow('permission denied');
    await expect(app.sql('drop table visits')).rejects.toThrow('must be owner');
  });

  it('starts with MIGRATE=on as well, once nothing is pending', async () => {
    const other = await startApp({ databaseUrl: roles.serviceUrl });
    expect((await other.api.get('/health/ready')).status).toBe(200);
    await other.close();
  });

  it('has partitions made and dropped by functions, of its tables and within its rights', async () => {
    const name = await future();
    await run(roles.ownerUrl, `drop table ${name}`);
    const old = `create table access_codes_2020010100 partition of access_codes for values from ('2020-01-01 00:00Z') to ('2020-01-01 01:00Z')`;
    await run(roles.ownerUrl, old);
    await partitions().keep();
    expect(await future()).toBe(name);
    expect(await app.sql(`select to_regclass('access_codes_2020010100') as name`)).toEqual([
      { name: null },
    ]);
    const make = (table: string, part: string) =>
      app.sql(`select make_partition($1, $2, 'now', 'now')`, [table, part]);
    await expect(make('access_codes', 'elsewhere_1')).rejects.toThrow('may make no partition');
    await expect(make('visits', 'visits_1')).rejects.toThrow('may make no partition');
    await run(roles.ownerUrl, `revoke delete on access_codes from ${roles.service}`);
    await expect(app.sql(`select drop_partition('access_codes', $1)`, [name])).rejects.toThrow(
      'may drop no partition',
    );
  });

  it('gets an alert about a partition that cannot be made, long before it is needed', async () => {
    expect(await alerts()).toEqual([]);
    const name = await future();
    await run(
      roles.ownerUrl,
      `drop table ${name}; revoke execute on function make_partition from public`,
    );
    await partitions().keep();
    expect(await alerts()).toMatchObject([
      {
        object: 'table/access_codes',
        detail: expect.stringMatching(
          /^none from .*: permission denied for function make_partition/,
        ),
      },
    ]);
    const details = await app.api.get('/health/details');
    expect(Object.keys(details.body.partitionsMissing)).toEqual(['access_codes']);
    expect((await app.api.get('/metrics')).text).toContain(
      'gatehouse_partitions_missing{table="access_codes"} 1',
    );
    await run(roles.ownerUrl, `grant execute on function make_partition to ${roles.service}`);
    await partitions().keep();
    expect(await alerts()).toEqual([]);
  });
});
