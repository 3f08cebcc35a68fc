import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { signBody } from '../../wellhub-wire/index.js';
import { createSimulator } from '../server/simulator.js';
import { HOOK, sendJson, Stage, TOKEN } from '../../../test/support/simulator-stage.js';

const ID = '0012345678905';
let stage: Stage;

beforeEach(async () => {
  stage = await Stage.open();
});

afterEach(() => stage.close());

async function post(path: string, body: unknown): Promise<unknown> {
  const answer = await stage.call('POST', path, body);
  expect(answer.status).toBe(200);
  return answer.json();
}

describe('POST /control/check-in', () => {
  it('sends the signed webhook of a check-in to the hook of the target', async () => {
    const person = { firstName: 'Ana', lastName: 'Prado', email: 'ana@example.com' };
    const given = { wellhubId: ID, ...person, phone: '+5511999990000', timestamp: 1795280400 };
    const outcome = await post('/control/check-in', given);
    const [seen] = stage.partner.seen;
    expect(seen?.line).toBe(`POST /wellhub/${HOOK}/webhooks`);
    expect(seen?.headers['content-type']).toBe('application/json');
    expect(seen?.headers['x-gympass-signature']).toBe(
      signBody(stage.target.webhookSecret, seen?.body ?? ''),
    );
    expect(seen?.headers['x-gympass-signature']).toMatch(/^[0-9A-F]{40}$/);
    expect(JSON.parse(seen?.body ?? '')).toEqual({
      event_type: 'checkin',
      event_data: {
        user: {
          unique_token: ID,
          first_name: 'Ana',
          last_name: 'Prado',
          email: 'ana@example.com',
          phone_number: '+5511999990000',
        },
        timestamp: 1795280400,
        gym: { id: 1042, product: { id: 31, description: 'Gym floor' } },
      },
    });
    expect(outcome).toMatchObject({
      checkIn: { wellhubId: ID, state: 'pending' },
      deliveries: [{ accepted: true, attempts: [{ status: 200, body: { received: true } }] }],
    });
  });

  it('W-39 sends checkin-booking-occurred with an end when a booking is named', async () => {
    await post('/control/check-in', {
      wellhubId: ID,
      bookingNumber: 'BK_1',
      expiresAt: 1795285800,
    });
    expect(JSON.parse(stage.partner.seen[0]?.body ?? '')).toMatchObject({
      event_type: 'checkin-booking-occurred',
      event_data: {
        booking: { booking_number: 'BK_1' },
        user: { unique_token: ID },
        expires_at: 1795285800,
        gym: { id: 1042, product: { description: 'Gym floor' } },
      },
    });
  });

  it('loses the webhook on command, and still has the check-in', async () => {
    const outcome = await post('/control/check-in', { wellhubId: ID, deliver: false });
    expect(outcome).toMatchObject({ deliveries: [] });
    expect(stage.partner.seen).toHaveLength(0);
    expect(await stage.validate(ID)).toMatchObject({ kind: 'validated' });
  });

  it('W-38 sends parallel duplicates byte for byte, for one check-in', async () => {
    await post('/control/check-in', { wellhubId: ID, deliveries: 4 });
    expect(new Set(stage.partner.seen.map((seen) => seen.body)).size).toBe(1);
    expect(stage.partner.seen).toHaveLength(4);
    expect(stage.simulator.ledger(ID).people[ID]?.checkIns).toHaveLength(1);
  });

  it('sends again at once, up to 3 times, when the answer is late', async () => {
    stage.partner.reply = (_seen, response) => {
      if (stage.partner.seen.length > 2) sendJson(response, 200, { received: true });
    };
    const outcome = await post('/control/check-in', { wellhubId: ID });
    expect(outcome).toMatchObject({
      deliveries: [
        { accepted: true, attempts: [{ error: 'timeout' }, { error: 'timeout' }, { status: 200 }] },
      ],
    });
  });

  it.each([
    [503, 4],
    [401, 1],
    [302, 1],
  ])('takes %d for %d attempts and gives up', async (status, attempts) => {
    stage.partner.reply = (_seen, response) => sendJson(response, status, { message: 'no' });
    const outcome = (await post('/control/check-in', { wellhubId: ID })) as object;
    expect(outcome).toMatchObject({ deliveries: [{ accepted: false }] });
    expect(stage.partner.seen).toHaveLength(attempts);
  });

  it('reports that the target is not reachable', async () => {
    await stage.call('PUT', '/control/target', { baseUrl: 'http://127.0.0.1:1' });
    const outcome = await post('/control/check-in', { wellhubId: ID });
    expect(outcome).toMatchObject({ deliveries: [{ accepted: false }] });
  });

  it('can act for another gym, hook and secret', async () => {
    const other = {
      gymId: '77',
      hook: 'ZZZZZZZZZZZZZZZZZZZZZZ',
      webhookSecret: 'another-secret-16',
    };
    await post('/control/check-in', { wellhubId: ID, ...other });
    const [seen] = stage.partner.seen;
    expect(seen?.line).toBe('POST /wellhub/ZZZZZZZZZZZZZZZZZZZZZZ/webhooks');
    expect(seen?.headers['x-gympass-signature']).toBe(
      signBody(other.webhookSecret, seen?.body ?? ''),
    );
    expect(JSON.parse(seen?.body ?? '')).toMatchObject({ event_data: { gym: { id: 77 } } });
  });
});

describe('POST /control/raw', () => {
  it('sends any body signed, to any path of the target', async () => {
    const path = `/wellhub/${HOOK}/users/cancel`;
    const outcome = await post('/control/raw', { path, body: { user_id: 'gpw-1' } });
    expect(outcome).toMatchObject({ status: 200, body: { received: true } });
    const [seen] = stage.partner.seen;
    expect(seen).toMatchObject({ line: `POST ${path}`, body: '{"user_id":"gpw-1"}' });
    expect(seen?.headers['x-gympass-signature']).toBe(
      signBody(stage.target.webhookSecret, '{"user_id":"gpw-1"}'),
    );
  });

  it('sends text as it is, and a chosen signature or none', async () => {
    await post('/control/raw', { body: '{ broken' });
    await post('/control/raw', { body: 'x', signature: 'abc', contentType: 'text/plain' });
    await post('/control/raw', { body: 'x', signature: '' });
    const [plain, chosen, none] = stage.partner.seen;
    expect(plain).toMatchObject({ line: `POST /wellhub/${HOOK}/webhooks`, body: '{ broken' });
    expect(chosen?.headers).toMatchObject({
      'x-gympass-signature': 'abc',
      'content-type': 'text/plain',
    });
    expect(none?.headers).not.toHaveProperty('x-gympass-signature');
  });
});

describe('POST /control/register', () => {
  beforeEach(() => {
    stage.partner.reply = (seen, response) =>
      seen.line === 'GET /wellhub/token'
        ? sendJson(response, 200, { access_token: 'abc', token_type: 'Bearer', expires_at: 1 })
        : sendJson(response, 200, { redirect_link: 'https://join.example.com/?token=1' });
  });

  it('fetches a token, registers the user, and shows both exchanges and the link', async () => {
    const outcome = await post('/control/register', {
      gpwId: 'gpw-1',
      email: 'ana@example.com',
      firstName: 'Ana',
      lastName: 'Prado',
      origin: 'ios',
      userStatus: '1',
      countryCode: 'BR',
    });
    expect(outcome).toMatchObject({
      token: { status: 200, body: { access_token: 'abc' } },
      users: { status: 200 },
      redirectLink: 'https://join.example.com/?token=1',
    });
    const [token, users] = stage.partner.seen;
    expect(token?.headers['x-api-key']).toBe('key-for-wellhub');
    expect(users?.line).toBe('POST /wellhub/users');
    expect(users?.headers).toMatchObject({
      authorization: 'Bearer abc',
      'content-type': 'application/json',
    });
    expect(JSON.parse(users?.body ?? '')).toEqual({
      gympass_user_id: 'gpw-1',
      email: 'ana@example.com',
      first_name: 'Ana',
      last_name: 'Prado',
      origin: 'ios',
      user_status: '1',
      country_code: 'BR',
    });
  });

  it('stops without a token and explains why', async () => {
    stage.partner.reply = (_seen, response) => sendJson(response, 403, { message: 'wrong key' });
    const outcome = await post('/control/register', { gpwId: 'gpw-1' });
    expect(outcome).toEqual({
      token: { status: 403, body: { message: 'wrong key' }, milliseconds: expect.any(Number) },
    });
  });
});

describe('a bad call of the control API', () => {
  it.each([
    ['PUT', '/control/target', { baseUrl: 'ftp://x' }],
    ['PUT', '/control/target', { hook: 'short' }],
    ['PUT', '/control/target', []],
    ['POST', '/control/check-in', {}],
    ['POST', '/control/check-in', { wellhubId: 12 }],
    ['POST', '/control/check-in', { wellhubId: 'abc' }],
    ['POST', '/control/check-in', { wellhubId: ID, deliveries: 0 }],
    ['POST', '/control/check-in', { wellhubId: ID, deliveries: 1.5 }],
    ['POST', '/control/check-in', { wellhubId: ID, deliver: 'no' }],
    ['POST', '/control/check-in', { wellhubId: ID, wellhubID: ID }],
    ['POST', '/control/check-in', 'text'],
    ['POST', '/control/check-in', undefined],
    ['POST', '/control/raw', { path: 'no-slash' }],
    ['POST', '/control/raw', { path: '/a b' }],
    ['POST', '/control/raw', { signature: 'line\nbreak' }],
    ['POST', '/control/register', { gpwId: 7 }],
    ['POST', '/control/answers', { wellhubId: '*', answer: 'nonsense' }],
    ['POST', '/control/answers', { wellhubId: '**', answer: 'ok' }],
    ['POST', '/control/answers', { wellhubId: '*', answer: 'ok', times: 0 }],
    ['POST', '/control/answers', { wellhubId: '*', answer: 'ok', status: 99 }],
    ['POST', '/control/cancel', { wellhubId: null }],
  ])('%s %s %j is answered 400 with a message', async (method, path, body) => {
    const answer = await stage.call(method, path, body);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({ message: expect.any(String) });
    expect(stage.partner.seen).toHaveLength(0);
  });

  it.each([
    ['{ broken', 'application/json', 400],
    ['{"__proto__":{}}', 'application/json', 400],
    ['wellhubId=1', 'application/x-www-form-urlencoded', 415],
    ['{"wellhubId":"1"}', 'text/plain', 415],
  ])('%s as %s is answered %d', async (body, type, status) => {
    const url = `${stage.simulator.url}/control/check-in`;
    const answer = await fetch(url, { method: 'POST', headers: { 'Content-Type': type }, body });
    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual({ message: expect.any(String) });
  });

  it('from a page of another site is refused', async () => {
    const headers = { 'Sec-Fetch-Site': 'cross-site' };
    const url = `${stage.simulator.url}/control/ledger`;
    expect((await fetch(url, { method: 'DELETE', headers })).status).toBe(403);
  });

  it('to an unknown path is answered 404 with a message', async () => {
    const answer = await stage.call('GET', '/control/nothing');
    expect(answer.status).toBe(404);
    expect(await answer.json()).toEqual({ message: 'Not found' });
  });
});

describe('PUT /control/target', () => {
  it('sets the target later, piece by piece, and never shows its secrets', async () => {
    const where = { port: 0, host: '127.0.0.1', validateToken: TOKEN };
    const simulator = await createSimulator(where);
    const send = (method: string, path: string, body?: object) =>
      fetch(`${simulator.url}${path}`, {
        method,
        ...(body && {
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(body),
        }),
      });
    expect((await send('POST', '/control/check-in', { wellhubId: ID })).status).toBe(400);
    expect((await send('PUT', '/control/target', { hook: HOOK })).status).toBe(400);
    expect((await send('PUT', '/control/target', stage.target)).status).toBe(200);
    const baseUrl = `${stage.target.baseUrl}/`;
    expect(await (await send('PUT', '/control/target', { baseUrl })).json()).toEqual({
      target: { baseUrl: stage.target.baseUrl, hook: HOOK, wellhubGymId: '1042' },
    });
    expect((await send('POST', '/control/check-in', { wellhubId: ID })).status).toBe(200);
    expect(stage.partner.seen).toHaveLength(1);
    await simulator.close();
  });
});
