import type { Client } from 'pg';

interface Column {
  readonly id: string;
  readonly tableId: number;
  readonly table: string;
  readonly column: string;
}

// By number and not by name: what is renamed is not lost.
const COLUMNS = `
  select c.oid || '.' || a.attnum as id, c.oid::int8 as "tableId", quote_ident(c.relname) as table, quote_ident(a.attname) as column
  from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    and c.relname <> 'schema_migrations' and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  order by c.relname, a.attnum`;
const DELETED = `
  select relid, quote_ident(relname) as table from pg_stat_xact_user_tables
  where n_tup_del > 0 and relname <> 'schema_migrations' order by relname`;

/**
 * What `work` destroys, found by doing it and rolling it back: tables with rows, columns with values, tables of which
 * it deletes rows. Must run inside a transaction.
 */
export async function lossesOf(client: Client, work: () => Promise<void>): Promise<string[]> {
  const before = await columnsOf(client);
  await client.query('savepoint rehearsal');
  await work();
  const after = await columnsOf(client);
  const { rows: deleted } = await client.query<{ table: string }>(DELETED);
  await client.query('rollback to savepoint rehearsal');
  const gone = vanished(before, after);
  const lost: string[] = [];
  for (const { what, look } of gone) if (await finds(client, look)) lost.push(what);
  return [...lost, ...deleted.map(({ table }) => `rows of ${table}`)];
}

async function columnsOf(client: Client): Promise<Column[]> {
  return (await client.query<Column>(COLUMNS)).rows;
}

/** Whole tables, and columns of tables that stay, each with a statement that finds what is in them. */
function vanished(before: readonly Column[], after: readonly Column[]) {
  const columns = new Set(after.map(({ id }) => id));
  const tables = new Set(after.map(({ tableId }) => tableId));
  const gone = before.filter(({ id }) => !columns.has(id));
  const whole = new Set(gone.filter(({ tableId }) => !tables.has(tableId)).map((c) => c.table));
  return [
    ...[...whole].map((table) => ({ what: table, look: `select from ${table} limit 1` })),
    ...gone
      .filter(({ table }) => !whole.has(table))
      .map(({ table, column }) => ({
        what: `${table}.${column}`,
        look: `select from ${table} where ${column} is not null limit 1`,
      })),
  ];
}

async function finds(client: Client, look: string): Promise<boolean> {
  return (await client.query(look)).rowCount === 1;
}
