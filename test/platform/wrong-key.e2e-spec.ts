import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { StartProblem } from '../../src/platform/config/start-problem.js';
import { MasterKey } from '../../src/platform/crypto/master-key.js';
import { createDatabase, query } from '../support/databases.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner } from '../support/world.js';

const [right, wrong] = [randomBytes(32), randomBytes(32)];
const idOf = (key: Buffer) => new MasterKey(key).id;

describe('a start with SECRETS_KEY', () => {
  let databaseUrl: string;
  let running: TestApp[];

  beforeEach(async () => {
    [databaseUrl, running] = [await createDatabase(), []];
  });
  afterEach(() => Promise.all(running.map((app) => app.close())));

  const start = async (...secretsKeys: Buffer[]) => {
    const app = await startApp({ databaseUrl, secretsKeys });
    running.push(app);
    return app;
  };
  const stop = () => Promise.all(running.splice(0).map((app) => app.close()));
  /** What a start says when it refuses. */
  const refusal = async (...secretsKeys: Buffer[]): Promise<string> => {
    const refused = await start(...secretsKeys).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(refused).toBeInstanceOf(StartProblem);
    return (refused as StartProblem).message;
  };
  const rows = async () => {
    const tables = await query<{ name: string }>(
      databaseUrl,
      `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`,
    );
    const counts = tables.map(({ name }) => `select '${name}' as name, count(*) from ${name}`);
    return query(databaseUrl, counts.join(' union all '));
  };

  it('that is the wrong one stops with one sentence that names both keys, and writes nothing', async () => {
    await givenAPartner(await start(right));
    await stop();
    const before = await rows();
    const said = await refusal(wrong);
    expect(said).toContain(idOf(wrong));
    expect(said).toContain(idOf(right));
    expect(said).toContain('set SECRETS_KEY to that key again');
    expect(said).not.toContain(wrong.toString('base64'));
    expect(said).not.toContain(right.toString('base64'));
    expect(said.split('\n')).toHaveLength(1);
    expect(await rows()).toEqual(before);
    await start(right);
  });

  it('refuses the wrong one before it migrates, or searches for restored rows', async () => {
    await start(right);
    await stop();
    await query(databaseUrl, `delete from schema_migrations where name like '0036-%'`);
    await query(databaseUrl, 'drop table database_cluster');
    expect(await refusal(wrong)).toContain('wrong key');
    const found = await query(databaseUrl, `select to_regclass('database_cluster') as found`);
    expect(found).toEqual([{ found: null }]);
    await start(right);
  });

  it('refuses the wrong one in a database in which nothing is encrypted yet', async () => {
    await start(right);
    await stop();
    expect(await refusal(wrong)).toContain('wrong key');
  });

  describe('in a database of a version that knew no canary', () => {
    beforeEach(async () => {
      await givenAPartner(await start(right));
      await stop();
      await query(databaseUrl, 'delete from encryption_keys');
    });

    it('accepts the key that decrypts the stored values, whatever other keys are set', async () => {
      await start(wrong, right);
      await stop();
      expect(await query(databaseUrl, 'select key_id from encryption_keys')).toHaveLength(2);
    });

    it('does not make a wrong one the right one', async () => {
      const said = await refusal(wrong);
      expect(said).toContain(`${idOf(wrong)} opens nothing that is stored`);
      expect(await query(databaseUrl, 'select key_id from encryption_keys')).toEqual([]);
      await start(right);
    });
  });

  it('that lacks a key which still encrypts rows stops with the count per table', async () => {
    await givenAPartner(await start(right));
    await stop();
    await start(wrong, right);
    await stop();
    const said = await refusal(wrong);
    expect(said).toContain(`lacks the key ${idOf(right)}, which still encrypts 2 rows`);
    expect(said).toContain(
      'wellhub_connections.access_token 1, wellhub_connections.webhook_secret 1',
    );
    expect(said).toContain('gatehouse keys reseal');
  });

  it('that writes what a running replica cannot read stops, and starts once that one has gone', async () => {
    await start(right);
    const said = await refusal(wrong, right);
    expect(said).toContain(`does not have the key ${idOf(wrong)}`);
    await stop();
    await start(wrong, right);
  });

  it('that cannot read what a running replica writes stops', async () => {
    await start(right, wrong);
    await stop();
    await start(wrong, right);
    expect(await refusal(right)).toContain(`lacks the key ${idOf(wrong)}`);
  });

  it('waits for a replica that was killed until it counts as gone', async () => {
    await start(right);
    await stop();
    await query(
      databaseUrl,
      `insert into running_replicas values (gen_random_uuid(), '{${idOf(right)}}', clock_timestamp() - interval '28 s')`,
    );
    await start(wrong, right);
    const left = await query(
      databaseUrl,
      `select id from running_replicas where seen_at > clock_timestamp() - interval '30 s'`,
    );
    expect(left).toHaveLength(1);
  });
});
