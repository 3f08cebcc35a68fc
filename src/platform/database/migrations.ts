import type { Client } from 'pg';
import { StartProblem } from '../config/start-problem.js';
import { runOutsideTransaction } from './concurrent-index.js';
import {
  isOutsideTransaction,
  readMigrations,
  statementsOf,
  type Migration,
} from './migration-files.js';
import { lossesOf } from './migration-losses.js';
import { holdingBuildLock, inTransaction, PATIENCE } from './migration-session.js';
import { withClient } from './with-client.js';

const LOCK_NOT_AVAILABLE = '55P03';

/**
 * Migrates the database to the newest schema; when nothing is pending it needs read rights only. Of several replicas
 * that start at once one migrates and the others wait for it. What stands between two migrations that run outside a
 * transaction is one transaction: it is done, or nothing of it has changed. Waits at most 4 s for each lock.
 * @returns the names of the migrations that were applied
 */
export async function migrateUp(
  databaseUrl: string,
  migrations = readMigrations(),
): Promise<string[]> {
  return withClient(databaseUrl, async (client) => {
    const done: string[] = [];
    for (;;) {
      const [next] = await pendingIn(client, migrations);
      if (!next) return done;
      const names = isOutsideTransaction(next.up)
        ? await applyAlone(databaseUrl, client, next)
        : await applyTogether(client, migrations);
      done.push(...names);
    }
  });
}

/** Names of the migrations that this version needs and the database lacks. */
export async function pendingMigrations(
  databaseUrl: string,
  migrations = readMigrations(),
): Promise<string[]> {
  return withClient(databaseUrl, async (client) =>
    (await pendingIn(client, migrations)).map(({ name }) => name),
  );
}

/** For a start that migrates nothing. @throws StartProblem that names what is pending */
export async function assertMigrated(databaseUrl: string): Promise<void> {
  const pending = await pendingMigrations(databaseUrl);
  if (pending.length === 0) return;
  throw new StartProblem(
    `MIGRATE is off, and the database of DATABASE_URL lacks ${pending.join(', ')}: run gatehouse migrate first, as the owner of its tables.`,
  );
}

/**
 * Reverts the last `count` migrations. @returns their names, newest first
 * @param destroy also where that destroys stored data
 * @throws StartProblem that names what would be destroyed, before anything is changed
 */
export async function migrateDown(
  databaseUrl: string,
  { count = 1, destroy = false, migrations = readMigrations() }: DownOptions = {},
): Promise<string[]> {
  return withClient(databaseUrl, async (client) => {
    const names = (await applied(client)).toReversed().slice(0, count);
    const downs = names.map((name) => {
      const migration = migrations.find((known) => known.name === name);
      if (migration) return migration;
      throw new StartProblem(`the database knows a migration ${name} that is not here`);
    });
    if (!destroy) await assertNothingIsLost(client, downs);
    while (downs.length > 0) {
      const isAlone = isOutsideTransaction(downs[0]?.down ?? '');
      const end = downs.findIndex(({ down }) => isOutsideTransaction(down) !== isAlone);
      const group = downs.splice(0, end < 0 ? downs.length : end);
      if (!isAlone) await inTransaction(client, () => takeBack(client, group));
      else
        for (const { name, down } of group)
          await holdingBuildLock(databaseUrl, () => runAlone(client, { name, sql: down }, DELETE));
    }
    return names;
  });
}

interface DownOptions {
  readonly count?: number;
  readonly destroy?: boolean;
  readonly migrations?: readonly Migration[];
}

const INSERT = 'insert into schema_migrations (name) values ($1)';
const DELETE = 'delete from schema_migrations where name = $1';

async function applyTogether(
  client: Client,
  migrations: readonly Migration[],
): Promise<readonly string[]> {
  return inTransaction(client, async () => {
    await client.query(
      `create table if not exists schema_migrations (
         name text not null, applied_at timestamptz not null default clock_timestamp(),
         constraint pk_schema_migrations primary key (name))`,
    );
    const pending = await pendingIn(client, migrations);
    const end = pending.findIndex(({ up }) => isOutsideTransaction(up));
    const group = pending.slice(0, end < 0 ? pending.length : end);
    for (const { name, up } of group) {
      await run(client, name, up);
      await client.query(INSERT, [name]);
    }
    return group.map(({ name }) => name);
  });
}

async function applyAlone(
  url: string,
  client: Client,
  migration: Migration,
): Promise<readonly string[]> {
  return holdingBuildLock(url, async () => {
    const isDone = (await applied(client)).includes(migration.name);
    if (isDone) return [];
    await runAlone(client, { name: migration.name, sql: migration.up }, INSERT);
    return [migration.name];
  });
}

interface MigrationScript {
  readonly name: string;
  readonly sql: string;
}

async function runAlone(
  client: Client,
  { name, sql }: MigrationScript,
  note: string,
): Promise<void> {
  // The role's own limit is one for requests.
  await client.query('set statement_timeout = 0');
  for (const statement of statementsOf(sql))
    await runOutsideTransaction(client, statement).catch(lockProblemOf(name));
  await client.query('reset statement_timeout');
  await client.query(note, [name]);
}

async function takeBack(client: Client, group: readonly Migration[]): Promise<void> {
  for (const { name, down } of group) {
    await run(client, name, down);
    await client.query(DELETE, [name]);
  }
}

/** An index that is dropped loses nothing, so what runs outside a transaction is left out. */
async function assertNothingIsLost(client: Client, downs: readonly Migration[]): Promise<void> {
  const group = downs.filter(({ down }) => !isOutsideTransaction(down));
  const lost = await inTransaction(client, () => lossesOf(client, () => takeBack(client, group)));
  if (lost.length === 0) return;
  throw new StartProblem(
    `Taking back ${downs.map(({ name }) => name).join(', ')} destroys what is stored in ${lost.join(', ')}. ` +
      'Nothing was changed. If that is meant, make a dump and add --destroy.',
  );
}

async function run(client: Client, name: string, sql: string): Promise<void> {
  await client.query(sql).catch(lockProblemOf(name));
}

const lockProblemOf = (name: string) => (error: { code?: string }) => {
  if (error.code !== LOCK_NOT_AVAILABLE) throw error;
  throw new StartProblem(
    `migration ${name} did not get its lock within ${PATIENCE}, and changed nothing: ` +
      'something long runs in the database, a dump perhaps; try again after it',
  );
};

async function pendingIn(client: Client, migrations: readonly Migration[]): Promise<Migration[]> {
  const done = await applied(client);
  return migrations.filter(({ name }) => !done.includes(name));
}

async function applied(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ exists: boolean }>(
    `select to_regclass('schema_migrations') is not null as exists`,
  );
  if (!rows[0]?.exists) return [];
  const { rows: names } = await client.query<{ name: string }>(
    'select name from schema_migrations order by name',
  );
  return names.map(({ name }) => name);
}
