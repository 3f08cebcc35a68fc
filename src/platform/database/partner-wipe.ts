import { Injectable } from '@nestjs/common';
import { Database, type Queries } from './database.js';

const kept = new Set<string>();

/** Tables that say how a partner is set up: a wipe of what happened there leaves their rows. */
export function keepInWipes(...tables: readonly string[]): void {
  for (const table of tables) kept.add(table);
}

interface TableOfPartners {
  readonly name: string;
  /** Tables with rows that refer to rows of this one. */
  readonly referringTables: readonly string[];
}

/** What one share of a wipe did. */
export interface WipedShare {
  readonly deleted: number;
  /** Nothing is left. */
  readonly isDone: boolean;
}

/** Few enough rows that other statements are not delayed. */
const AT_ONCE = 5_000;

/** From the catalog, so that a new table is wiped unless its room keeps it. Rows that need no partner (keys, audit log, staff) stay. */
const TABLES = {
  name: 'partner-wipe.tables',
  text: `select c.relname as name, array(
      select distinct r.relname::text from pg_constraint f join pg_class r on r.oid = f.conrelid
      where f.contype = 'f' and f.confrelid = c.oid and f.conrelid <> c.oid and f.conparentid = 0) as "referringTables"
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'partner_id' and a.attnotnull
    where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    order by 1`,
};

/**
 * Rows that another transaction holds are left for a later share, so that a wipe is part of no dead-lock. Of a partner that is
 * no test environment it deletes nothing.
 */
const deleteSql = (table: string) => ({
  name: `partner-wipe.${table}`,
  text: `with found as (select exists (select from ${table} where partner_id = $1) as any),
    gone as (
      delete from ${table} where partner_id = $1 and is_test_partner($1) and ctid = any(array(
        select ctid from ${table} where partner_id = $1 limit ${AT_ONCE} for update skip locked))
      returning 1)
    select found.any as "hadRows", (select count(*)::int from gone) as deleted from found`,
});

/** Deletes what happened in a test environment, in shares. */
@Injectable()
export class PartnerWipe {
  private order: Promise<readonly string[]> | undefined;

  constructor(private readonly db: Database) {}

  /** Of rows that are referred to nothing is deleted before what refers to them is gone. */
  async share(tx: Queries, tables: readonly string[], partnerId: string): Promise<WipedShare> {
    let deleted = 0;
    for (const table of tables) {
      const [row] = await tx.query<{ hadRows: boolean; deleted: number }>(deleteSql(table), [
        partnerId,
      ]);
      deleted += row?.deleted ?? 0;
      if (row?.hadRows && (row.deleted === 0 || deleted >= AT_ONCE))
        return { deleted, isDone: false };
    }
    return { deleted, isDone: deleted === 0 };
  }

  /** In the order in which they are emptied. */
  tables(): Promise<readonly string[]> {
    this.order ??= this.db
      .query<TableOfPartners & object>(TABLES, [])
      .then((tables) => inOrder(tables.filter(({ name }) => !kept.has(name))));
    return this.order;
  }
}

/** Those first to which no other one refers. */
function inOrder(tables: readonly TableOfPartners[]): string[] {
  const names = new Set(tables.map(({ name }) => name));
  const free = tables.filter(
    ({ referringTables }) => !referringTables.some((one) => names.has(one)),
  );
  if (free.length === 0) return [...names];
  const rest = tables.filter((table) => !free.includes(table));
  return [...free.map(({ name }) => name), ...inOrder(rest)];
}
