import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CheckInStage, eventually, newWellhubId } from '../support/check-in-stage.js';
import type { CheckInWorld } from '../support/check-in-stage.js';
import { PROMISED_DEADLINES } from '../support/settings.js';

describe('POST /wellhub/{hook}/webhooks while every other system hangs', () => {
  let stage: CheckInStage;
  let world: CheckInWorld;

  beforeAll(async () => {
    stage = await CheckInStage.open({
      ...PROMISED_DEADLINES,
      wellhubCallsPerGym: 1_000,
      wellhubCallsTotal: 1_000,
    });
    world = await stage.partner();
    stage.simulator.planAnswer({ wellhubId: '*', answer: 'hang' });
    const path = `/admin/v1/partners/${world.world.partnerId}/webhook-subscriptions`;
    const made = await world.world.admin.post(path, { url: 'https://127.0.0.1:1/down' });
    expect(made.status).toBe(201);
  });
  afterAll(() => stage.close());

  it('W-36 is answered: it waits neither for validate nor for subscribers, and nothing is abandoned', async () => {
    const send = async () => {
      const ids = Array.from({ length: 10 }, newWellhubId);
      const answers = await Promise.all(ids.map((id) => world.posts.send(world.posts.checkIn(id))));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
      return ids;
    };
    const hanging = await send();
    const called = async () => hanging.filter((id) => world.calls(id) > 0).length;
    expect(await eventually(called, (n) => n === hanging.length)).toBe(hanging.length);
    await send();
    for (const id of hanging)
      expect(await world.rows(id)).toMatchObject([{ state: 'PENDING', attempts: 1 }]);
  });
});
