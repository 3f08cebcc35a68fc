import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AnswerName } from '../../src/simulator/http/planned-answers.js';
import { createSimulator } from '../../src/simulator/server/simulator.js';
import {
  CheckInStage,
  eventually,
  newWellhubId,
  type CheckInWorld,
} from '../support/check-in-stage.js';

const MOST_MS = 30_000;
const LIMIT = 60_000;

describe('while Wellhub does not answer', () => {
  let stage: CheckInStage;
  let other: CheckInWorld;
  /** The simulator's webhooks are for its gym. */
  let world: CheckInWorld;

  beforeAll(async () => {
    stage = await CheckInStage.open({ wellhubCallsPerGym: 1_000, wellhubCallsTotal: 1_000 });
    other = await stage.partner();
    world = await stage.partner({ gym: { validationMode: 'GATE' } });
  });
  afterAll(() => stage.close());
  beforeEach(async () => {
    stage.simulator.clearAnswers();
    await Promise.all([test(), test(other)]);
    await until('closed');
  });

  /** A connection test; passes in any state of the breaker. */
  const test = async ({ world: { admin, gymId } } = world): Promise<string> =>
    (await admin.post(`/admin/v1/gyms/${gymId}/wellhub/test`)).body.result;
  const breaker = async ({ world: { admin, partnerId } } = world): Promise<string> =>
    (await admin.get(`/admin/v1/partners/${partnerId}/wellhub`)).body.breaker;
  const until = (state: string) =>
    eventually(
      () => breaker(),
      (now) => now === state,
      MOST_MS,
    );
  /** The breaker around the host, and how many tokens are silent. */
  const gauges = async () => {
    const { text } = await stage.app.operator.get('/metrics');
    return ['breaker', 'silent_tokens'].map(
      (name) =>
        new RegExp(`gatehouse_wellhub_${name}\\{environment="simulator"\\} (\\d)`).exec(text)?.[1],
    );
  };
  const waits = async () => {
    const wellhubId = newWellhubId();
    await stage.simulator.checkIn({ wellhubId });
    const row = await world.until(wellhubId, () => true);
    return { wellhubId, row: row! };
  };
  const meets = async (answer: AnswerName, times: number, who = world) => {
    stage.simulator.planAnswer({ wellhubId: '*', answer });
    for (let n = 0; n < times; n += 1) await test(who);
  };

  it.each(['reset', '500', 'html'] as const)(
    'W-49 calls that end in %s five times in a row open the breaker, and it shows',
    async (answer) => {
      expect(await breaker()).toBe('closed');
      await meets(answer, 4);
      expect([await breaker(), await gauges()]).toEqual(['closed', ['0', '0']]);
      await meets(answer, 1);
      expect([await breaker(), await gauges()]).toEqual(['open', ['0', '1']]);
      stage.simulator.clearAnswers();
      expect(await test()).toBe('OK');
      expect([await breaker(), await gauges()]).toEqual(['closed', ['0', '0']]);
    },
    LIMIT,
  );

  it.each(['unauthorized', 'forbidden', '429', 'notfound', 'redirect', 'rejected'] as const)(
    'W-48 %s is an answer: the breaker stays closed',
    async (answer) => {
      await meets(answer, 7);
      expect(await breaker()).toBe('closed');
    },
    LIMIT,
  );

  it(
    'W-49 failures of one partner’s token cost no other partner a call',
    async () => {
      stage.pointSimulatorAt(other);
      await meets('500', 5, other);
      expect([await breaker(other), await breaker(), await gauges()]).toEqual([
        'open',
        'closed',
        ['0', '1'],
      ]);
      stage.simulator.clearAnswers();
      stage.pointSimulatorAt(world);
      const { wellhubId, row } = await waits();
      expect(await world.ask(row.customer_id)).toMatchObject({ kind: 'validated' });
      expect(world.calls(wellhubId)).toBe(1);
      expect(await breaker(other)).toBe('open');
    },
    LIMIT,
  );

  it(
    'W-49 a queue at the door is not made to wait; Wellhub is back: all are validated, once, by themselves',
    async () => {
      const people = await Promise.all(Array.from({ length: 6 }, waits));
      await meets('reset', 5);
      const asked = await Promise.all(people.map(({ row }) => world.ask(row.customer_id)));
      expect(new Set(asked.map(({ kind }) => kind))).toEqual(new Set(['unreachable']));
      const called = people.filter(({ wellhubId }) => world.calls(wellhubId) > 0).length;
      expect(called).toBeLessThan(people.length);
      for (const { wellhubId } of people)
        expect(await world.rows(wellhubId)).toMatchObject([
          { state: 'PENDING', last_status: null },
        ]);
      stage.simulator.clearAnswers();
      for (const { wellhubId } of people)
        expect(
          await world.until(wellhubId, ({ state }) => state === 'VALIDATED', MOST_MS),
        ).toMatchObject({ state: 'VALIDATED', already_validated: false });
      expect(await breaker()).toBe('closed');
      const { people: books } = stage.simulator.ledger();
      expect(people.map(({ wellhubId }) => books[wellhubId]?.validated)).toEqual(
        people.map(() => 1),
      );
    },
    LIMIT,
  );

  it(
    'W-59 a scan without a check-in that fits is kept, and found when Wellhub is back',
    async () => {
      const wellhubId = newWellhubId();
      const customerId = await world.customer(wellhubId);
      await stage.simulator.checkIn({ wellhubId, deliver: false });
      await meets('reset', 5);
      expect(await world.ask(customerId, { mayProbe: true })).toMatchObject({
        kind: 'unreachable',
        probe: true,
      });
      stage.simulator.clearAnswers();
      const after = await world.until(wellhubId, ({ state }) => state !== 'PENDING', MOST_MS);
      expect(after).toMatchObject({ state: 'VALIDATED', probe: true });
    },
    LIMIT,
  );

  it(
    'W-49 a check-in whose validation was requested meanwhile is overdue at its end, not expired',
    async () => {
      const { wellhubId, row } = await waits();
      await meets('reset', 5);
      await world.ask(row.customer_id);
      await stage.app.sql(
        `update check_ins set expires_at = clock_timestamp(), deadline_at = clock_timestamp(),
          deadline_step = 2, event_at = event_at - interval '20 minutes' where id = $1`,
        [row.id],
      );
      expect(await world.until(wellhubId, ({ overdue }) => overdue, MOST_MS)).toMatchObject({
        state: 'PENDING',
        overdue: true,
      });
    },
    LIMIT,
  );

  it(
    'W-49 a Wellhub that accepts no connection opens the breaker for all partners, until it accepts one',
    async () => {
      const { wellhubId, row } = await waits();
      const { hostname: host, port } = new URL(stage.simulator.url);
      await stage.simulator.close();
      for (let n = 0; n < 5; n += 1) await test(n % 2 === 0 ? other : world);
      expect([await breaker(), await gauges()]).toEqual(['open', ['2', '0']]);
      await world.ask(row.customer_id);
      expect(await world.rows(wellhubId)).toMatchObject([{ state: 'PENDING', last_status: null }]);
      const validateToken = 'simulator-token';
      const back = await createSimulator({ host, port: Number(port), validateToken });
      try {
        await test(other);
        expect([await breaker(other), await breaker(), await gauges()]).toEqual([
          'closed',
          'closed',
          ['0', '0'],
        ]);
      } finally {
        await back.close();
      }
    },
    LIMIT,
  );
});
