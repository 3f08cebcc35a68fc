import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createSimulator, type Simulator } from '../server/simulator.js';

const EVENT = { event_type: 'signin', timestamp: '2026-11-21T17:04:10Z', gpw_id: 'gpw-1' };

describe('the simulated Events API', () => {
  let simulator: Simulator;

  beforeAll(async () => {
    simulator = await createSimulator({ port: 0, host: '127.0.0.1', validateToken: 'secret' });
  });
  afterAll(() => simulator.close());
  beforeEach(() => {
    simulator.usage.clear();
    simulator.usage.clearPlans();
  });

  const send = (path: string, method: string, body?: unknown, token = 'secret') =>
    fetch(`${simulator.url}${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const post = async (body: unknown, token?: string) =>
    (await send('/events', 'POST', body, token)).status;

  it('takes a batch, and shows what it took', async () => {
    expect(await post([EVENT, EVENT])).toBe(200);
    const view = await (await send('/control/usage-events', 'GET')).json();
    expect(view).toMatchObject({ events: [EVENT, EVENT], calls: [{ status: 200 }], mostAtOnce: 1 });
  });

  it.each([
    [[EVENT, { ...EVENT, gpw_id: 'gpw-bad-7' }]],
    [[{ ...EVENT, timestamp: '2026-11-21T17:04:10+01:00' }]],
    [[{ event_type: 'signin' }]],
    [[]],
    [EVENT],
    [Array.from({ length: 1_001 }, () => EVENT)],
  ])('refuses a batch with one bad event as a whole (%#)', async (body) => {
    expect(await post(body)).toBe(400);
    expect(simulator.usage.view().events).toEqual([]);
  });

  it('wants the token', async () => {
    expect(await post([EVENT], 'other')).toBe(401);
  });

  it('takes bodies up to 5 MB', async () => {
    const event = { ...EVENT, event_title: 'a'.repeat(4_900_000) };
    expect(await post([event])).toBe(200);
    expect(await post([event, event])).toBe(413);
  });

  it('answers as planned, then as usual', async () => {
    const order = { answer: 429, retryAfter: 7, times: 1 };
    expect((await send('/control/usage-answers', 'POST', order)).status).toBe(204);
    const answer = await send('/events', 'POST', [EVENT]);
    expect([answer.status, answer.headers.get('Retry-After')]).toEqual([429, '7']);
    expect(await post([EVENT])).toBe(200);
    expect((await send('/control/usage-answers', 'POST', { answer: 'soon' })).status).toBe(400);
  });
});
