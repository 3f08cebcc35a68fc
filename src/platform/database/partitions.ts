import type { Database, Queries } from './database.js';

/** A table that is dropped by age: one partition per hour or day (UTC) of its range column. */
export interface PartitionedTable {
  readonly table: string;
  readonly unit: 'hour' | 'day';
  /** Partitions kept ready beyond the current one. */
  readonly ahead: number;
  /** What a partner calls these rows, where it matters to one. */
  readonly data?: string;
  /** Units after whose end a partition is dropped. */
  readonly keep: number;
}

const MS = { hour: 3_600_000, day: 86_400_000 } as const;

export const nameOf = (plan: PartitionedTable, start: Date) =>
  `${plan.table}_${start
    .toISOString()
    .slice(0, plan.unit === 'hour' ? 13 : 10)
    .replaceAll(/[-T]/g, '')}`;

/**
 * A drop that waits behind a dump would make every other statement wait behind it: then it is left for the next run.
 */
const DROP_PATIENCE_MS = 200;
const LOCK_NOT_AVAILABLE = '55P03';

export interface Kept {
  readonly made: number;
  readonly dropped: number;
}

/**
 * Creates the partitions that rows of the near future need and drops those past their age. Safe to run in
 * every replica at once. A partition is attached, not created in place: attaching does not block writers.
 * @param backMs how far back rows are about to be written, besides those of now
 * @returns how many partitions were made and dropped
 */
export async function keepPartitions(
  db: Pick<Database, 'transaction'>,
  plan: PartitionedTable,
  backMs = 0,
): Promise<Kept> {
  const { made, old } = await db.transaction((tx) => makeMissing(tx, plan, backMs));
  const dropped = old.length > 0 ? await dropAll(db, plan, old) : 0;
  return { made, dropped };
}

/** From when on rows of this table have no partition; undefined while all are there that should be. */
export async function firstMissing(
  db: Queries,
  plan: PartitionedTable,
): Promise<{ start: Date; isDue: boolean } | undefined> {
  const { now, names } = await existing(db, plan);
  const start = wantedStarts(plan, now).find((one) => !names.has(nameOf(plan, one)));
  return start && { start, isDue: start <= now };
}

async function makeMissing(tx: Queries, plan: PartitionedTable, backMs: number) {
  await tx.query(LOCK, [plan.table]);
  const { now, names } = await existing(tx, plan);
  const starts = wantedStarts(plan, now, backMs).filter((start) => !names.has(nameOf(plan, start)));
  for (const start of starts) {
    const end = new Date(start.getTime() + MS[plan.unit]);
    await tx.query(MAKE, [plan.table, nameOf(plan, start), start, end]);
  }
  const oldest = nameOf(plan, new Date(now.getTime() - plan.keep * MS[plan.unit]));
  return { made: starts.length, old: [...names].filter((name) => name < oldest) };
}

async function dropAll(
  db: Pick<Database, 'transaction'>,
  { table }: PartitionedTable,
  names: readonly string[],
): Promise<number> {
  const drop = async (tx: Queries) => {
    for (const name of names) await tx.query(DROP, [table, name]);
    return names.length;
  };
  try {
    return await db.transaction(drop, { lockMs: DROP_PATIENCE_MS });
  } catch (error) {
    if ((error as { code?: unknown }).code !== LOCK_NOT_AVAILABLE) throw error;
    return 0;
  }
}

async function existing(db: Queries, { table }: PartitionedTable) {
  const [row] = await db.query<{ now: Date; names: string[] }>(EXISTING, [table]);
  return { now: row?.now ?? new Date(), names: new Set(row?.names ?? []) };
}

const LOCK = {
  name: 'partitions.lock',
  text: 'select pg_advisory_xact_lock(hashtext($1))::text',
};
const EXISTING = {
  name: 'partitions.existing',
  text: `select clock_timestamp() as now,
    array(select c.relname::text from pg_inherits i join pg_class c on c.oid = i.inhrelid
          where i.inhparent = to_regclass($1)) as names`,
};
const MAKE = {
  name: 'partitions.make',
  text: 'select make_partition($1::text::regclass, $2, $3, $4)::text',
};
const DROP = {
  name: 'partitions.drop',
  text: 'select drop_partition($1::text::regclass, $2)::text',
};

function wantedStarts(plan: PartitionedTable, now: Date, backMs = 0): Date[] {
  const first = Math.floor(now.getTime() / MS[plan.unit]) * MS[plan.unit];
  // One back as well: a row may carry a time just before the full hour.
  const back = Math.min(1 + Math.ceil(backMs / MS[plan.unit]), plan.keep);
  return Array.from(
    { length: plan.ahead + 1 + back },
    (_, n) => new Date(first + (n - back) * MS[plan.unit]),
  );
}
