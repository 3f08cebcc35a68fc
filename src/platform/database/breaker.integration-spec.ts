import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client, Pool } from 'pg';
import { createDatabase } from '../../../test/support/databases.js';
import { eventually } from '../../../test/support/eventually.js';
import { DatabaseProxy } from '../../../test/support/proxy.js';
import { Database } from './database.js';

/** Statements that wait at once, as those of many requests do. */
describe('connections that end all at once', () => {
  const HANG = { name: 'test.hang', text: 'select pg_sleep(60)' };
  const LOOK = { name: 'test.look', text: 'select 1 as one' };
  const HANGING = `select pid from pg_stat_activity where wait_event = 'PgSleep' and datname = current_database()`;
  const MANY = 8;
  const ignore = () => undefined;
  let url: string;
  let proxy: DatabaseProxy;
  let direct: Client;
  let pool: Pool;

  beforeAll(async () => {
    url = await createDatabase('template0');
    direct = new Client({ connectionString: url });
    await direct.connect();
  });
  beforeEach(async () => {
    proxy = await DatabaseProxy.before(url);
    pool = new Pool({ connectionString: proxy.url, max: MANY });
    pool.on('error', ignore).on('connect', (client) => client.on('error', ignore));
  });
  afterEach(async () => {
    await pool.end();
    await proxy.close();
  });
  afterAll(() => direct.end());

  const hanging = async (db: Database) => {
    const all = Promise.allSettled(Array.from({ length: MANY }, () => db.query(HANG, [])));
    await eventually(
      async () => (await direct.query(HANGING)).rows,
      (rows) => rows.length === MANY,
    );
    return { all };
  };
  const terminate = async () =>
    void (await direct.query(`select pg_terminate_backend(pid) from (${HANGING}) hanging`));

  it.each([
    ['the server ends them', terminate],
    ['they are reset', async () => proxy.cut()],
  ])('open no breaker when %s: the next statement finds a server', async (_, end) => {
    const db = new Database(pool);
    const { all } = await hanging(db);
    await end();
    expect((await all).map(({ status }) => status)).toEqual(Array(MANY).fill('rejected'));
    expect([db.breakerState, await db.query(LOOK, [])]).toEqual([0, [{ one: 1 }]]);
  });

  it('open it when nothing can be reached after them', async () => {
    const db = new Database(pool);
    await db.query(LOOK, []);
    await proxy.refuse();
    for (let no = 0; no < 6; no += 1)
      await expect(db.query(LOOK, [])).rejects.toMatchObject({
        spec: { code: 'request.unavailable' },
      });
    expect(db.breakerState).toBe(2);
  });
});
