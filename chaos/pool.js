import { setTimeout as sleep } from 'node:timers/promises';
import { recovers } from './recovery.js';
import { PER_SECOND, times, underLoad } from './under-load.js';

const HELD_MS = 3_000;
const TABLES = 'customers, visits, access_codes, wellhub_events, wellhub_users';
const DEADLOCK = '40P01';
const OURS = `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'gatehouse'`;

/** No connection is free: first because every statement waits for a lock, then because the server gives none away. */
export async function exhaustedPool(stage, { count }) {
  await underLoad(stage, PER_SECOND, () =>
    times(count, async () => {
      await allWait(stage.database);
      await recovers(stage);
      await noneLeft(stage.database);
      await recovers(stage);
    }),
  );
}

/** Somebody else's transaction holds what every request needs, so that the ten connections of each replica wait. */
async function allWait(database) {
  const other = await database.connect();
  while (!(await holdsAll(other)));
  await sleep(HELD_MS);
  await other.end();
}

/** One of the requests may hold what we wait for and wait for what we hold: then the database ends one of us. */
async function holdsAll(other) {
  try {
    await other.query(`begin; lock table ${TABLES} in access exclusive mode`);
    return true;
  } catch (error) {
    if (error.code !== DEADLOCK) throw error;
    await other.query('rollback');
    return false;
  }
}

/** Others take every connection that the server has; ours are ended until they get none any more. */
async function noneLeft(database) {
  const others = [await database.connect()];
  for (let ended = 1; ended > 0;) {
    while (
      await database.connect().then(
        (one) => others.push(one),
        () => false,
      )
    );
    ended = (await others[0].query(OURS)).rowCount;
  }
  await sleep(HELD_MS);
  await Promise.all(others.map((one) => one.end()));
}
