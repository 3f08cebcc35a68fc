import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { createDatabase } from '../../../test/support/databases.js';
import { eventually } from '../../../test/support/eventually.js';
import { readMigrations } from './migration-files.js';
import { migrateDown, migrateUp, pendingMigrations } from './migrations.js';

/** Everything that our migrations make, as sorted lines. */
const SCHEMA = `
  select 'column ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' '
    || coalesce(column_default, '') as line
    from information_schema.columns where table_schema = 'public'
  union all
  select 'constraint ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
    where connamespace = 'public'::regnamespace
  union all
  select 'index ' || indexdef from pg_indexes where schemaname = 'public'
  union all
  select c.relkind::text || ' ' || c.relname || ' ' || coalesce(array_to_string(c.reloptions, ','), '') || ' '
    || coalesce(pg_get_partkeydef(c.oid), '') from pg_class c where c.relnamespace = 'public'::regnamespace
  union all
  select 'function ' || proname || ' ' || pg_get_function_arguments(oid) from pg_proc
    where pronamespace = 'public'::regnamespace
  union all
  select 'type ' || typname from pg_type where typnamespace = 'public'::regnamespace and typtype in ('e', 'd')
  order by 1`;

describe('the migrations', () => {
  let url: string;
  let client: Client;

  const schema = async () =>
    (await client.query<{ line: string }>(SCHEMA)).rows.map(({ line }) => line);

  beforeEach(async () => {
    url = await createDatabase('template0');
    client = new Client({ connectionString: url });
    await client.connect();
  });
  afterEach(() => client.end());

  it('are reverted without a trace, and applied again with the same result', async () => {
    const all = readMigrations().map(({ name }) => name);
    expect(await migrateUp(url)).toEqual(all);
    const first = await schema();
    expect(first.length).toBeGreaterThan(300);
    expect(await migrateDown(url, { count: all.length, destroy: true })).toEqual(all.toReversed());
    expect((await schema()).filter((line) => !line.includes('schema_migrations'))).toEqual([]);
    await migrateUp(url);
    expect(await schema()).toEqual(first);
  });

  it('that wait for an index to be built keep no transaction open, for which it would wait', async () => {
    await client.query('begin; select pg_advisory_xact_lock(7304202)');
    const observer = new Client({ connectionString: url });
    await observer.connect();
    const migrating = migrateUp(url);
    const between = `select from pg_stat_activity
      where datname = current_database() and query = 'rollback' and state = 'idle'`;
    const seen = await eventually(
      async () => (await observer.query(between)).rowCount,
      (found) => found === 1,
    );
    expect(seen).toBe(1);
    await observer.end();
    await client.query('rollback');
    expect(await migrating).toHaveLength(readMigrations().length);
  });

  it('store addresses that were kept as typed as they were meant', async () => {
    await migrateUp(url);
    const names = readMigrations().map(({ name }) => name);
    await migrateDown(url, {
      count: names.length - names.indexOf('0027-partners-addresses'),
      destroy: true,
    });
    await client.query(`insert into partners (id, name, slug, hook_production, hook_test, sign_up_url, log_in_url) values
      ('01990000-0000-7000-8000-000000000000', 'A', 'a', 'p', 't', E' HTTPS:\\\\x.com/join\n', 'https://x.com/{origin}')`);
    await migrateUp(url);
    const { rows } = await client.query('select sign_up_url, log_in_url from partners');
    expect(rows).toEqual([
      { sign_up_url: 'https://x.com/join', log_in_url: 'https://x.com/{origin}' },
    ]);
  });

  it('can each be reverted alone and repeated', async () => {
    await migrateUp(url);
    const first = await schema();
    const all = readMigrations();
    for (let last = all.length; last > 0; last -= 1) {
      const before = await schema();
      await migrateDown(url, { count: 1, destroy: true });
      expect(await migrateUp(url, all.slice(0, last))).toEqual([all[last - 1]?.name]);
      expect(await schema()).toEqual(before);
      await migrateDown(url, { count: 1, destroy: true });
    }
    await migrateUp(url);
    expect(await schema()).toEqual(first);
  });

  it('are made once each by three replicas that start at once on an empty database; all succeed', async () => {
    const applied = await Promise.all([migrateUp(url), migrateUp(url), migrateUp(url)]);
    expect(applied.flat().sort()).toEqual(readMigrations().map(({ name }) => name));
  });

  it('go on without an extension that their role may not make, and leave its index out', async () => {
    const role = `plain_${Date.now()}`;
    await client.query(
      `create role ${role} login; grant usage, create on schema public to ${role}`,
    );
    const theirs = new URL(url);
    theirs.username = role;
    await migrateUp(theirs.toString());
    const { rows } = await client.query<{ similar: boolean; phone: boolean; extension: boolean }>(
      `select to_regclass('ix_customers_similarity') is not null as similar,
        to_regclass('ix_customers_phone_end') is not null as phone,
        exists (select from pg_extension where extname = 'pg_trgm') as extension`,
    );
    expect(rows).toEqual([{ similar: false, phone: true, extension: false }]);
    const all = readMigrations().length;
    await migrateDown(theirs.toString(), { count: all, destroy: true });
    await client.query(`drop owned by ${role}; drop role ${role}`);
  });

  it('leave an extension alone that was there before', async () => {
    await client.query('create extension pg_trgm');
    await migrateUp(url);
    await migrateDown(url, { count: readMigrations().length, destroy: true });
    expect(
      (await client.query(`select from pg_extension where extname = 'pg_trgm'`)).rowCount,
    ).toBe(1);
  });

  it('change nothing when one of them fails', async () => {
    const good = { name: '0001-good', up: 'create table good (id int)', down: 'drop table good' };
    const bad = { name: '0002-bad', up: 'create table bad (id int); select 1/0', down: '' };
    await expect(migrateUp(url, [good, bad])).rejects.toThrow('division by zero');
    expect(await schema()).toEqual([]);
  });

  it('do not wait for ever behind a dump, with every door behind them', async () => {
    await client.query('create table busy (id int)');
    await client.query('begin; lock table busy in access share mode');
    const change = { name: '0001-busy', up: 'alter table busy add column b int', down: 'select 1' };
    await expect(migrateUp(url, [change])).rejects.toThrow(
      '0001-busy did not get its lock within 4s',
    );
    await client.query('commit');
    expect(await migrateUp(url, [change])).toEqual(['0001-busy']);
  });

  it('leave a database alone that a newer release has migrated further', async () => {
    await migrateUp(url);
    await client.query(`insert into schema_migrations (name) values ('9999-future')`);
    expect(await migrateUp(url)).toEqual([]);
    await expect(migrateDown(url)).rejects.toThrow('9999-future that is not here');
  });

  describe('that build an index while people come and go', () => {
    const table = { name: '0001-t', up: 'create table t (id int, day date)', down: 'drop table t' };
    const index = {
      name: '0002-t-index',
      up: '-- outside a transaction\ncreate unique index concurrently if not exists ix_t on t (id);\n',
      down: '-- outside a transaction\ndrop index concurrently if exists ix_t;\n',
    };
    const later = {
      name: '0003-later',
      up: 'create table later (id int)',
      down: 'drop table later',
    };
    const isValid = async (name: string) =>
      (
        await client.query<{ indisvalid: boolean }>(
          'select indisvalid from pg_index where indexrelid = to_regclass($1)',
          [name],
        )
      ).rows[0]?.indisvalid;

    it('stand between two transactions, and can be taken back', async () => {
      expect(await migrateUp(url, [table, index, later])).toHaveLength(3);
      expect(await isValid('ix_t')).toBe(true);
      const migrations = [table, index, later];
      expect(await migrateDown(url, { count: 2, migrations })).toHaveLength(2);
      expect(await isValid('ix_t')).toBeUndefined();
      expect(await pendingMigrations(url, migrations)).toEqual([index.name, later.name]);
    });

    it('build an unfinished index anew when they run again', async () => {
      await migrateUp(url, [table]);
      await client.query('insert into t (id) values (1), (1)');
      await expect(migrateUp(url, [table, index, later])).rejects.toThrow(
        'could not create unique',
      );
      expect(await isValid('ix_t')).toBe(false);
      await client.query('truncate t');
      expect(await migrateUp(url, [table, index, later])).toEqual([index.name, later.name]);
      expect(await isValid('ix_t')).toBe(true);
    });

    it('let writers through, and wait neither for the others that start nor these for them', async () => {
      await migrateUp(url, [table]);
      const writer = new Client({ connectionString: url });
      await writer.connect();
      await writer.query('begin; insert into t (id) values (1)');
      const building = Promise.all([1, 2, 3].map(() => migrateUp(url, [table, index, later])));
      const isBuilding = `select from pg_stat_progress_create_index where relid = 't'::regclass`;
      while ((await client.query(isBuilding)).rowCount === 0) await new Promise(setImmediate);
      await client.query(`set statement_timeout = '2s'; insert into t (id) values (2)`);
      await writer.query('commit');
      await writer.end();
      expect((await building).flat()).toEqual([index.name, later.name]);
    });

    it('go partition by partition where a table has them, also after half of them', async () => {
      const up = `create table t (id int, day date) partition by range (day);
        create table t_1 partition of t for values from ('2026-01-01') to ('2026-01-02');
        create table t_2 partition of t for values from ('2026-01-02') to ('2026-01-03')`;
      const parts = { ...table, up };
      await migrateUp(url, [parts]);
      await client.query('create index ix_t on only t (id); create index ix_t_1 on t_1 (id)');
      await client.query('alter index ix_t attach partition ix_t_1');
      const plain = { ...index, up: index.up.replace('unique ', '') };
      expect(await migrateUp(url, [parts, plain])).toEqual([index.name]);
      expect(await isValid('ix_t')).toBe(true);
      expect(await isValid('ix_t_2')).toBe(true);
    });
  });

  describe('that are reverted', () => {
    const base = {
      name: '0001-base',
      up: `create table kept (id int); create table other (id int); insert into kept values (1), (2)`,
      down: 'drop table kept; drop table other',
    };
    const wider = {
      name: '0002-wider',
      up: `create table added (id int); create table empty (id int); create table was (id int);
        alter table kept add a int, add b int; alter table was rename to now`,
      down: `drop table added; drop table empty; alter table now rename to was; drop table was;
        alter table kept drop a, drop b; delete from kept where id = 2`,
    };
    const migrations = [base, wider];

    it('name the tables and columns that hold data, and require --destroy', async () => {
      await migrateUp(url, migrations);
      await client.query('insert into added values (1); insert into now values (1)');
      await client.query('update kept set a = 1');
      const before = await schema();
      await expect(migrateDown(url, { migrations })).rejects.toThrow(
        'Taking back 0002-wider destroys what is stored in added, now, kept.a, rows of kept. Nothing was changed.',
      );
      expect(await schema()).toEqual(before);
      expect(await migrateDown(url, { migrations, destroy: true })).toEqual(['0002-wider']);
      const { rows } = await client.query('select * from kept');
      expect(rows).toEqual([{ id: 1 }]);
    });

    it('go without it where nothing is stored', async () => {
      await migrateUp(url, migrations);
      await client.query('delete from kept');
      expect(await migrateDown(url, { migrations, count: 2 })).toHaveLength(2);
    });
  });

  it('have an inverse each, and numbers in one row', () => {
    const migrations = readMigrations();
    expect(migrations.map(({ name }) => Number(name.slice(0, 4)))).toEqual(
      migrations.map((_, index) => index + 1),
    );
    expect(migrations.filter(({ down }) => down.trim() === '')).toEqual([]);
  });
});
