import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { CheckInValidation } from '../../src/check-in-validation/index.js';
import { CheckInStage, CheckInWorld, newWellhubId } from '../support/check-in-stage.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { WellhubPosts } from '../support/wellhub-posts.js';

describe('two replicas on one database', () => {
  let stage: CheckInStage;
  let other: TestApp;
  let world: CheckInWorld;

  beforeAll(async () => {
    const limits = { wellhubCallsPerGym: 1_000, wellhubCallsTotal: 1_000 };
    stage = await CheckInStage.open(limits);
    world = await stage.partner();
    const { databaseUrl, secretsKeys } = stage.app.settings;
    other = await startApp({
      ...limits,
      databaseUrl,
      secretsKeys,
      wellhubSimulatorUrl: stage.simulator.url,
    });
  });
  afterAll(async () => {
    await other.close();
    await stage.close();
  });

  it('W-38 W-46 make one row, one call and one notification of every check-in, wherever it comes in', async () => {
    const ids = Array.from({ length: 30 }, newWellhubId);
    const elsewhere = new WellhubPosts(other, world.world);
    for (const id of ids) stage.simulator.planAnswer({ wellhubId: id, answer: 'ok' });
    const events = ids.map((id) => world.posts.checkIn(id));
    const sent = events.flatMap((event) => [
      world.posts.send(event),
      elsewhere.send(event),
      elsewhere.send(event),
      world.posts.send(event),
    ]);
    expect(new Set((await Promise.all(sent)).map(({ status }) => status))).toEqual(new Set([200]));
    const states = () =>
      stage.app.sql<{ state: string; n: number }>(
        'select state, count(*) as n from check_ins where wellhub_id = any($1) group by state',
        [ids],
      );
    await eventually(
      states,
      (rows) => rows.length === 1 && rows[0]?.state === 'VALIDATED' && Number(rows[0].n) === 30,
    );
    expect(await states()).toEqual([{ state: 'VALIDATED', n: 30 }]);
    expect(ids.map((id) => world.calls(id))).toEqual(ids.map(() => 1));
    const told = await stage.app.sql(
      `select 1 from events where type = 'WELLHUB_CHECKIN_VALIDATED' and content->>'aggregatorId' = any($1)`,
      [ids],
    );
    expect(told).toHaveLength(30);
  });

  it('W-46 lets the second replica watch the call of the first', async () => {
    const gate = await stage.partner({ gym: { validationMode: 'GATE' } });
    const wellhubId = newWellhubId();
    await stage.simulator.checkIn({ wellhubId });
    const row = (await gate.until(wellhubId, () => true))!;
    stage.simulator.planAnswer({ wellhubId, answer: 'ok', delayMs: 500 });
    const { partnerId, gymId } = gate.world;
    const request = { partnerId, gymId, customerId: row.customer_id };
    const ask = (app: TestApp) =>
      app.app
        .get(CheckInValidation)
        .validateNow({ ...request, cause: 'SCAN', budgetMs: 5_000, mayProbe: false });
    const outcomes = await Promise.all([ask(stage.app), ask(other)]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['validated', 'validated']);
    expect(gate.calls(wellhubId)).toBe(1);
  });

  it('W-46 W-59 a late answer of a call that was taken over changes nothing', async () => {
    const gate = await stage.partner({ gym: { validationMode: 'GATE' } });
    const wellhubId = newWellhubId();
    await stage.simulator.checkIn({ wellhubId });
    const row = (await gate.until(wellhubId, () => true))!;
    stage.simulator.planAnswer({ wellhubId, answer: 'canceled', delayMs: 700, times: 1 });
    stage.simulator.planAnswer({ wellhubId, answer: 'ok', delayMs: 1_500, times: 1 });
    const { partnerId, gymId } = gate.world;
    const request = { partnerId, gymId, customerId: row.customer_id, cause: 'SCAN' } as const;
    const asked = { ...request, mayProbe: false };
    const first = stage.app.app.get(CheckInValidation).validateNow({ ...asked, budgetMs: 3_000 });
    await eventually(
      () => gate.rows(wellhubId),
      ([now]) => now?.attempts === 1,
    );
    await stage.app.sql(
      `update check_ins set validating_until = clock_timestamp() - interval '1 s' where id = $1`,
      [row.id],
    );
    const second = await other.app
      .get(CheckInValidation)
      .validateNow({ ...asked, budgetMs: 3_000 });
    expect(second).toMatchObject({ kind: 'validated' });
    expect(await first).toMatchObject({ kind: 'validated' });
    expect(await gate.rows(wellhubId)).toMatchObject([{ state: 'VALIDATED', attempts: 2 }]);
  });
});
