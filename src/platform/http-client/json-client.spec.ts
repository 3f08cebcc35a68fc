import * as http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { JsonClient } from './json-client.js';

const client = new JsonClient();
let received: { line: string; headers: http.IncomingHttpHeaders }[];
let server: http.Server;
let url: string;

beforeEach(async () => {
  received = [];
  server = http.createServer(({ method, url: path, headers }, response) => {
    received.push({ line: `${method} ${path}`, headers });
    response.end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterEach(async () => {
  delete process.env['http_proxy'];
  client.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

describe('an outgoing JSON call', () => {
  it('W-54 never goes through a proxy of the environment', async () => {
    process.env['http_proxy'] = 'http://127.0.0.1:1';
    expect(await client.send({ url, body: {}, timeoutMs: 5_000 })).toMatchObject({
      received: true,
      response: { status: 200, body: '{}' },
    });
  });

  it('has no header that nobody asked for', async () => {
    await client.send({ method: 'GET', url, timeoutMs: 5_000 });
    expect(received).toEqual([
      { line: 'GET /', headers: { host: new URL(url).host, connection: 'keep-alive' } },
    ]);
  });

  it('is not made with a body above the limit, which says nothing about the other side', async () => {
    const body = 'x'.repeat(7 * 1024 * 1024);
    const outcome = await client.send({ url, body, timeoutMs: 5_000 });
    expect(outcome).toEqual({ received: false, cause: 'unsendable' });
    expect(received).toEqual([]);
  });
});
