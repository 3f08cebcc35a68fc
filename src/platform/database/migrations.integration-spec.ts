import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { createDatabase } from '../../../test/support/databases.js';
import { migrateDown, migrateUp, readMigrations } from './migrations.js';

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

  it('are taken back without a trace, and come again the same', async () => {
    const all = readMigrations().map(({ name }) => name);
    expect(await migrateUp(url)).toEqual(all);
    const first = await schema();
    expect(first.length).toBeGreaterThan(300);
    expect(await migrateDown(url, all.length)).toEqual(all.toReversed());
    expect((await schema()).filter((line) => !line.includes('schema_migrations'))).toEqual([]);
    await migrateUp(url);
    expect(await schema()).toEqual(first);
  });

  it('store addresses that were kept as typed as they were meant', async () => {
    await migrateUp(url);
    const names = readMigrations().map(({ name }) => name);
    await migrateDown(url, names.length - names.indexOf('0027-partners-addresses'));
    await client.query(`insert into partners (id, name, slug, hook_production, hook_test, sign_up_url, log_in_url) values
      ('01990000-0000-7000-8000-000000000000', 'A', 'a', 'p', 't', E' HTTPS:\\\\x.com/join\n', 'https://x.com/{origin}')`);
    await migrateUp(url);
    const { rows } = await client.query('select sign_up_url, log_in_url from partners');
    expect(rows).toEqual([
      { sign_up_url: 'https://x.com/join', log_in_url: 'https://x.com/{origin}' },
    ]);
  });

  it('can each be taken back alone and repeated', async () => {
    await migrateUp(url);
    const first = await schema();
    for (let count = 1; count <= readMigrations().length; count += 1) {
      await migrateDown(url, count);
      expect(await migrateUp(url)).toHaveLength(count);
    }
    expect(await schema()).toEqual(first);
  });

  it('are made by one of three replicas that start at once on an empty database; all succeed', async () => {
    const applied = await Promise.all([migrateUp(url), migrateUp(url), migrateUp(url)]);
    const counts = applied.map(({ length }) => length).sort((a, b) => a - b);
    expect(counts).toEqual([0, 0, readMigrations().length]);
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

  it('have an inverse each, and numbers in one row', () => {
    const migrations = readMigrations();
    expect(migrations.map(({ name }) => Number(name.slice(0, 4)))).toEqual(
      migrations.map((_, index) => index + 1),
    );
    expect(migrations.filter(({ down }) => down.trim() === '')).toEqual([]);
  });
});
