import { Client } from 'pg';

// Tables whose feeds compare `change_xid` with the running transactions. Where a trigger numbers every change
// (visits), nobody compares, and an update would be a change.
const TABLES = `
  select c.oid::regclass::text as name from pg_attribute a join pg_class c on c.oid = a.attrelid
  where a.attname = 'change_xid' and not a.attisdropped and c.relkind in ('r', 'p') and not c.relispartition
    and c.relnamespace = 'public'::regnamespace
    and not exists (select from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal)`;

/**
 * After a restore into another cluster rows may carry transaction ids that this cluster has yet to reach, and feeds
 * would hide them until then. An id from the future betrays such a row; 0 counts as ended. Finds nothing in a
 * database that was never moved. @returns how many rows it freed
 */
export async function freeRestoredRows(databaseUrl: string): Promise<number> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(TABLES);
    let freed = 0;
    for (const { name } of rows) {
      const { rowCount } = await client.query(
        `update ${name} set change_xid = '0' where change_xid >= pg_snapshot_xmax(pg_current_snapshot())`,
      );
      freed += rowCount ?? 0;
    }
    return freed;
  } finally {
    await client.end();
  }
}
