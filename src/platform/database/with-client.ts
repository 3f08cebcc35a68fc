import { Client } from 'pg';
import { databaseProblem } from './database-problem.js';

/** Work of a start or a command on a connection of its own, outside the pool and its time limits. */
export async function withClient<T>(
  databaseUrl: string,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } catch (error) {
    throw databaseProblem(error, databaseUrl);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** All or nothing, by one process at a time. @param lock any number that nothing else of ours locks */
export async function inLockedTransaction<T>(
  client: Client,
  lock: number,
  work: () => Promise<T>,
): Promise<T> {
  await client.query('begin');
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
