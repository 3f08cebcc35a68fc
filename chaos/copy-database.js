import pg from 'pg';

/**
 * Moves all rows into another, migrated database, as a dump and its restore do: row by row, with the ids of transactions
 * as they are. `pg_dump` would have to be of the server's version, and does not come with it.
 */
export async function copyDatabase(fromUrl, toUrl) {
  const [from, to] = [fromUrl, toUrl].map(
    (connectionString) => new pg.Client({ connectionString }),
  );
  await Promise.all([from.connect(), to.connect()]);
  try {
    // Neither triggers nor foreign keys: what comes is whole.
    await to.query(`set session_replication_role = 'replica'`);
    for (const { sql } of (await from.query(PARTITIONS)).rows) await to.query(sql);
    const tables = (await from.query(TABLES)).rows;
    // All before the first is filled: each one also empties those that refer to it.
    await to.query(`truncate ${tables.map(({ name }) => name).join(', ')}`);
    for (const { name, columns } of tables) {
      const { rows } = await from.query(`select json_agg(t)::text as all from ${name} t`);
      if (rows[0]?.all)
        await to.query(
          `insert into ${name} (${columns}) select ${columns} from json_populate_recordset(null::${name}, $1)`,
          [rows[0].all],
        );
    }
    for (const { name } of (await from.query(SEQUENCES)).rows) {
      const { rows } = await from.query(`select last_value::text, is_called from ${name}`);
      await to.query(`select setval($1, $2, $3)`, [name, rows[0]?.last_value, rows[0]?.is_called]);
    }
  } finally {
    await Promise.all([from.end(), to.end()]);
  }
}

const OURS = `c.relnamespace = 'public'::regnamespace`;
const PARTITIONS = `select format('create table if not exists %s partition of %s %s', c.oid::regclass,
    i.inhparent::regclass, pg_get_expr(c.relpartbound, c.oid)) as sql
  from pg_inherits i join pg_class c on c.oid = i.inhrelid where ${OURS} and c.relkind = 'r'`;
const TABLES = `select c.oid::regclass::text as name, string_agg(quote_ident(a.attname), ', ') as columns
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    and a.attgenerated = ''
  where ${OURS} and c.relkind in ('r', 'p') and not c.relispartition group by c.oid`;
const SEQUENCES = `select c.oid::regclass::text as name from pg_class c where ${OURS} and c.relkind = 'S'`;
