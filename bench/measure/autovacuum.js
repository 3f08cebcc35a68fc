// Autovacuum's own rule for `analyze`. Tables that are still empty stay unknown: noted as empty, they would be read as a
// whole when they fill up.
const CHANGED = `select relid::regclass::text as name from pg_stat_user_tables
  where n_mod_since_analyze > 50 + 0.1 * n_live_tup order by 1`;

const TABLES = `select oid::regclass::text as name from pg_class
  where relkind = 'r' and relnamespace = 'public'::regnamespace`;

/**
 * What autovacuum does within a minute of a database's life and a short measurement would not live to see: plans that
 * were made for empty tables are made anew.
 */
export async function analyzeAsAutovacuum(sql) {
  for (const { name } of await sql(CHANGED)) await sql(`analyze ${name}`);
}

/**
 * Autovacuum would come in the middle of some measurements, often to the database of another contestant, and in tables
 * as small as these far oftener than in real ones. Here the tables wait for `vacuumAll` between the measurements.
 */
export async function holdAutovacuum(sql) {
  for (const { name } of await sql(TABLES))
    await sql(`alter table ${name} set (autovacuum_enabled = off)`);
}

export async function vacuumAll(sql) {
  const filled = await sql(`${TABLES} and pg_relation_size(oid) > 0`);
  await sql(`vacuum (analyze) ${filled.map(({ name }) => name).join(', ')}`);
}
