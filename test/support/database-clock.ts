import { query } from './databases.js';

/** Tables with partitions, which a moved clock would find none of. */
const DEFAULT_PARTITIONS = `do $$ declare parent regclass; begin
  for parent in select oid::regclass from pg_class where relkind = 'p' loop
    execute format('create table %s_of_any_time partition of %s default', parent, parent);
  end loop; end $$`;

/** The functions that say what time it is, by a table that a test writes. They come before those of PostgreSQL. */
const CLOCK = `
  create table test_clock (ahead interval not null);
  insert into test_clock values (interval '0');
  create function clock_timestamp() returns timestamptz language sql volatile
    as 'select pg_catalog.clock_timestamp() + ahead from public.test_clock';
  create function statement_timestamp() returns timestamptz language sql stable
    as 'select pg_catalog.statement_timestamp() + ahead from public.test_clock';
  create function now() returns timestamptz language sql stable
    as 'select pg_catalog.now() + ahead from public.test_clock'`;

/** Gives a database without connections a clock that `setClock` sets. */
export async function installClock(url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  await query(url, DEFAULT_PARTITIONS);
  await query(url, CLOCK);
  await query(url, `alter database ${name} set search_path = public, pg_catalog`);
}

/** From now on it is `moment` there, and time goes on. */
export async function setClock(
  sql: (text: string, values?: unknown[]) => Promise<unknown>,
  moment: Date,
): Promise<void> {
  await sql('update test_clock set ahead = $1::timestamptz - pg_catalog.clock_timestamp()', [
    moment,
  ]);
}
