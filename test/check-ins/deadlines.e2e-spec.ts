import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { CheckInStage, newWellhubId, type CheckInWorld } from '../support/check-in-stage.js';

const seconds = (minutesAgo = 0) => Math.floor(Date.now() / 1000) - minutesAgo * 60;

describe('the deadline of a check-in', () => {
  let stage: CheckInStage;
  let world: CheckInWorld;
  let wellhubId: string;

  beforeAll(async () => {
    stage = await CheckInStage.open({ wellhubCallsPerGym: 1_000, wellhubCallsTotal: 1_000 });
    world = await stage.partner({ gym: { validationMode: 'GATE', timeZone: 'UTC' } });
  });
  afterAll(() => stage.close());
  beforeEach(() => {
    wellhubId = newWellhubId();
  });

  const arrived = async (data: object) => {
    await world.posts.send(world.posts.checkIn(wellhubId, { ...data }));
    return (await world.until(wellhubId, () => true))!;
  };
  const risks = async (id: string) =>
    (await world.alerts('check-in.at-risk')).filter(({ object }) => object.includes(id));
  const types = async (customerId: number) =>
    (await world.events(customerId)).map(({ type }) => type);

  it('W-49 is expires_at, else 20 minutes after the event', async () => {
    const row = await arrived({ timestamp: seconds() });
    expect(row.expires_at.getTime() - row.event_at.getTime()).toBe(20 * 60_000);
  });

  it('W-49 alerts once at half and once at four fifths, and notifies subscribers', async () => {
    const row = await arrived({ timestamp: seconds(), expires_at: seconds() + 4 });
    await eventually(
      () => risks(row.id),
      (alerts) => alerts.length === 2,
    );
    expect(
      (await risks(row.id)).map(({ object, count }) => [object.split('/').at(-1), count]),
    ).toEqual([
      ['50', 1],
      ['80', 1],
    ]);
    const after = await world.until(wellhubId, ({ state }) => state !== 'PENDING');
    expect(after).toMatchObject({ state: 'EXPIRED', cause: 'DEADLINE', attempts: 0 });
    expect(world.calls(wellhubId)).toBe(0);
    expect(await types(row.customer_id)).toEqual([
      'WELLHUB_CHECKIN_RECEIVED',
      'WELLHUB_CHECKIN_AT_RISK',
      'WELLHUB_CHECKIN_AT_RISK',
      'WELLHUB_CHECKIN_FAILED',
    ]);
    await eventually(
      () => risks(row.id),
      (alerts) => alerts.every(({ closed_at }) => closed_at !== null),
    );
    expect((await risks(row.id)).every(({ closed_at }) => closed_at !== null)).toBe(true);
    const [created, expired] = await world.trail(row.id);
    expect(created).toMatchObject({ from_state: null, to_state: 'PENDING' });
    expect(expired).toMatchObject({
      from_state: 'PENDING',
      to_state: 'EXPIRED',
      cause: 'DEADLINE',
    });
  });

  it('W-49 keeps a requested check-in PENDING as overdue, alerts, and validates it when Wellhub is back', async () => {
    stage.simulator.planAnswer({ wellhubId, answer: '500' });
    const row = await arrived({ timestamp: seconds() - 40, expires_at: seconds() + 2 });
    expect(await world.ask(row.customer_id)).toMatchObject({ kind: 'unreachable' });
    const overdue = await world.until(wellhubId, (now) => now.overdue);
    expect(overdue).toMatchObject({ state: 'PENDING', overdue: true });
    const alerts = await world.alerts('check-in.overdue');
    expect(alerts).toMatchObject([{ object: `check-in/${row.id}`, closed_at: null }]);
    stage.simulator.clearAnswers();
    stage.simulator.planAnswer({ wellhubId, answer: 'ok' });
    expect(await world.ask(row.customer_id)).toMatchObject({ kind: 'validated' });
    await eventually(
      () => world.alerts('check-in.overdue'),
      ([alert]) => alert?.closed_at !== null,
    );
    expect(await world.alerts('check-in.overdue')).toMatchObject([{ closed_at: expect.any(Date) }]);
  });

  it('W-49 ends a requested check-in without any answer 2 h after the local midnight', async () => {
    stage.simulator.planAnswer({ wellhubId, answer: '500' });
    const row = await arrived({ timestamp: seconds() - 40, expires_at: seconds() + 1 });
    await world.ask(row.customer_id);
    await world.until(wellhubId, (now) => now.overdue);
    const [ends] = await stage.app.sql<{ at: Date; midnight: Date }>(
      `select deadline_at as at, ((local_day + 1)::timestamp + interval '2 hours') at time zone 'UTC' as midnight
        from check_ins where id = $1`,
      [row.id],
    );
    expect(ends!.at).toEqual(ends!.midnight);
    await stage.app.sql(
      `update check_ins set deadline_at = clock_timestamp(), validating_until = null where id = $1`,
      [row.id],
    );
    const after = await world.until(wellhubId, ({ state }) => state === 'EXPIRED');
    expect(after).toMatchObject({ state: 'EXPIRED', cause: 'DEADLINE' });
    expect(await types(row.customer_id)).toContain('WELLHUB_CHECKIN_FAILED');
  });

  describe('at a gym that was removed meanwhile', () => {
    const asked = async () => {
      const removed = await stage.partner({ gym: { validationMode: 'GATE' } });
      stage.simulator.planAnswer({ wellhubId, answer: '500', times: 1 });
      await stage.simulator.checkIn({ wellhubId });
      const row = (await removed.until(wellhubId, () => true))!;
      expect(await removed.ask(row.customer_id)).toMatchObject({ kind: 'unreachable' });
      const { admin, gymId } = removed.world;
      expect((await admin.delete(`/admin/v1/gyms/${gymId}`)).status).toBe(204);
      return { removed, row };
    };

    it('W-49 validates what was requested before', async () => {
      const { removed } = await asked();
      const after = await removed.until(wellhubId, ({ state }) => state !== 'PENDING');
      expect(after).toMatchObject({ state: 'VALIDATED', cause: 'RETRY', attempts: 2 });
    });

    it('W-49 still counts its days in its own zone, and refuses to test its connection', async () => {
      const { removed, row } = await asked();
      await stage.app.sql(
        `update check_ins set next_attempt_at = null, deadline_step = 2, deadline_at = clock_timestamp() where id = $1`,
        [row.id],
      );
      await removed.until(wellhubId, ({ overdue }) => overdue);
      const [ends] = await stage.app.sql<{ at: Date; midnight: Date }>(
        `select deadline_at as at, ((local_day + 1)::timestamp + interval '2 hours') at time zone
          'America/Sao_Paulo' as midnight from check_ins where id = $1`,
        [row.id],
      );
      expect(ends!.at).toEqual(ends!.midnight);
      const { admin, gymId } = removed.world;
      expect((await admin.post(`/admin/v1/gyms/${gymId}/wellhub/test`)).status).toBe(404);
    });

    afterAll(() => stage.partner());
  });

  it('O-27 alerts when a customer entered provisionally and Wellhub does not pay', async () => {
    stage.simulator.planAnswer({ wellhubId, answer: '500', times: 1 });
    stage.simulator.planAnswer({ wellhubId, answer: 'canceled' });
    const row = await arrived({ timestamp: seconds() });
    await world.ask(row.customer_id);
    await stage.app.sql('update check_ins set provisional = true where id = $1', [row.id]);
    const after = await world.until(wellhubId, ({ state }) => state !== 'PENDING');
    expect(after).toMatchObject({ state: 'CANCELED', provisional: true, cause: 'RETRY' });
    const failed = (await world.events(row.customer_id)).at(-1);
    expect(failed).toMatchObject({
      type: 'WELLHUB_CHECKIN_FAILED',
      content: { provisional: true, state: 'CANCELED' },
    });
    expect(await world.alerts('gate.provisional-failed')).toHaveLength(1);
  });

  it('W-52 a scan validates a check-in that our deadline ended today', async () => {
    const row = await arrived({ timestamp: seconds() - 60, expires_at: seconds() - 5 });
    await world.until(wellhubId, ({ state }) => state === 'EXPIRED');
    stage.simulator.planAnswer({ wellhubId, answer: 'ok' });
    expect(await world.ask(row.customer_id)).toMatchObject({
      kind: 'validated',
      checkInId: row.id,
    });
    expect((await world.trail(row.id)).map(({ to_state, cause }) => [to_state, cause])).toEqual([
      ['PENDING', 'WEBHOOK'],
      ['EXPIRED', 'DEADLINE'],
      ['PENDING', 'SCAN'],
      ['VALIDATED', 'SCAN'],
    ]);
  });
});
