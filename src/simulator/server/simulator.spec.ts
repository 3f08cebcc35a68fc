import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Stage, TOKEN } from '../../../test/support/simulator-stage.js';

const ID = '0012345678905';
let stage: Stage;

beforeEach(async () => {
  stage = await Stage.open();
});

afterEach(() => stage.close());

const checkIn = (more: object = {}) =>
  stage.simulator.checkIn({ wellhubId: ID, deliver: false, ...more });

describe('POST /access/v1/validate', () => {
  const post = (headers: Record<string, string>, body = `{"gympass_id":"${ID}"}`) =>
    fetch(`${stage.simulator.url}/access/v1/validate`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body,
    });
  const known = { Authorization: `Bearer ${TOKEN}`, 'X-Gym-Id': '1042' };

  it('answers the envelope for an open check-in, and "already validated" the second time', async () => {
    await checkIn({ productId: 7, productDescription: 'Pool' });
    const first = await post(known);
    expect(first.status).toBe(200);
    expect(await first.json()).toEqual({
      metadata: { total: 1, errors: 0 },
      results: {
        user: { gympass_id: ID },
        gym: { id: 1042, product: { id: 7, description: 'Pool' } },
        validated_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      },
    });
    const second = await post(known);
    expect(second.status).toBe(400);
    expect(await second.json()).toEqual({
      metadata: { total: 0, errors: 1 },
      errors: [{ message: 'Check-In already validated', key: 'checkin.already.validated' }],
    });
  });

  it.each([
    ['no token', { 'X-Gym-Id': '1042' }, 401],
    ['a wrong token', { Authorization: 'Bearer wrong', 'X-Gym-Id': '1042' }, 401],
    ['no gym', { Authorization: `Bearer ${TOKEN}` }, 403],
    ['another gym', { Authorization: `Bearer ${TOKEN}`, 'X-Gym-Id': '9' }, 403],
  ])('refuses %s with a Message', async (_what, headers, status) => {
    await checkIn();
    const answer = await post(headers);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual({ Message: expect.any(String) });
    expect(stage.simulator.ledger(ID).validated).toBe(0);
  });

  it.each(['{}', '{"gympass_id":12}', '[]', 'null'])(
    'refuses the body %s with 400',
    async (body) => {
      const answer = await post(known, body);
      expect(answer.status).toBe(400);
      expect(await answer.json()).toEqual([{ field: 'gympass_id', error: expect.any(String) }]);
    },
  );

  it('accepts a second gym after a check-in there, each with a ledger of its own', async () => {
    await checkIn({ gymId: '2000' });
    expect(await stage.validate(ID)).toMatchObject({ kind: 'not-found' });
    expect((await post({ ...known, 'X-Gym-Id': '2000' })).status).toBe(200);
  });

  it.each([
    ['1234321567890', 'validated'],
    ['111111111111111', 'not-found'],
    ['1234321567894', 'canceled'],
    ['1234321567887', 'expired'],
    ['1231234321566', 'already-validated'],
  ])('W-57 replays the fixed answer of the old sandbox for %s: %s', async (id, kind) => {
    expect(await stage.validate(id)).toMatchObject({ kind });
    expect(await stage.validate(id)).toMatchObject({ kind });
  });

  it('W-55 answers the connection test with 404 notfound', async () => {
    expect(await stage.validate('0000000000000')).toEqual({
      kind: 'not-found',
      status: 404,
      key: 'checkin.validation.notfound',
    });
  });
});

describe('the ledger', () => {
  it('knows canceled, expired and unknown check-ins', async () => {
    expect(await stage.validate(ID)).toMatchObject({ kind: 'not-found' });
    await checkIn();
    await stage.call('POST', '/control/cancel', { wellhubId: ID });
    expect(await stage.validate(ID)).toMatchObject({ kind: 'canceled' });
    await checkIn();
    await stage.call('POST', '/control/expire', { wellhubId: ID });
    expect(await stage.validate(ID)).toMatchObject({ kind: 'expired' });
    await checkIn({ expiresInMinutes: -1 });
    expect(await stage.validate(ID)).toMatchObject({ kind: 'expired' });
    await checkIn();
    expect(await stage.validate(ID)).toMatchObject({ kind: 'validated' });
  });

  it('W-39 keeps one open check-in per visit, and one per booking', async () => {
    await checkIn();
    await checkIn({ bookingNumber: 'BK_1' });
    await checkIn();
    expect(stage.simulator.ledger(ID).people[ID]?.checkIns).toHaveLength(1);
    await checkIn({ bookingNumber: 'BK_2' });
    await stage.validate(ID);
    await stage.validate(ID);
    const { people } = stage.simulator.ledger(ID);
    expect(people[ID]).toMatchObject({ calls: 2, validated: 2 });
  });

  it('counts calls, validated check-ins and calls at one time, per id and in all', async () => {
    await checkIn();
    await stage.call('POST', '/control/answers', { wellhubId: ID, answer: 'normal', delayMs: 100 });
    await Promise.all([stage.validate(ID), stage.validate(ID), stage.validate('1')]);
    const all = (await (await stage.call('GET', '/control/ledger')).json()) as object;
    expect(all).toMatchObject({ calls: 3, validated: 1 });
    expect(all).toHaveProperty('people', {
      [ID]: {
        calls: 2,
        mostAtOnce: 2,
        validated: 1,
        checkIns: [expect.objectContaining({ state: 'validated', gymId: '1042' })],
      },
      '1': { calls: 1, mostAtOnce: 1, validated: 0, checkIns: [] },
    });
    expect((await stage.call('DELETE', '/control/ledger')).status).toBe(204);
    expect(stage.simulator.ledger()).toEqual({ calls: 0, validated: 0, people: {} });
  });

  it('W-43 shows the headers and the answer of every call', async () => {
    await stage.validate(ID);
    const answer = await stage.call('GET', `/control/calls?wellhubId=${ID}`);
    expect(await answer.json()).toMatchObject({
      calls: [
        {
          headers: { 'x-gym-id': '1042' },
          body: { gympass_id: ID },
          wellhubId: ID,
          answer: 'notfound',
        },
      ],
    });
  });
});

describe('planned answers', () => {
  const order = (plan: object) =>
    stage.call('POST', '/control/answers', { wellhubId: '*', ...plan });

  it.each([
    ['ok', { kind: 'validated', status: 200 }],
    ['expired', { kind: 'expired' }],
    ['canceled', { kind: 'canceled' }],
    ['notfound', { kind: 'not-found', status: 404 }],
    ['already', { kind: 'already-validated' }],
    ['unauthorized', { kind: 'credentials-refused', status: 401 }],
    ['forbidden', { kind: 'credentials-refused', status: 403 }],
    ['rejected', { kind: 'rejected', key: 'checkin.validation.rejected' }],
    ['429', { kind: 'unreachable', status: 429 }],
    ['500', { kind: 'unreachable', status: 500 }],
    ['html', { kind: 'unreachable', status: 502 }],
    ['huge', { kind: 'validated', at: undefined }],
    ['empty', { kind: 'validated', at: undefined }],
    ['hang', { kind: 'unreachable', cause: 'timeout' }],
    ['reset', { kind: 'unreachable', cause: 'network' }],
    ['slow-bytes', { kind: 'unreachable', cause: 'timeout', status: 200 }],
    ['redirect', { kind: 'unreachable', status: 302 }],
    ['commit-then-hang', { kind: 'unreachable', cause: 'timeout' }],
    ['commit-then-reset', { kind: 'unreachable', cause: 'network' }],
  ])('can be %s', async (answer, outcome) => {
    expect((await order({ answer })).status).toBe(200);
    expect(await stage.validate(ID, 500)).toMatchObject(outcome);
  });

  it.each([
    ['commit-then-hang', 1],
    ['commit-then-reset', 1],
    ['slow-bytes', 1],
    ['empty', 1],
    ['ok', 1],
    ['hang', 0],
    ['reset', 0],
    ['500', 0],
    ['html', 0],
  ])('W-45 %s leaves %d validated check-ins in the ledger', async (answer, validated) => {
    await checkIn();
    await order({ answer, times: 1 });
    await stage.validate(ID, 300);
    expect(stage.simulator.ledger(ID).validated).toBe(validated);
    const next = await stage.validate(ID);
    expect(next.kind).toBe(validated === 1 ? 'already-validated' : 'validated');
  });

  it('W-47 are used up in their order, an own one before one for all', async () => {
    await checkIn();
    await order({ answer: '429', retryAfter: 7, times: 1 });
    await order({ answer: 'notfound', wellhubId: ID, times: 2 });
    const kinds = [];
    for (let call = 0; call < 4; call += 1) kinds.push(await stage.validate(ID));
    expect(kinds).toMatchObject([
      { kind: 'not-found' },
      { kind: 'not-found' },
      { kind: 'unreachable', retryAfterSeconds: 7 },
      { kind: 'validated' },
    ]);
  });

  it('stand until they are deleted; a status can be chosen; an answer can be late', async () => {
    await order({ answer: 'html', status: 200, delayMs: 300 });
    expect(await stage.validate('1', 100)).toMatchObject({ cause: 'timeout' });
    expect(await stage.validate('2')).toMatchObject({ kind: 'validated', status: 200 });
    const headers = { 'Content-Type': 'application/json' };
    const emptied = await fetch(`${stage.simulator.url}/control/answers`, {
      method: 'DELETE',
      headers,
    });
    expect(emptied.status).toBe(204);
    expect(await stage.validate('3')).toMatchObject({ kind: 'not-found' });
  });
});
