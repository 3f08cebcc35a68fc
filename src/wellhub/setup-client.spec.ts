import * as http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SetupClient } from './setup-client.js';

let answer: (response: http.ServerResponse) => void;
let asked: { line: string; headers: http.IncomingHttpHeaders; body: string }[];
let server: http.Server;
let client: SetupClient;

beforeEach(async () => {
  asked = [];
  client = new SetupClient();
  server = http.createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      asked.push({ line: `${request.method} ${request.url}`, headers: request.headers, body });
      answer(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  client.onApplicationShutdown();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const call = (timeoutMs = 5_000) => ({
  baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  token: 'partner-token',
  timeoutMs,
});
const says = (body: unknown, status = 200) => {
  answer = (response) =>
    response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body));
};

describe('the Integration Setup API', () => {
  it.each(['gyms', 'partners'])('W-68 reads the list of gyms under %s', async (name) => {
    says({ [name]: [{ id: 1042, enabled: true }, { id: '007', enabled: false }, { id: 2 }] });
    expect(await client.gyms(call())).toEqual({
      kind: 'ok',
      value: [
        { wellhubGymId: '1042', enabled: true },
        { wellhubGymId: '007', enabled: false },
        { wellhubGymId: '2', enabled: false },
      ],
    });
    expect(asked).toMatchObject([
      {
        line: 'GET /v1/systems/gyms',
        body: '',
        headers: { authorization: 'Bearer partner-token' },
      },
    ]);
    expect(asked[0]?.headers).not.toHaveProperty('content-length');
  });

  it('W-68 reads the webhooks of a gym without their secrets', async () => {
    const url = 'https://example.com/hook';
    says({ webhooks: [{ event: 'checkin', url, secret: 'never-kept', additional_data: {} }] });
    const found = await client.webhooks(call(), '1042');
    expect(found).toEqual({ kind: 'ok', value: [{ event: 'checkin', url }] });
    expect(asked[0]?.line).toBe('GET /v1/systems/gyms/1042/webhooks');
  });

  it('W-68 registers with the body of the contract', async () => {
    answer = (response) => response.writeHead(204).end();
    const webhook = { event: 'checkin', url: 'https://example.com/h', secret: 'sixteen-or-more-1' };
    expect(await client.register(call(), '1042', [webhook])).toEqual({ kind: 'ok', value: true });
    expect(asked).toMatchObject([
      {
        line: 'POST /v1/systems/gyms/1042/webhooks',
        headers: { 'content-type': 'application/json' },
      },
    ]);
    expect(JSON.parse(asked[0]?.body ?? '')).toEqual({ webhooks: [webhook] });
  });

  it.each([
    ['nothing', ''],
    ['HTML', '<html></html>'],
    ['an array', []],
    ['null', null],
    ['a list of the wrong kind', { gyms: 7 }],
    ['more than we read', { gyms: [{ id: 1 }], padding: 'x'.repeat(3 * 1024 * 1024) }],
  ])('survives %s', async (_what, body) => {
    says(body);
    expect(await client.gyms(call())).toEqual({ kind: 'unreadable' });
  });

  it('leaves out what makes no sense in a list', async () => {
    says({ gyms: [null, 7, 'x', { id: {} }, { id: 'gym' }, { id: 5, enabled: 'yes' }] });
    expect(await client.gyms(call())).toEqual({
      kind: 'ok',
      value: [{ wellhubGymId: '5', enabled: false }],
    });
    says({ webhooks: [null, { event: 7, url: 'u' }, { event: 'checkin' }] });
    expect(await client.webhooks(call(), '1')).toEqual({ kind: 'ok', value: [] });
  });

  it.each([
    [401, { kind: 'credentials-refused', status: 401 }],
    [404, { kind: 'refused', status: 404 }],
    [429, { kind: 'unreachable', cause: 'status', status: 429 }],
    [302, { kind: 'unreachable', cause: 'status', status: 302 }],
    [503, { kind: 'unreachable', cause: 'status', status: 503 }],
  ])('distinguishes %s from the others', async (status, expected) => {
    says({ message: 'no' }, status);
    expect(await client.gyms(call())).toEqual(expected);
  });

  it('ends when nothing answers', async () => {
    answer = () => undefined;
    expect(await client.gyms(call(100))).toEqual({ kind: 'unreachable', cause: 'timeout' });
  });
});
