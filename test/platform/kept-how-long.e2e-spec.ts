import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keepPartitions } from '../../src/platform/database/partitions.js';
import { Database } from '../../src/platform/database/database.js';
import { Sweeps } from '../../src/platform/database/sweeps.js';
import { givenADoor, type GateWorld } from '../support/gate-world.js';
import { startApp, type TestApp } from '../support/test-app.js';

describe('what is kept how long', () => {
  let app: TestApp;
  let world: GateWorld;

  beforeAll(async () => {
    app = await startApp();
    world = await givenADoor(app);
  });
  afterAll(() => app.close());

  const count = async (table: string) =>
    (await app.sql<{ n: number }>(`select count(*)::int as n from ${table}`))[0]?.n;
  const age = (table: string, interval: string) =>
    app.sql(`update ${table} set at = clock_timestamp() - $1::interval`, [interval]);
  const sweep = () => app.app.get(Sweeps).sweep();

  it.each([
    ['gate_nonces', '23 hours 59 minutes', '24 hours 1 minute'],
    ['audit_log', '729 days', '732 days'],
    ['gate_tries', '50 seconds', '61 seconds'],
  ])('rows of %s live for %s and are swept after %s', async (table, young, old) => {
    await world.scan(await world.fetchCode());
    await world.scan('31', { type: 'NUMBER' });
    await world.admin.post(`/admin/v1/partners/${world.partnerId}/api-keys`, {
      name: 'another',
      scopes: ['STUDIO_READ'],
    });
    const rows = await count(table);
    expect(rows).toBeGreaterThan(0);
    await age(table, young);
    await sweep();
    expect(await count(table)).toBe(rows);
    await age(table, old);
    expect(await sweep()).toBeGreaterThanOrEqual(rows!);
    expect(await count(table)).toBe(0);
  });

  it('O-36 the days of decisions older than 90 and the hours of codes older than a day are dropped', async () => {
    const names = async (table: string) => {
      const rows = await app.sql<{ name: string }>(
        `select inhrelid::regclass::text as name from pg_inherits where inhparent = $1::regclass`,
        [table],
      );
      return rows.map(({ name }) => name);
    };
    const stamp = (ms: number, length: number) =>
      new Date(Date.now() - ms).toISOString().slice(0, length).replaceAll(/[-T]/g, '');
    const day = 86_400_000;
    const [lastKept, gone] = [stamp(90 * day, 10), stamp(93 * day, 10)];
    for (const name of [lastKept, gone])
      await app.sql(
        `create table gate_decisions_${name} partition of gate_decisions
         for values from (date '${name}'::timestamp at time zone 'UTC')
         to ((date '${name}' + 1)::timestamp at time zone 'UTC')`,
      );
    const plan = { table: 'gate_decisions', unit: 'day', ahead: 3, keep: 91 } as const;
    await keepPartitions(app.app.get(Database), plan);
    const kept = await names('gate_decisions');
    expect(kept).toContain(`gate_decisions_${lastKept}`);
    expect(kept).not.toContain(`gate_decisions_${gone}`);
    expect(kept).toContain(`gate_decisions_${stamp(-day, 10)}`);
  });

  it('the audit log shows who did what, when and from where', async () => {
    const { admin, partnerId } = world;
    const headers = { 'X-Forwarded-For': '203.0.113.7' };
    const body = { name: 'from afar', scopes: ['STUDIO_READ'] };
    await admin.post(`/admin/v1/partners/${partnerId}/api-keys`, body, headers);
    const { items } = (await admin.get(`/admin/v1/partners/${partnerId}/audit-log?limit=1`)).body;
    expect(items).toMatchObject([
      { actor: expect.any(String), action: expect.stringContaining('key'), source: '203.0.113.7' },
    ]);
  });
});
