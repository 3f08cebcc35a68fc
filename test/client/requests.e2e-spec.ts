import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inspect } from 'node:util';
import { Gatehouse, GatehouseError, isGatehouseError, type Retry } from '@gatehouse/client';
import { json, PlainServer } from './plain-server.js';

const KEY = 'gh_0123456789abcdef_a-key-that-nobody-may-see';
const problem = (code: string) => ({ code, title: 'Not now', status: 0, traceId: 'trace-1' });

let server: PlainServer;
beforeAll(async () => {
  server = await PlainServer.start();
});
afterAll(() => server.stop());

const clientOf = (options: object = {}) =>
  new Gatehouse({ baseUrl: server.origin, apiKey: KEY, ...options });

const failureOf = (work: Promise<unknown>): Promise<GatehouseError> =>
  work.then(
    () => {
      throw new Error('it should have failed');
    },
    (error: unknown) => error as GatehouseError,
  );

function caught(work: () => unknown): Error {
  try {
    work();
  } catch (error) {
    return error as Error;
  }
  throw new Error('it should have failed');
}

describe('a request of the client', () => {
  it('J-1 carries the key, and the partner in the path or in X-Partner-Id', async () => {
    server.answering((_, response) => json(response, 200, { id: 7 }));
    const gatehouse = clientOf({ baseUrl: `${server.origin}/`, partnerId: 'p-1' });
    expect(await gatehouse.get('/admin/v1/partners/{partnerId}/gyms')).toEqual({ id: 7 });
    await gatehouse.get('/admin/v1/gyms/{gymId}', { path: { gymId: 7 } });
    await gatehouse.get('/admin/v1/gyms/{gymId}', { path: { gymId: 7 }, partnerId: 'p-2' });
    await gatehouse.get('/v1/devices');
    expect(server.asked.map(({ url }) => url)).toEqual([
      '/admin/v1/partners/p-1/gyms',
      '/admin/v1/gyms/7',
      '/admin/v1/gyms/7',
      '/v1/devices',
    ]);
    const named = server.asked.map(({ headers }) => headers['x-partner-id']);
    expect(named).toEqual([undefined, 'p-1', 'p-2', undefined]);
    expect(new Set(server.asked.map(({ headers }) => headers['x-api-key']))).toEqual(
      new Set([KEY]),
    );
  });

  it('J-1 carries a token as Bearer', async () => {
    server.answering((_, response) => json(response, 200, {}));
    await new Gatehouse({ baseUrl: server.origin, token: 'a.b.c' }).get('/v1/devices');
    const [{ headers } = {}] = server.asked as { headers?: Record<string, string> }[];
    expect(headers?.['authorization']).toBe('Bearer a.b.c');
    expect(headers).not.toHaveProperty('x-api-key');
  });

  it.each([
    ['an address that is none', { baseUrl: 'gate.example.com' }],
    ['an address of another scheme', { baseUrl: 'ftp://gate.example.com' }],
    ['an address with a user', { baseUrl: 'https://me@gate.example.com' }],
    ['an empty key', { apiKey: '' }],
    ['a key with a line break', { apiKey: `${KEY}\n` }],
    ['a key and a token', { token: 'a.b.c' }],
  ])('J-1 is refused at once with %s, and the key is not shown', (_, options) => {
    const refused = caught(() => clientOf(options));
    expect(refused.name).toBe('TypeError');
    expect(refused.message).not.toContain(KEY);
  });

  it('J-1 J-2 needs a value for every name of a path, and escapes it', async () => {
    server.answering((_, response) => json(response, 200, {}));
    const gatehouse = clientOf();
    const partners = gatehouse.get('/admin/v1/partners/{partnerId}/gyms');
    await expect(partners).rejects.toThrow(/needs a partnerId/);
    await expect(gatehouse.get('/admin/v1/gyms/{gymId}')).rejects.toThrow(/a value for gymId/);
    const upward = gatehouse.get('/admin/v1/gyms/{gymId}/devices', { path: { gymId: '..' } });
    await expect(upward).rejects.toThrow(/gymId cannot be ../);
    expect(server.asked).toEqual([]);
    await gatehouse.get('/admin/v1/gyms/{gymId}', { path: { gymId: '../api-keys?x=1#y' } });
    expect(server.asked[0]?.url).toBe('/admin/v1/gyms/..%2Fapi-keys%3Fx%3D1%23y');
  });

  it('J-2 leaves out of a query what is not set', async () => {
    server.answering((_, response) => json(response, 200, {}));
    const from = new Date('2026-11-21T10:00:00Z');
    const query = { q: 'Ana & Bia+', ids: [1, 2], from, open: false, none: undefined, no: null };
    await clientOf().get('/v1/devices', { query });
    const { searchParams } = new URL(server.asked[0]?.url ?? '', server.origin);
    expect(Object.fromEntries(searchParams)).toEqual({
      q: 'Ana & Bia+',
      ids: '1,2',
      from: '2026-11-21T10:00:00.000Z',
      open: 'false',
    });
  });

  it('J-3 shows the key in no text that is made of a client or an error', async () => {
    server.answering((_, response) => json(response, 403, problem('auth.scope-missing')));
    const gatehouse = clientOf();
    const error = await failureOf(
      gatehouse.get('/v1/devices', { query: { email: 'a@b.example' } }),
    );
    for (const shown of [gatehouse, error, { gatehouse, error }])
      for (const text of [inspect(shown, { depth: 9, showHidden: true }), JSON.stringify(shown)])
        expect(text).not.toContain(KEY);
    expect(error.message).toContain('403 auth.scope-missing, GET /v1/devices');
    expect(error.message).not.toContain('a@b.example');
  });

  it('J-3 does not follow an answer that leads elsewhere', async () => {
    const elsewhere = await PlainServer.start();
    server.answering((_, response) => {
      response.writeHead(307, { Location: `${elsewhere.origin}/v1/devices` }).end();
    });
    const error = await failureOf(clientOf().get('/v1/devices'));
    expect([error.code, error.status]).toEqual(['client.unexpected-answer', 307]);
    expect(elsewhere.asked).toEqual([]);
    await elsewhere.stop();
  });

  it('J-4 ends when its time is over, also in the middle of an answer', async () => {
    server.answering((_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json' }).write('{"half":');
    });
    const error = await failureOf(clientOf({ timeoutMs: 50, retries: 0 }).get('/v1/devices'));
    expect(error.code).toBe('client.timed-out');
    expect(error.status).toBeUndefined();
  });

  it('J-4 ends when the caller says so, on the way and while it waits', async () => {
    const controller = new AbortController();
    server.answering(() => controller.abort(new Error('the person left')));
    const { signal } = controller;
    await expect(clientOf().get('/v1/devices', { signal })).rejects.toThrow('the person left');
    expect(server.asked).toHaveLength(1);

    const later = new AbortController();
    server.answering((_, response) =>
      json(response, 503, problem('request.unavailable'), { 'Retry-After': '50' }),
    );
    const onRetry = () => later.abort(new Error('closing time'));
    const waiting = clientOf({ onRetry }).get('/v1/devices', { signal: later.signal });
    await expect(waiting).rejects.toThrow('closing time');
    await expect(clientOf().get('/v1/devices', { signal: later.signal })).rejects.toThrow(
      'closing',
    );
    expect(server.asked).toHaveLength(1);
  });

  it('J-5 sends objects as JSON and bytes as they are, and reads what it gets by its type', async () => {
    server.answering((asked, response) => {
      if (asked.method === 'PUT') response.writeHead(204).end();
      else if (asked.url.endsWith('/logo'))
        response.writeHead(200, { 'Content-Type': 'image/png' }).end(Buffer.from([1, 2, 3]));
      else response.writeHead(200, { 'Content-Type': 'text/csv' }).end('id,name');
    });
    const gatehouse = clientOf();
    await gatehouse.put('/x', { body: { a: 'ü' } });
    const blob = new Blob(['PNG'], { type: 'image/png' });
    expect(await gatehouse.put('/x', { body: blob })).toBeUndefined();
    await gatehouse.put('/x', { body: new URLSearchParams({ a: 'b c' }) });
    expect(server.asked.map(({ headers, body }) => [headers['content-type'], body])).toEqual([
      ['application/json', '{"a":"ü"}'],
      ['image/png', 'PNG'],
      ['application/x-www-form-urlencoded;charset=UTF-8', 'a=b+c'],
    ]);
    expect(await gatehouse.get('/logo').then((logo) => (logo as Blob).size)).toBe(3);
    expect(await gatehouse.get('/report')).toBe('id,name');
  });
});

describe('a repetition', () => {
  const once = (status: number, headers: Record<string, string> = {}) =>
    server.answering((_, response, no) =>
      no === 1
        ? json(response, status, problem('request.unavailable'), headers)
        : json(response, 200, { no }),
    );

  /** How long it means to wait; the wait itself is cut short. */
  async function waitAfter(headers: Record<string, string>): Promise<number | undefined> {
    once(503, headers);
    const controller = new AbortController();
    let wait: number | undefined;
    const onRetry = ({ delayMs }: Retry) => {
      wait = delayMs;
      controller.abort();
    };
    await failureOf(clientOf({ onRetry }).get('/v1/devices', { signal: controller.signal }));
    return wait;
  }

  it.each(['GET', 'PUT', 'PATCH', 'DELETE', 'POST'])('J-6 makes good a 503 of %s', async (verb) => {
    once(503);
    expect(await clientOf().request(verb, '/admin/v1/partners')).toEqual({ no: 2 });
    expect(server.asked.map(({ method }) => method)).toEqual([verb, verb]);
  });

  it('J-6 makes good a lost connection and a time-out', async () => {
    const codes: string[] = [];
    const onRetry = ({ code }: Retry) => codes.push(code);
    server.answering((_, response, no) => {
      if (no === 1) response.destroy();
      else if (no === 3) json(response, 200, { no });
    });
    expect(await clientOf({ onRetry, timeoutMs: 200 }).get('/v1/devices')).toEqual({ no: 3 });
    expect(codes).toEqual(['client.connection-lost', 'client.timed-out']);
  });

  it('J-6 is none for a POST of another surface, and for what will not change', async () => {
    once(503);
    const scan = clientOf().post('/open-api/device/cardreader/identification', { body: {} });
    expect((await failureOf(scan)).status).toBe(503);
    expect(server.asked).toHaveLength(1);
    once(503);
    const mail = clientOf().get('/Api/Users/SendEmailToResetPassword', { query: { email: 'x' } });
    expect((await failureOf(mail)).status).toBe(503);
    expect(server.asked).toHaveLength(1);
    for (const status of [400, 401, 403, 404, 409, 412, 422, 500]) {
      once(status);
      expect((await failureOf(clientOf().get('/v1/devices'))).status).toBe(status);
      expect(server.asked).toHaveLength(1);
    }
  });

  it('J-6 comes as often as it may, and then the error is thrown', async () => {
    server.answering((_, response) => json(response, 429, problem('request.rate-limited')));
    const error = await failureOf(clientOf({ retries: 2 }).get('/v1/devices'));
    expect(error.code).toBe('request.rate-limited');
    expect(server.asked).toHaveLength(3);
    server.answering((_, response) => json(response, 429, problem('request.rate-limited')));
    await failureOf(clientOf().get('/v1/devices', { retries: 0 }));
    expect(server.asked).toHaveLength(1);
  });

  it('J-6 J-7 are the same where an option is there without a value', async () => {
    const none = { retries: undefined, timeoutMs: undefined, longestWaitMs: undefined };
    once(503);
    expect(await clientOf(none).get('/v1/devices', none)).toEqual({ no: 2 });
  });

  it('J-7 waits as long as the service asks, in seconds or until a date, or not at all', async () => {
    expect(await waitAfter({ 'Retry-After': '7' })).toBeGreaterThanOrEqual(7_000);
    const date = new Date(Date.now() + 50_000).toUTCString();
    expect(await waitAfter({ 'Retry-After': date })).toBeGreaterThanOrEqual(30_000);
    expect(await waitAfter({})).toBeLessThanOrEqual(250);
    expect(await waitAfter({ 'Retry-After': 'soon' })).toBeLessThanOrEqual(250);
    expect(await waitAfter({ 'Retry-After': '61' })).toBeUndefined();
    once(503, { 'Retry-After': '61' });
    expect((await failureOf(clientOf().get('/v1/devices'))).retryAfterSeconds).toBe(61);
  });

  it('J-8 carries the Idempotency-Key and the body of the first attempt', async () => {
    once(503);
    const gatehouse = clientOf();
    await gatehouse.post('/admin/v1/partners', { body: { name: 'Fit' } });
    const [first, second] = server.asked;
    expect(first?.headers['idempotency-key']).toMatch(/^[\da-f-]{36}$/);
    expect(second?.headers['idempotency-key']).toBe(first?.headers['idempotency-key']);
    expect(second?.body).toBe(first?.body);
    once(200);
    await gatehouse.post('/admin/v1/partners', { idempotencyKey: 'order-7' });
    await gatehouse.post('/admin/v1/partners');
    await gatehouse.patch('/admin/v1/x', { ifMatch: '"7"' });
    await gatehouse.patch('/admin/v1/x');
    await gatehouse.put('/admin/v1/x', { ifNoneMatch: '*' });
    await gatehouse.post('/aggregator/member-validation');
    const keys = server.asked.map(({ headers }) => headers['idempotency-key']);
    const uuid = expect.stringMatching(/^[\da-f-]{36}$/);
    expect(keys).toEqual(['order-7', uuid, uuid, undefined, uuid, undefined]);
    expect(new Set(keys).size).toBe(5);
  });

  it('J-9 waits for the first attempt, and takes what is gone for removed', async () => {
    server.answering((_, response, no) => {
      if (no === 1) response.destroy();
      else if (no === 2) json(response, 409, problem('idempotency.still-running'));
      else json(response, 201, { no });
    });
    expect(await clientOf().post('/admin/v1/partners', { body: {} })).toEqual({ no: 3 });
    server.answering((_, response, no) =>
      no === 1 ? response.destroy() : json(response, 404, problem('gym.not-found')),
    );
    expect(await clientOf().delete('/admin/v1/gyms/7')).toBeUndefined();
    server.answering((_, response) => json(response, 404, problem('gym.not-found')));
    const error = await failureOf(clientOf().delete('/admin/v1/gyms/7'));
    expect(isGatehouseError(error, 'gym.not-found')).toBe(true);
  });
});
