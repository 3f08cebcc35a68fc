import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Stage, TOKEN } from '../../../test/support/simulator-stage.js';

describe('a person with a magic id', () => {
  let stage: Stage;

  beforeEach(async () => {
    stage = await Stage.open();
  });
  afterEach(() => stage.close());

  it.each([
    ['9990000000400', { kind: 'rejected', status: 400 }],
    ['9990000000401', { kind: 'credentials-refused', status: 401 }],
    ['9990000000403', { kind: 'credentials-refused', status: 403 }],
    ['9990000000429', { kind: 'unreachable', status: 429 }],
    ['9990000000500', { kind: 'unreachable', status: 500 }],
    ['9990000000502', { kind: 'unreachable', status: 502 }],
    ['9990000000302', { kind: 'unreachable', status: 302 }],
    ['9990000000002', { kind: 'unreachable', cause: 'network' }],
    ['9990000000004', { kind: 'validated', status: 200 }],
    ['9990000000005', { kind: 'validated', status: 200 }],
  ])('%s always meets the same fault', async (id, expected) => {
    expect(await stage.validate(id)).toMatchObject(expected);
    expect(await stage.validate(id)).toMatchObject(expected);
  });

  it.each(['9990000000001', '9990000000003'])('%s gets no answer in time', async (id) => {
    const answer = await stage.validate(id, 300);
    expect(answer).toMatchObject({ kind: 'unreachable', cause: 'timeout' });
  });

  it.each(['9990000000006', '9990000000007'])(
    'W-45 %s is validated and the answer lost, once',
    async (wellhubId) => {
      await stage.simulator.checkIn({ wellhubId, deliver: false });
      expect(await stage.validate(wellhubId, 300)).toMatchObject({ kind: 'unreachable' });
      expect(stage.simulator.ledger(wellhubId).validated).toBe(1);
      expect(await stage.validate(wellhubId)).toMatchObject({ kind: 'already-validated' });
    },
  );
});

describe('the Integration Setup API of the simulator', () => {
  let stage: Stage;

  beforeEach(async () => {
    stage = await Stage.open();
  });
  afterEach(() => stage.close());

  const asked = (method: string, path: string, body?: object, token = TOKEN) =>
    fetch(`${stage.simulator.url}${path}`, {
      method,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
  const webhook = { event: 'checkin', url: 'https://example.com/a', secret: 's' };

  it('has the target’s gym until others are set, and keeps what is registered', async () => {
    expect(await (await asked('GET', '/v1/systems/gyms')).json()).toEqual({
      gyms: [{ id: 1042, enabled: true }],
    });
    const path = '/v1/systems/gyms/1042/webhooks';
    expect((await asked('POST', path, { webhooks: [webhook] })).status).toBe(204);
    expect((await asked('POST', path, { webhooks: [{ url: 'no event' }] })).status).toBe(400);
    const other = { ...webhook, url: 'https://example.com/b' };
    expect((await asked('POST', path, { webhooks: [other] })).status).toBe(204);
    expect(await (await asked('GET', path)).json()).toEqual({ webhooks: [other] });
    expect((await asked('GET', '/v1/systems/gyms/7/webhooks')).status).toBe(404);
    expect((await asked('GET', path, undefined, 'wrong')).status).toBe(401);
  });

  it('gets its gyms, the name of its list and its faults from the control API', async () => {
    const gyms = { '7': { enabled: false, webhooks: [webhook] } };
    const told = await stage.call('PUT', '/control/setup', { gyms, listName: 'partners' });
    expect(await told.json()).toEqual({
      gyms: { '7': { enabled: false, webhooks: [webhook], changes: 0 } },
    });
    expect(await (await asked('GET', '/v1/systems/gyms')).json()).toEqual({
      partners: [{ id: 7, enabled: false }],
    });
    await stage.call('PUT', '/control/setup', { answer: 'html' });
    expect((await asked('GET', '/v1/systems/gyms')).status).toBe(502);
    for (const wrong of [{ gyms: [] }, { gyms: { x: {} } }, { answer: 'what' }, { more: 1 }])
      expect((await stage.call('PUT', '/control/setup', wrong)).status).toBe(400);
  });
});
