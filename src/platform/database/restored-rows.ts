import type { Client } from 'pg';
import { inLockedTransaction, withClient } from './with-client.js';

// Columns that are compared with the running transactions. Tables where a trigger numbers every change (visits) are
// left out: they are not compared, and an update would be a change.
const COLUMNS = `
  select c.oid::regclass::text as table, quote_ident(a.attname) as column
  from pg_attribute a join pg_class c on c.oid = a.attrelid
  where a.atttypid = 'xid8'::regtype and not a.attisdropped and c.relkind in ('r', 'p') and not c.relispartition
    and c.relnamespace = 'public'::regnamespace and c.relname <> 'database_cluster'
    and not exists (select from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal)`;

const HERE = 'select system_identifier::text as id from pg_control_system()';
const KNOWN = 'select system_identifier as id from database_cluster';
const MOVE_IN = 'update database_cluster set system_identifier = $1';
const NOTE_RESTORE = `update database_cluster
  set restored_xid = pg_current_xact_id(), restored_no = (select last_value from change_numbers)`;

/** Any number that nothing else of ours locks. */
const LOCK = 7_304_203;

/**
 * After a restore into another cluster rows may carry transaction ids that this cluster has yet to reach, and feeds
 * would hide them until then. Costs one query while the cluster is that of the last start; in another one such ids are
 * replaced by that of this transaction: the order of the rows stays, and so does the position of every reader. @returns
 * how many rows it freed
 */
export async function freeRestoredRows(databaseUrl: string): Promise<number> {
  return withClient(databaseUrl, async (client) => {
    if (await isAtHome(client)) return 0;
    return inLockedTransaction(client, LOCK, async () =>
      // Another replica may have done it while this one waited.
      (await isAtHome(client)) ? 0 : moveIn(client),
    );
  });
}

async function isAtHome(client: Client): Promise<boolean> {
  const here = await clusterOf(client);
  return here !== null && here === (await idOf(client, KNOWN));
}

async function moveIn(client: Client): Promise<number> {
  const { rows } = await client.query<{ table: string; column: string }>(COLUMNS);
  let freed = 0;
  for (const { table, column } of rows) {
    const { rowCount } = await client.query(
      `update ${table} set ${column} = pg_current_xact_id() where ${column} > pg_current_xact_id()`,
    );
    freed += rowCount ?? 0;
  }
  if (freed > 0) await client.query(NOTE_RESTORE);
  await client.query(MOVE_IN, [await clusterOf(client)]);
  return freed;
}

/** Null where it may not be read: then every start searches for such rows. */
async function clusterOf(client: Client): Promise<string | null> {
  const { rows } = await client.query<{ may: boolean }>(
    `select has_function_privilege('pg_control_system()', 'execute') as may`,
  );
  return rows[0]?.may ? idOf(client, HERE) : null;
}

const idOf = async (client: Client, text: string): Promise<string | null> =>
  (await client.query<{ id: string | null }>(text)).rows[0]?.id ?? null;
