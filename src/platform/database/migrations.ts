import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { fromRoot } from '../config/from-root.js';
import { StartProblem } from '../config/start-problem.js';
import { assertUsableVersion, databaseProblem } from './database-problem.js';

/** One forward file and its exact inverse: `NNNN-name.up.sql`, `NNNN-name.down.sql`. */
export interface Migration {
  readonly name: string;
  readonly up: string;
  readonly down: string;
}

const FOLDER = fromRoot('migrations');
/** Any number that nothing else of ours locks. Held to the end of the transaction, so it survives PgBouncer. */
const LOCK = 7_304_201;
/** While a migration waits for a table behind something long, every door waits behind the migration. */
const PATIENCE = '4s';
const VERSION = `select current_setting('server_version_num')::int as version`;
const LOCK_NOT_AVAILABLE = '55P03';

export function readMigrations(folder = FOLDER): Migration[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.up.sql'))
    .sort()
    .map((file) => {
      const name = file.replace('.up.sql', '');
      const read = (suffix: string) => readFileSync(join(folder, `${name}.${suffix}.sql`), 'utf8');
      return { name, up: read('up'), down: read('down') };
    });
}

/**
 * Brings the database to the newest form. Of several replicas that start at once one migrates and the
 * others wait for it. Everything runs in one transaction: it is done, or nothing has changed. Waits at most 4 s for each lock.
 * @returns the names of the migrations that were applied
 */
export async function migrateUp(
  databaseUrl: string,
  migrations = readMigrations(),
): Promise<string[]> {
  return withLock(databaseUrl, async (client) => {
    const done = await applied(client);
    const pending = migrations.filter(({ name }) => !done.includes(name));
    for (const { name, up } of pending) {
      await run(client, name, up);
      await client.query('insert into schema_migrations (name) values ($1)', [name]);
    }
    return pending.map(({ name }) => name);
  });
}

/** Takes back the last `count` migrations. @returns their names, newest first */
export async function migrateDown(
  databaseUrl: string,
  count = 1,
  migrations = readMigrations(),
): Promise<string[]> {
  return withLock(databaseUrl, async (client) => {
    const names = (await applied(client)).toReversed().slice(0, count);
    for (const name of names) {
      const migration = migrations.find((known) => known.name === name);
      if (!migration)
        throw new StartProblem(`the database knows a migration ${name} that is not here`);
      await run(client, name, migration.down);
      await client.query('delete from schema_migrations where name = $1', [name]);
    }
    return names;
  });
}

async function withLock<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('begin');
    const { rows } = await client.query<{ version: number }>(VERSION);
    assertUsableVersion(rows[0]?.version ?? 0);
    await client.query('select pg_advisory_xact_lock($1)', [LOCK]);
    await client.query(`set local lock_timeout = '${PATIENCE}'`);
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    throw databaseProblem(error, url);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function run(client: Client, name: string, sql: string): Promise<void> {
  await client.query(sql).catch((error: { code?: string }) => {
    if (error.code !== LOCK_NOT_AVAILABLE) throw error;
    throw new StartProblem(
      `migration ${name} did not get its lock within ${PATIENCE}, and changed nothing: ` +
        'something long runs in the database, a dump perhaps; try again after it',
    );
  });
}

async function applied(client: Client): Promise<string[]> {
  await client.query(
    `create table if not exists schema_migrations (
       name text not null, applied_at timestamptz not null default clock_timestamp(),
       constraint pk_schema_migrations primary key (name))`,
  );
  const { rows } = await client.query<{ name: string }>(
    'select name from schema_migrations order by name',
  );
  return rows.map(({ name }) => name);
}
