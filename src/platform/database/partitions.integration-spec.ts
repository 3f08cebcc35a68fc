import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Pool } from 'pg';
import { createDatabase } from '../../../test/support/databases.js';
import { Database } from './database.js';
import { keepPartitions, type PartitionedTable } from './partitions.js';

const HOURS: PartitionedTable = { table: 'readings', unit: 'hour', ahead: 3, keep: 24 };
const DAYS: PartitionedTable = { table: 'diaries', unit: 'day', ahead: 2, keep: 30 };
const MADE = /^(readings|diaries)_\d+$/;

describe('partitions', () => {
  let pool: Pool;
  let db: Database;

  const names = async (plan: PartitionedTable) => {
    const { rows } = await pool.query<{ name: string }>(
      `select inhrelid::regclass::text as name from pg_inherits where inhparent = $1::regclass order by 1`,
      [plan.table],
    );
    return rows.map(({ name }) => name);
  };
  const sql = (text: string) => pool.query(text);
  /** The name of the partition of that many units from now, as the database counts time. */
  const nameAt = async ({ table, unit }: PartitionedTable, units: number) => {
    const shape = unit === 'hour' ? 'YYYYMMDDHH24' : 'YYYYMMDD';
    const { rows } = await pool.query<{ name: string }>(
      `select $1 || '_' || to_char((clock_timestamp() + $2::interval) at time zone 'utc', $3) as name`,
      [table, `${units} ${unit}s`, shape],
    );
    return rows[0]?.name;
  };

  beforeAll(async () => {
    pool = new Pool({ connectionString: await createDatabase(), max: 6 });
    db = new Database(pool);
    for (const { table } of [HOURS, DAYS])
      await sql(`create table ${table} (
          id int not null, at timestamptz not null default clock_timestamp(),
          constraint pk_${table} primary key (id, at), constraint ck_${table} check (id > 0)
        ) partition by range (at);
        create index ix_${table} on ${table} (at desc)`);
  });
  afterAll(() => pool.end());

  it.each([HOURS, DAYS])('of $table reach from one $unit back to $ahead ahead', async (plan) => {
    expect(await keepPartitions(db, plan)).toEqual({ made: plan.ahead + 2, dropped: 0 });
    const wanted = Array.from({ length: plan.ahead + 2 }, (_, n) => nameAt(plan, n - 1));
    expect(await names(plan)).toEqual(await Promise.all(wanted));
    expect((await names(plan)).every((name) => MADE.test(name))).toBe(true);
  });

  it('are there before their rows, with the checks and indexes of their table', async () => {
    await sql(`insert into readings (id, at) values (1, clock_timestamp() + interval '3 hours')`);
    await expect(sql('insert into readings (id) values (0)')).rejects.toThrow('ck_readings');
    const { rows } = await sql(
      `select count(*)::int as n from pg_indexes where tablename = (select max(inhrelid::regclass::text)
         from pg_inherits where inhparent = 'readings'::regclass)`,
    );
    expect(rows).toEqual([{ n: 2 }]);
  });

  it('are left alone by a second run', async () => {
    expect(await keepPartitions(db, HOURS)).toEqual({ made: 0, dropped: 0 });
  });

  it('are dropped with their rows once they are past their age, and not before', async () => {
    const attach = async (units: number) => {
      const name = await nameAt(HOURS, units);
      const from = `date_trunc('hour', clock_timestamp() + interval '${units} hours', 'UTC')`;
      await sql(`do $$ begin execute format(
        'create table ${name} partition of readings for values from (%L) to (%L)',
        ${from}, ${from} + interval '1 hour'); end $$`);
      await sql(`insert into readings (id, at) values (5, ${from})`);
      return name;
    };
    const [old, , kept] = [await attach(-26), await attach(-25), await attach(-24)];
    expect(await keepPartitions(db, HOURS)).toEqual({ made: 0, dropped: 2 });
    const left = await names(HOURS);
    expect(left).toContain(kept);
    expect(left).not.toContain(old);
    const { rows } = await sql('select count(*)::int as n from readings where id = 5');
    expect(rows).toEqual([{ n: 1 }]);
  });

  it('are made and not dropped while a dump reads them, and no statement waits for it', async () => {
    const name = await nameAt(HOURS, -30);
    await sql(`do $$ begin execute format('create table ${name} partition of readings for values from (%L) to (%L)',
      date_trunc('hour', clock_timestamp() - interval '30 hours', 'UTC'),
      date_trunc('hour', clock_timestamp() - interval '29 hours', 'UTC')); end $$`);
    await sql(`drop table ${await nameAt(HOURS, 3)}`);
    const dump = await pool.connect();
    await dump.query('begin; lock table readings in access share mode');
    expect(await keepPartitions(db, HOURS)).toEqual({ made: 1, dropped: 0 });
    await dump.query('commit');
    dump.release();
    expect(await keepPartitions(db, HOURS)).toEqual({ made: 0, dropped: 1 });
  });

  it('may be kept by several replicas at once', async () => {
    for (const name of await names(DAYS)) await sql(`drop table ${name}`);
    await Promise.all([1, 2, 3, 4].map(() => keepPartitions(db, DAYS)));
    expect(await names(DAYS)).toHaveLength(DAYS.ahead + 2);
  });
});
