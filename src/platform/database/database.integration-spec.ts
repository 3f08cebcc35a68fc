import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Pool } from 'pg';
import { createDatabase } from '../../../test/support/databases.js';
import { eventually } from '../../../test/support/wellhub-posts.js';
import { Database, type Queries } from './database.js';

const MAKE = `create table rows (id int primary key, n int not null);
  insert into rows values (1, 0), (2, 0);
  create table pair as select * from rows`;
const ADD = {
  name: 'test.add',
  text: 'update rows set n = n + 1 where id = $1',
};

const ADD_TO_BOTH = { name: 'test.both', text: 'update pair set n = n + 1' };
const HOLD_SECOND = { name: 'test.hold', text: 'select from pair where id = 2 for update' };
const ADD_TO_FIRST = { name: 'test.first', text: 'update pair set n = n + 10 where id = 1' };
const BLOCKED = {
  name: 'test.blocked',
  text: `select from pg_stat_activity where wait_event = 'transactionid' and datname = current_database()`,
};

describe('transactions in a dead-lock', () => {
  let pool: Pool;
  let db: Database;

  beforeAll(async () => {
    pool = new Pool({ connectionString: await createDatabase('template0'), max: 3 });
    db = new Database(pool);
    await pool.query(MAKE);
  });
  afterAll(() => pool.end());

  /** Both hold their first row before either asks for its second. */
  const inACircle = async () => {
    let arrived = 0;
    let meet = () => {};
    const bothHold = new Promise<void>((resolve) => (meet = resolve));
    const one = (first: number, second: number) =>
      db.transaction(async (tx: Queries) => {
        await tx.query(ADD, [first]);
        if (++arrived === 2) meet();
        await bothHold;
        await tx.query(ADD, [second]);
      });
    return Promise.allSettled([one(1, 2), one(2, 1)]);
  };

  it('end with one done and one that may try again, with nothing half done and no connection lost', async () => {
    const ends = await inACircle();
    expect(ends.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const lost = ends.find((end) => end.status === 'rejected');
    expect(lost?.reason).toMatchObject({
      spec: { code: 'request.unavailable' },
      cause: { code: '40P01' },
    });
    const { rows } = await pool.query('select n from rows order by id');
    expect(rows).toEqual([{ n: 1 }, { n: 1 }]);
    expect(pool.totalCount).toBe(2);
  });

  it('are tried once more when they are one statement', async () => {
    let adding: Promise<unknown> | undefined;
    await db.transaction(async (tx) => {
      await tx.query(HOLD_SECOND, []);
      adding = db.query(ADD_TO_BOTH, []);
      await eventually(
        () => db.query(BLOCKED, []),
        (rows) => rows.length > 0,
      );
      await tx.query(ADD_TO_FIRST, []);
    });
    await adding;
    const { rows } = await pool.query('select n from pair order by id');
    expect(rows).toEqual([{ n: 11 }, { n: 1 }]);
  });

  it('say nothing about the database: it is still asked', async () => {
    for (let round = 0; round < 5; round += 1) await inACircle();
    expect(await db.query({ name: 'test.one', text: 'select 1 as one' }, [])).toEqual([{ one: 1 }]);
  });
});
