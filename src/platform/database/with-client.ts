import { Client } from 'pg';
import { assertUsableVersion, databaseProblem } from './database-problem.js';

const VERSION = `select current_setting('server_version_num')::int as version`;

/** Work of a start or a command on a connection of its own, outside the pool and its time limits. */
export async function withClient<T>(
  databaseUrl: string,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  let client: Client | undefined;
  try {
    client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
    client.on('error', () => undefined);
    await client.connect();
    const { rows } = await client.query<{ version: number }>(VERSION);
    assertUsableVersion(rows[0]?.version ?? 0);
    return await work(client);
  } catch (error) {
    throw databaseProblem(error, databaseUrl);
  } finally {
    await client?.end().catch(() => undefined);
  }
}

/** All or nothing, by one process at a time. @param lock any number that nothing else of ours locks */
export async function inLockedTransaction<T>(
  client: Client,
  lock: number,
  work: () => Promise<T>,
): Promise<T> {
  await client.query('begin; set local statement_timeout = 0');
  try {
    await client.query('select pg_advisory_xact_lock($1)', [lock]);
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}
