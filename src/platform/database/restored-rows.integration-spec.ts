import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { eventually } from '../../../test/support/eventually.js';
import { createDatabase } from '../../../test/support/databases.js';
import { freeRestoredRows } from './restored-rows.js';

const FUTURE = '9000000000000';

describe('rows restored into another cluster', () => {
  let url: string;
  let client: Client;

  beforeEach(async () => {
    url = await createDatabase();
    client = new Client({ connectionString: url });
    await client.connect();
    await client.query('create table events_of_the_test partition of events default');
  });
  afterEach(() => client.end());

  const given = (type: string, xid: string) =>
    client.query(
      `insert into events (partner_id, id, type, entity_id, occurred_at, change_xid)
        values (gen_random_uuid(), gen_random_uuid(), '${type}', 1, now(), ${xid})`,
    );
  /** Transactions of any database of the server hide newer rows as long as they run. */
  const settled = async (types: readonly string[]) =>
    eventually(visible, (found) => found.length >= types.length);
  const visible = async () => {
    const text = `select type from events where change_xid < pg_snapshot_xmin(pg_current_snapshot())
      order by change_no`;
    return (await client.query<{ type: string }>(text)).rows.map(({ type }) => type);
  };

  it('are shown at once; those of this cluster keep their ids', async () => {
    await given('OWN', 'pg_current_xact_id()');
    await given('RESTORED', `'${FUTURE}'`);
    const own = `select change_xid::text as xid from events where type = 'OWN'`;
    const before = (await client.query(own)).rows;
    expect(await settled(['OWN'])).toEqual(['OWN']);
    expect(await freeRestoredRows(url)).toBe(1);
    expect(await settled(['OWN', 'RESTORED'])).toEqual(['OWN', 'RESTORED']);
    expect((await client.query(own)).rows).toEqual(before);
  });

  it('are none in a database that was never moved', async () => {
    await given('OWN', 'pg_current_xact_id()');
    expect(await freeRestoredRows(url)).toBe(0);
  });
});
