import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { AnswerName } from '../../src/sandbox/simulator/planned-answers.js';
import {
  CheckInStage,
  eventually,
  newWellhubId,
  type CheckInWorld,
} from '../support/check-in-stage.js';

const MOST_MS = 30_000;
const LIMIT = 60_000;

describe('while Wellhub is silent', () => {
  let stage: CheckInStage;
  let world: CheckInWorld;

  beforeAll(async () => {
    stage = await CheckInStage.open({ wellhubCallsPerGym: 1_000, wellhubCallsTotal: 1_000 });
    world = await stage.partner({ gym: { validationMode: 'GATE' } });
  });
  afterAll(() => stage.close());
  afterEach(async () => {
    stage.simulator.clearAnswers();
    await test();
    await until('closed');
  });

  /** Somebody looks; goes through in any state. */
  const test = async (): Promise<string> => {
    const path = `/admin/v1/gyms/${world.world.gymId}/wellhub/test`;
    return (await world.world.admin.post(path)).body.result;
  };
  const breaker = async (): Promise<string> => {
    const path = `/admin/v1/partners/${world.world.partnerId}/wellhub`;
    return (await world.world.admin.get(path)).body.breaker;
  };
  const until = (state: string) => eventually(breaker, (now) => now === state, MOST_MS);
  const gauge = async () =>
    /gatehouse_wellhub_breaker\{environment="simulator"\} (\d)/.exec(
      (await stage.app.operator.get('/metrics')).text,
    )?.[1];
  const waits = async () => {
    const wellhubId = newWellhubId();
    await stage.simulator.checkIn({ wellhubId });
    const row = await world.until(wellhubId, () => true);
    return { wellhubId, row: row! };
  };
  const meets = async (answer: AnswerName, times: number) => {
    stage.simulator.planAnswer({ wellhubId: '*', answer });
    for (let n = 0; n < times; n += 1) await test();
  };

  it.each(['reset', '500', 'html'] as const)(
    'W-49 calls that end in %s five times in a row open the breaker, and it shows',
    async (answer) => {
      expect(await breaker()).toBe('closed');
      await meets(answer, 4);
      expect([await breaker(), await gauge()]).toEqual(['closed', '0']);
      await meets(answer, 1);
      expect([await breaker(), await gauge()]).toEqual(['open', '2']);
      stage.simulator.clearAnswers();
      expect(await test()).toBe('OK');
      expect([await breaker(), await gauge()]).toEqual(['closed', '0']);
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
    'W-49 a check-in that was asked about meanwhile is overdue at its end, not expired',
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
});
