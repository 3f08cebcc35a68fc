import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { assertUsableVersion, databaseProblem } from './database-problem.js';

/** Any number that nothing else of ours locks. Held to the end of the transaction, so it survives PgBouncer. */
const LOCK = 7_304_201;
/**
 * For what runs outside a transaction. A lock of its own, and tried instead of waited for: an index that is built
 * concurrently waits for every older snapshot, and whoever waits inside a statement has one.
 */
const BUILD_LOCK = 7_304_202;
const TRY_EVERY_MS = 200;
/** While a migration waits for a table behind something long, every door waits behind the migration. */
export const PATIENCE = '4s';
const VERSION = `select current_setting('server_version_num')::int as version`;

/** Of those that come at once one works at a time. */
export async function inTransaction<T>(client: Client, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    await client.query('set local statement_timeout = 0');
    await client.query('select pg_advisory_xact_lock($1)', [LOCK]);
    await client.query(`set local lock_timeout = '${PATIENCE}'`);
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

export async function holdingBuildLock<T>(url: string, work: () => Promise<T>): Promise<T> {
  return withClient(url, async (holder) => {
    await holder.query('begin; set local idle_in_transaction_session_timeout = 0');
    while (!(await isMine(holder))) await sleep(TRY_EVERY_MS);
    return work();
  });
}

/** Without parameters: what is sent with them keeps its snapshot until the next statement. */
async function isMine(holder: Client): Promise<boolean> {
  const { rows } = await holder.query<{ mine: boolean }>(
    `select pg_try_advisory_xact_lock(${BUILD_LOCK}) as mine`,
  );
  return rows[0]?.mine === true;
}

export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number }>(VERSION);
    assertUsableVersion(rows[0]?.version ?? 0);
    return await work(client);
  } catch (error) {
    throw databaseProblem(error, url);
  } finally {
    await client.end().catch(() => undefined);
  }
}
