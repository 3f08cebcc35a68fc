import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Pool } from 'pg';
import { createDatabase } from '../../../test/support/databases.js';
import { Database } from './database.js';
import { RowStatement } from './row-statement.js';

const WISH = { no: 'int', name: 'text', hash: 'bytea', at: 'timestamptz' };

/** Returns its input, and the type of each value. */
const SAY = new RowStatement(
  'test.say',
  WISH,
  (wishes, isAlone) =>
    `select w.*, $5::text as greeting, ${String(isAlone)} as alone from (${wishes}) w order by w.no`,
);

describe('a statement over rows', () => {
  let pool: Pool;
  let db: Database;

  beforeAll(async () => {
    pool = new Pool({ connectionString: await createDatabase('template0'), max: 1 });
    db = new Database(pool);
  });
  afterAll(() => pool.end());

  const row = (no: number) => ({ no, name: `n${no}`, hash: Buffer.from([no]), at: null });

  it('takes one row in a form of its own', async () => {
    const answer = { ...row(1), greeting: 'hi', alone: true };
    expect(await SAY.run(db, [row(1)], ['hi'])).toEqual([answer]);
  });

  it('takes several as one array per field, with the same answer for each', async () => {
    const rows = [row(1), row(2), row(3)];
    const answers = rows.map((wish) => ({ ...wish, greeting: 'hi', alone: false }));
    expect(await SAY.run(db, rows, ['hi'])).toEqual(answers);
  });

  it('assigns each form a name, so that both stay planned', async () => {
    const { rows } = await pool.query('select name from pg_prepared_statements order by name');
    expect(rows).toEqual([{ name: 'test.say' }, { name: 'test.say-many' }]);
  });
});
