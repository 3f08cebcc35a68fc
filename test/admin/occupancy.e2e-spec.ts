import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomBytes, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { AdmissionsRepository } from '../../src/door-outage/admissions.repository.js';
import { Database } from '../../src/platform/database/database.js';
import { Capacities, Visits, type GymCapacity } from '../../src/visits/index.js';
import { OccupancyWorker } from '../../src/visits/occupancy.worker.js';
import { VisitClosingWorker } from '../../src/visits/visit-closing.worker.js';
import { createDatabase } from '../support/databases.js';
import { eventually } from '../support/eventually.js';
import { givenADoor, type GateWorld } from '../support/gate-world.js';
import { Replica } from '../support/replica.js';
import { startApp, type TestApp } from '../support/test-app.js';

describe('how many people are inside', () => {
  let app: TestApp;
  let world: GateWorld;

  beforeAll(async () => {
    app = await startApp();
  });
  beforeEach(async () => {
    world = await givenADoor(app);
  });
  afterAll(() => app.close());

  const db = () => app.app.get(Database);
  const capacity = (value: GymCapacity | null, gymId = world.gymId) =>
    db().transaction((tx) =>
      app.app.get(Capacities).set(tx, { partnerId: world.partnerId, gymId }, value),
    );
  const atDesk = async (customerId: number, gymId = world.gymId) => {
    const { partnerId } = world;
    const visits = app.app.get(Visits);
    const opened = await db().transaction((tx) =>
      visits.openAtDesk(tx, partnerId, customerId, gymId),
    );
    return opened.visitId;
  };
  const occupancy = async (gymId = world.gymId) => {
    const { body } = await world.admin.get(`/admin/v1/gyms/${gymId}/occupancy`);
    return [body.inside, body.capacity];
  };
  /** The counter is what the open visits are. */
  const oracle = async (gymId = world.gymId) => {
    const rows = await app.sql<{ inside: number; open: number }>(
      `select o.inside, (select count(*)::int from visits v
         where v.partner_id = o.partner_id and v.gym_id = o.gym_id and v.left_at is null) as open
       from gym_occupancy o where o.gym_id = $1`,
      [gymId],
    );
    expect(rows.map(({ inside }) => inside)).toEqual(rows.map(({ open }) => open));
  };
  const people = (count: number) =>
    Promise.all(Array.from({ length: count }, () => world.customer()));
  /** Newest first: whether it is open. */
  const alerts = async (code: string) => {
    const { body } = await world.admin.get(
      `/admin/v1/partners/${world.partnerId}/alerts?limit=200`,
    );
    return body.items
      .filter((alert: { code: string }) => alert.code === code)
      .map((alert: { closedAt: string | null }) => alert.closedAt === null);
  };
  const hasAlerts = async (code: string, wanted: boolean[]) =>
    expect(
      await eventually(
        () => alerts(code),
        (found) => `${found}` === `${wanted}`,
      ),
    ).toEqual(wanted);
  const work = () => app.app.get(OccupancyWorker).run();
  const recountNow = async () => {
    await app.sql('update gym_occupancy set recount_at = now() where gym_id = $1', [world.gymId]);
    await work();
  };

  it('A-24 counts open visits of any kind, with a capacity and without, for those who may read visits', async () => {
    const [a = 0, b = 0] = await people(2);
    await atDesk(a);
    expect(await occupancy()).toEqual([1, null]);
    await capacity({ max: 5, warnAtPercent: 90 });
    await atDesk(b);
    expect(await occupancy()).toEqual([2, 5]);
    await capacity({ max: 6, warnAtPercent: null });
    expect(await occupancy()).toEqual([2, 6]);
    const answer = await world.admin.get(`/admin/v1/gyms/${world.gymId}/occupancy`);
    expect(answer.body.at).toMatch(/^\d{4}-.*Z$/);
    expect((await world.admin.get('/admin/v1/gyms/999999/occupancy')).status).toBe(404);
    const stranger = await world.keyed(['CUSTOMER_READ']);
    expect((await stranger.get(`/admin/v1/gyms/${world.gymId}/occupancy`)).status).toBe(403);
  });

  it('A-24 desk check-in and check-out move the counter, also of the gym that a person came from', async () => {
    const second = await world.gym();
    for (const gymId of [world.gymId, second]) await capacity({ max: 9, warnAtPercent: 90 }, gymId);
    const [a = 0, b = 0] = await people(2);
    await atDesk(a);
    await atDesk(a);
    const visit = await atDesk(b);
    expect([await occupancy(), await occupancy(second)]).toEqual([
      [2, 9],
      [0, 9],
    ]);
    await atDesk(a, second);
    expect([await occupancy(), await occupancy(second)]).toEqual([
      [1, 9],
      [1, 9],
    ]);
    for (let no = 0; no < 2; no += 1) await world.admin.post(`/admin/v1/visits/${visit}/leave`);
    expect(await occupancy()).toEqual([0, 9]);
    await oracle();
    await oracle(second);
  });

  it('A-24 people who change between two full gyms at once wait for each other and are no dead-lock', async () => {
    const second = await world.gym();
    for (const gymId of [world.gymId, second])
      await capacity({ max: 50, warnAtPercent: 90 }, gymId);
    const ids = await people(12);
    await Promise.all(ids.map((id, no) => atDesk(id, no % 2 ? second : world.gymId)));
    for (let round = 0; round < 4; round += 1)
      await Promise.all(ids.map((id, no) => atDesk(id, (no + round) % 2 ? world.gymId : second)));
    await oracle();
    await oracle(second);
    expect([await occupancy(), await occupancy(second)]).toEqual([
      [6, 50],
      [6, 50],
    ]);
  });

  it('A-24 visits that a door opened while the database was away move the counter', async () => {
    const second = await world.gym();
    const { partnerId, customerId } = world;
    await world.device('IN', second);
    await atDesk(customerId, second);
    for (const gymId of [world.gymId, second]) await capacity({ max: 9, warnAtPercent: 90 }, gymId);
    const [device] = await app.sql<{ id: number }>(
      'select id::int as id from devices where gym_id = $1',
      [world.gymId],
    );
    const scan = { id: randomUUID(), partnerId, gymId: world.gymId, deviceId: device!.id };
    const admissions = app.app.get(AdmissionsRepository);
    const record = () =>
      admissions.record({
        ...scan,
        customerId,
        at: new Date(),
        nonce: undefined,
        valueHash: randomBytes(32),
      });
    expect([await record(), await record()].map((row) => row?.action)).toEqual(['ENTER', 'KNOWN']);
    expect([await occupancy(), await occupancy(second)]).toEqual([
      [1, 9],
      [0, 9],
    ]);
  });

  it('A-24 automatic closing, merge and erasure move the counter', async () => {
    await capacity({ max: 9, warnAtPercent: 90 });
    const [a = 0, b = 0, c = 0, d = 0, into = 0] = await people(5);
    const visits = [await atDesk(a), await atDesk(b)];
    await atDesk(c);
    await atDesk(d);
    await app.sql(
      `update visits set entered_at = entered_at - interval '1 day' where id = any($1)`,
      [visits],
    );
    await app.app.get(VisitClosingWorker).closeOverdue();
    expect(await occupancy()).toEqual([2, 9]);
    await world.admin.post(`/admin/v1/customers/${c}/merge`, { intoCustomerId: into });
    expect(await occupancy()).toEqual([1, 9]);
    expect((await world.admin.delete(`/admin/v1/customers/${d}`)).status).toBe(204);
    expect(await occupancy()).toEqual([0, 9]);
    await oracle();
  });

  it('A-24 a counter spoiled by hand is counted again, with one alert until it agrees', async () => {
    const [a = 0] = await people(1);
    await capacity({ max: 9, warnAtPercent: 90 });
    await atDesk(a);
    await recountNow();
    const [due] = await app.sql<{ soon: boolean }>(
      `select recount_at < now() + interval '15 minutes' as soon from gym_occupancy where gym_id = $1`,
      [world.gymId],
    );
    expect(due).toEqual({ soon: true });
    await hasAlerts('gate.occupancy-drift', []);
    await app.sql('update gym_occupancy set inside = 7 where gym_id = $1', [world.gymId]);
    await recountNow();
    expect(await occupancy()).toEqual([1, 9]);
    await hasAlerts('gate.occupancy-drift', [true]);
    await recountNow();
    await hasAlerts('gate.occupancy-drift', [false]);
  });

  it('A-24 a counter spoiled by hand is one warning in the log', async () => {
    const databaseUrl = await createDatabase();
    const replica = await Replica.start(databaseUrl, { SANDBOX: 'on' });
    const client = new Client({ connectionString: databaseUrl });
    await client.connect();
    try {
      const { admin, gymId } = await givenADoor(replica);
      const path = `/admin/v1/gyms/${gymId}/access-policy`;
      expect((await admin.put(path, { capacity: { max: 9 } }, { 'If-Match': '*' })).status).toBe(
        200,
      );
      // The first count is no drift.
      const counted = () => client.query('select from gym_occupancy where counted_at is not null');
      await client.query('update gym_occupancy set recount_at = now()');
      await eventually(counted, ({ rows }) => rows.length > 0);
      await client.query('update gym_occupancy set inside = 7, recount_at = now()');
      await replica.untilLogged('the number of people inside was wrong');
      await client.query('update gym_occupancy set recount_at = now()');
      const isCounted = () => client.query('select from gym_occupancy where recount_at > now()');
      await eventually(isCounted, ({ rows }) => rows.length > 0);
      const warnings = replica.lines.filter(({ msg }) => msg.includes('people inside was wrong'));
      expect(warnings).toMatchObject([{ severity: 'WARNING', room: 'visits', gymId, off: 7 }]);
    } finally {
      await client.end();
      await replica.kill();
    }
  });

  it('A-24 the share of the capacity raises its alert once and closes it once; so does its removal', async () => {
    const ids = await people(4);
    await capacity({ max: 4, warnAtPercent: 75 });
    const visits: number[] = [];
    for (const id of ids.slice(0, 2)) visits.push(await atDesk(id));
    await work();
    await hasAlerts('gate.nearly-full', []);
    for (const id of ids.slice(2)) visits.push(await atDesk(id));
    await Promise.all([work(), work()]);
    await work();
    await hasAlerts('gate.nearly-full', [true]);
    const [row] = await app.sql(
      `select count, detail from alerts where partner_id = $1 and code = 'gate.nearly-full'`,
      [world.partnerId],
    );
    expect(row).toEqual({ count: 1, detail: '4 of 4 are inside' });
    for (const id of visits.slice(0, 2)) await world.admin.post(`/admin/v1/visits/${id}/leave`);
    await work();
    await work();
    await hasAlerts('gate.nearly-full', [false]);
    await capacity({ max: 2, warnAtPercent: 50 });
    await work();
    await hasAlerts('gate.nearly-full', [true, false]);
    await capacity(null);
    await hasAlerts('gate.nearly-full', [false, false]);
    expect(await occupancy()).toEqual([2, null]);
  });
});
