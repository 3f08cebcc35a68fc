import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { createDatabase } from '../../../test/support/databases.js';
import { DatabaseProxy } from '../../../test/support/proxy.js';
import { poolOf } from '../database/connection.js';
import { Database } from '../database/database.js';
import { migrateUp } from '../database/migrations.js';
import { Metrics } from '../metrics/metrics.js';
import { DatabaseState } from './database-state.js';

describe('what is known of the database', () => {
  let url: string;
  let proxy: DatabaseProxy;
  let source: DataSource;
  let metrics: Metrics;
  let state: DatabaseState;

  beforeEach(async () => {
    url = await createDatabase('template0');
    proxy = await DatabaseProxy.before(url);
    source = new DataSource({
      type: 'postgres',
      url: proxy.url,
      installExtensions: false,
      poolErrorHandler: () => undefined,
    });
    await source.initialize();
    metrics = new Metrics();
    state = new DatabaseState(new Database(poolOf(source)), metrics);
  });
  afterEach(async () => {
    await source.destroy();
    await proxy.close();
  });

  const up = async () =>
    (await metrics.registry.getSingleMetricAsString('gatehouse_database_available')).trim().at(-1);

  it('is nothing before the first contact, then its schema, which stays known while it is away', async () => {
    await proxy.refuse();
    expect(await state.known()).toEqual({ status: 'away', since: expect.any(String) });
    await proxy.pass();
    expect(await state.known()).toMatchObject({ status: 'ok', schema: 'pending' });
    await migrateUp(url);
    const { since } = await state.probe();
    expect(await state.known()).toEqual({ status: 'ok', schema: 'current', since });
    expect(await up()).toBe('1');
    await proxy.refuse();
    expect(await state.probe()).toMatchObject({ status: 'away', schema: 'current' });
    expect(await state.known()).toMatchObject({ status: 'away', schema: 'current' });
    expect(await up()).toBe('0');
  });

  it('names the migrations that only a newer version has', async () => {
    await migrateUp(url);
    await source.query(`insert into schema_migrations (name) values ('9999-future')`);
    expect(await state.known()).toMatchObject({ schema: 'newer', newer: ['9999-future'] });
    await source.query('delete from schema_migrations');
    expect(await state.probe()).toMatchObject({ schema: 'pending' });
  });
});
