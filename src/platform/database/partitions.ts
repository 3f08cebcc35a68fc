import type { Queries } from './database.js';

/** A table that is dropped by age: one partition per hour or day (UTC) of its range column. */
export interface PartitionedTable {
  readonly table: string;
  readonly unit: 'hour' | 'day';
  /** Partitions kept ready beyond the current one. */
  readonly ahead: number;
  /** Units after whose end a partition is dropped. */
  readonly keep: number;
}

const MS = { hour: 3_600_000, day: 86_400_000 } as const;

const nameOf = (plan: PartitionedTable, start: Date) =>
  `${plan.table}_${start
    .toISOString()
    .slice(0, plan.unit === 'hour' ? 13 : 10)
    .replaceAll(/[-T]/g, '')}`;

/**
 * Creates the partitions that rows of the near future need and drops those past their age. Safe to run in
 * every replica at once. A partition is attached, not created in place: attaching does not block writers.
 * @param backMs how far back rows are about to be written, besides those of now
 * @returns how many partitions were made and dropped
 */
export async function keepPartitions(
  db: { transaction<T>(work: (tx: Queries) => Promise<T>): Promise<T> },
  plan: PartitionedTable,
  backMs = 0,
): Promise<{ made: number; dropped: number }> {
  return db.transaction(async (tx) => {
    const rows = await tx.query<{ now: Date; names: string[] }>(EXISTING, [plan.table]);
    const now = rows[0]?.now ?? new Date();
    const existing = new Set(rows[0]?.names ?? []);
    const starts = wantedStarts(plan, now, backMs).filter(
      (start) => !existing.has(nameOf(plan, start)),
    );
    for (const start of starts) await tx.query(createSql(plan, start), []);
    const oldest = nameOf(plan, new Date(now.getTime() - plan.keep * MS[plan.unit]));
    const old = [...existing].filter((name) => name < oldest);
    for (const name of old) await tx.query(dropSql(name), []);
    return { made: starts.length, dropped: old.length };
  });
}

const EXISTING = {
  name: 'partitions.existing',
  text: `select clock_timestamp() as now, pg_advisory_xact_lock(hashtext($1)) is null as locked,
    array(select c.relname::text from pg_inherits i join pg_class c on c.oid = i.inhrelid
          where i.inhparent = to_regclass($1)) as names`,
};

function wantedStarts(plan: PartitionedTable, now: Date, backMs: number): Date[] {
  const first = Math.floor(now.getTime() / MS[plan.unit]) * MS[plan.unit];
  // One back as well: a row may carry a moment just before the turn of the hour.
  const back = Math.min(1 + Math.ceil(backMs / MS[plan.unit]), plan.keep);
  return Array.from(
    { length: plan.ahead + 1 + back },
    (_, n) => new Date(first + (n - back) * MS[plan.unit]),
  );
}

function createSql(plan: PartitionedTable, start: Date) {
  const name = nameOf(plan, start);
  const end = new Date(start.getTime() + MS[plan.unit]);
  return {
    name: '',
    text: `do $$ begin
      create table if not exists ${name} (like ${plan.table} including defaults including constraints);
      alter table ${plan.table} attach partition ${name}
        for values from ('${start.toISOString()}') to ('${end.toISOString()}');
    exception when duplicate_table or object_not_in_prerequisite_state or wrong_object_type then null; end $$`,
  };
}

const dropSql = (name: string) => ({ name: '', text: `drop table if exists ${name}` });
