import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { inLockedTransaction, withClient } from './with-client.js';

/** Any number that nothing else of ours locks. Held to the end of the transaction, so it survives PgBouncer. */
const LOCK = 7_304_201;
/**
 * For migrations outside a transaction. A lock of its own, polled instead of waited for: building an index concurrently
 * waits until every transaction is over that had a snapshot when it began, if only for a moment. So each try is a
 * transaction of its own.
 */
const BUILD_LOCK = 7_304_202;
const TRY_EVERY_MS = 200;
/** While a migration waits for a table behind something long, every door waits behind the migration. */
export const PATIENCE = '4s';

/** Concurrent migrations run one at a time. */
export async function inTransaction<T>(client: Client, work: () => Promise<T>): Promise<T> {
  return inLockedTransaction(client, LOCK, async () => {
    await client.query(`set local lock_timeout = '${PATIENCE}'`);
    return work();
  });
}

export async function holdingBuildLock<T>(url: string, work: () => Promise<T>): Promise<T> {
  return withClient(url, async (holder) => {
    while (!(await isMine(holder))) await sleep(TRY_EVERY_MS);
    return work();
  });
}

/** Leaves the transaction open whose lock it is. Without parameters: what is sent with them keeps its snapshot. */
async function isMine(holder: Client): Promise<boolean> {
  await holder.query('begin; set local idle_in_transaction_session_timeout = 0');
  const { rows } = await holder.query<{ mine: boolean }>(
    `select pg_try_advisory_xact_lock(${BUILD_LOCK}) as mine`,
  );
  if (rows[0]?.mine === true) return true;
  await holder.query('rollback');
  return false;
}
