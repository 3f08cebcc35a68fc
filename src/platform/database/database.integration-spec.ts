import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { eventually } from '../../../test/support/eventually.js';
import { createDatabase } from '../../../test/support/databases.js';
import { deadlineIn, runInRequest, runOutsideRequests } from '../deadline/request-context.js';
import { FreshCache } from '../cache/fresh-cache.js';
import { Batch } from './batch.js';
import { poolOf } from './connection.js';
import { Database, type Queries } from './database.js';

const MAKE = `create table rows (id int primary key, n int not null);
  insert into rows values (1, 0), (2, 0);
  create table pair as select * from rows`;
const ADD = {
  name: 'test.add',
  text: 'update rows set n = n + 1 where id = $1',
};

/** Row after row, as far as the gates of the test are open. */
const ADD_TO_BOTH = { name: 'test.both', text: 'select add_to_both()' };
const MAKE_ADD_TO_BOTH = `create function add_to_both() returns void language plpgsql as $$ begin
    perform pg_advisory_xact_lock_shared(1); update pair set n = n + 1 where id = 1;
    perform pg_advisory_xact_lock_shared(2); update pair set n = n + 1 where id = 2; end $$`;
const HOLD_SECOND = { name: 'test.hold', text: 'select from pair where id = 2 for update' };
const ADD_TO_FIRST = { name: 'test.first', text: 'update pair set n = n + 10 where id = 1' };
const WAITING = `select from pg_stat_activity where wait_event = $1 and datname = current_database()`;
const NEVER_THE_VICTIM = { name: 'test.patient', text: `set local deadlock_timeout = '1h'` };

/** A sequence counts the tries, whatever becomes of them. */
const MAKE_UNDONE = `create sequence tries;
  create function undone(times int) returns int language plpgsql as $$
  declare no int := nextval('tries'); begin
    if no <= times then raise exception 'undone' using errcode = '40P01'; end if;
    return no; end $$`;
const UNDONE = { name: 'test.undone', text: 'select undone($1) as no' };

describe('values that are made when they are sent', () => {
  const ECHO = { name: 'test.echo', text: 'select $1::int as n' };
  let pool: Pool;

  beforeAll(async () => {
    pool = new Pool({ connectionString: await createDatabase('template0'), max: 1 });
    await pool.query(MAKE_UNDONE);
  });
  afterAll(() => pool.end());

  it('are made once there is a connection', async () => {
    const held = await pool.connect();
    let isHeld = true;
    const answer = new Database(pool).query(ECHO, () => [isHeld ? 0 : 1]);
    isHeld = false;
    held.release();
    expect(await answer).toEqual([{ n: 1 }]);
  });

  it('are made anew when the statement is tried again', async () => {
    let made = 0;
    const found = await new Database(pool).query(UNDONE, () => {
      made += 1;
      return [1];
    });
    expect([found, made]).toEqual([[{ no: 2 }], 2]);
  });
});

describe('work after a commit', () => {
  let pool: Pool;
  let db: Database;
  let seen: number[];

  beforeAll(async () => {
    pool = new Pool({ connectionString: await createDatabase('template0'), max: 2 });
    db = new Database(pool);
    await pool.query('create table facts (n int)');
  });
  afterAll(() => pool.end());

  const WRITE = { name: 'test.fact', text: 'insert into facts values (1)' };
  const COUNT = { name: 'test.facts', text: 'select count(*)::int as n from facts' };
  const count = async () => (await db.query<{ n: number }>(COUNT, []))[0]?.n ?? 0;
  const counted = async () => void seen.push(await count());

  it('runs once per transaction, after what was written can be seen', async () => {
    seen = [];
    const look = () => void counted();
    const result = await db.transaction(async (tx) => {
      tx.afterCommit(look);
      await tx.query(WRITE, []);
      tx.afterCommit(look);
      return 'result';
    });
    expect(result).toBe('result');
    await eventually(
      async () => seen,
      ({ length }) => length > 0,
    );
    expect(seen).toEqual([1]);
  });

  it('never runs after a rollback, also not with the next transaction', async () => {
    seen = [];
    const failing = db.transaction(async (tx) => {
      tx.afterCommit(() => void seen.push(0));
      throw new Error('undone');
    });
    await expect(failing).rejects.toThrow('undone');
    await db.transaction((tx) => tx.query(COUNT, []));
    expect(seen).toEqual([]);
  });

  it('leaves a commit as it is when it fails, and runs the rest', async () => {
    seen = [];
    const before = await count();
    await db.transaction(async (tx) => {
      tx.afterCommit(() => {
        throw new Error('a follow-up that fails');
      });
      tx.afterCommit(() => void seen.push(1));
      await tx.query(WRITE, []);
    });
    expect(await count()).toBe(before + 1);
    expect(seen).toEqual([1]);
  });

  it('runs at once on the pool, where every statement is a transaction', () => {
    seen = [];
    db.afterCommit(() => void seen.push(1));
    expect(seen).toEqual([1]);
  });
});

describe('transactions in a dead-lock', () => {
  let pool: Pool;
  let db: Database;

  beforeAll(async () => {
    const connectionString = await createDatabase('template0');
    pool = new Pool({ connectionString, max: 3, options: '-c deadlock_timeout=50ms' });
    db = new Database(pool);
    await pool.query(`${MAKE}; ${MAKE_ADD_TO_BOTH}; ${MAKE_UNDONE}`);
  });
  afterAll(() => pool.end());

  /** Both hold their first row before either locks its second. */
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

  it('end with one committed and one that may retry, with nothing half done and no connection lost', async () => {
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

  it('are retried when they are one statement, after the others continued', async () => {
    const gates = await pool.connect();
    const isWaiting = (event: string) =>
      eventually(
        async () => (await gates.query(WAITING, [event])).rows,
        (rows) => rows.length > 0,
      );
    await gates.query('select pg_advisory_lock(2)');
    const adding = await db.transaction(async (tx) => {
      await tx.query(NEVER_THE_VICTIM, []);
      await tx.query(HOLD_SECOND, []);
      const both = runOutsideRequests(() => db.query(ADD_TO_BOTH, []));
      await isWaiting('advisory');
      const first = tx.query(ADD_TO_FIRST, []);
      await isWaiting('transactionid');
      const nextTry = gates.query('select pg_advisory_unlock(2)');
      await gates.query('select pg_advisory_lock(1)');
      await Promise.all([first, nextTry]);
      return { both };
    });
    await gates.query('select pg_advisory_unlock(1)');
    gates.release();
    await adding.both;
    const { rows } = await pool.query('select n from pair order by id');
    expect(rows).toEqual([{ n: 11 }, { n: 1 }]);
  });

  it('are tried three times at most when they are one statement, and not after their deadline', async () => {
    const tries = async (times: number) => {
      await pool.query(`alter sequence tries restart`);
      const [row] = await db.query<{ no: number }>(UNDONE, [times]);
      return row?.no;
    };
    const undone = { spec: { code: 'request.unavailable' }, cause: { code: '40P01' } };
    expect(await tries(2)).toBe(3);
    await expect(tries(3)).rejects.toMatchObject(undone);
    const context = { requestId: 'test', deadlineAt: deadlineIn(90) };
    await expect(runInRequest(context, () => db.query(UNDONE, [100]))).rejects.toMatchObject({
      spec: undone.spec,
    });
    const { rows } = await pool.query(`select last_value::int as made from tries`);
    expect(rows[0].made).toBeLessThanOrEqual(4);
  });

  it('do not count against the database: it is still queried', async () => {
    for (let round = 0; round < 5; round += 1) await inACircle();
    expect(await db.query({ name: 'test.one', text: 'select 1 as one' }, [])).toEqual([{ one: 1 }]);
  });
});

describe('a second connection inside a transaction', () => {
  let source: DataSource;
  let db: Database;

  beforeAll(async () => {
    const url = await createDatabase('template0');
    source = await new DataSource({ type: 'postgres', url, poolSize: 2 }).initialize();
    db = new Database(poolOf(source));
  });
  afterAll(() => source.destroy());

  const ONE = { name: 'test.one', text: 'select 1 as one' };
  const kept = new FreshCache({ load: async () => 'kept', freshMs: 60_000 });
  const batch = new Batch<number, number>({ run: async (items) => items, key: String });

  it.each<[string, () => unknown]>([
    ['a statement', () => db.query(ONE, [])],
    ['another transaction', () => db.transaction((tx) => tx.query(ONE, []))],
    ["TypeORM's repositories", () => source.query('select 1')],
    ['a batch', () => batch.add(1)],
    ['what is kept for a while, also when it is there', () => kept.get('a')],
  ])('is refused to %s, and the transaction is undone', async (_, ask) => {
    await kept.get('a');
    const asking = db.transaction(async (tx) => {
      await tx.query(ONE, []);
      await ask();
    });
    await expect(asking).rejects.toThrow('A second connection was asked for');
    expect(await db.query(ONE, [])).toEqual([{ one: 1 }]);
  });

  it('has the same result for transactions before, beside and after it', async () => {
    const beside = await db.transaction(async (tx) => {
      await tx.query(ONE, []);
      return { other: runOutsideRequests(() => db.query(ONE, [])) };
    });
    expect(await beside.other).toEqual([{ one: 1 }]);
    expect(await batch.add(1)).toBe(1);
  });
});
