import * as http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Settings } from '../config/settings.js';
import { GuardedFetch } from './guarded-fetch.js';
import { UNKNOWN_HOST } from '../../../test/support/unknown-host.js';

const fetchWith = (outgoingUrls: Settings['outgoingUrls']) =>
  new GuardedFetch({ outgoingUrls } as Settings).fetch;
const fetchAny = fetchWith('any');

let answer: http.RequestListener;
let requests: string[];
let server: http.Server;
let url: string;

beforeEach(async () => {
  requests = [];
  server = http.createServer(async (request, response) => {
    const body = (await request.toArray()).join('');
    requests.push(`${request.method} ${request.url} ${body}`);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

describe('a guarded call', () => {
  it('sends text and forms, and answers as fetch does', async () => {
    answer = (_, response) => response.writeHead(201, { 'X-Seen': 'yes' }).end('{"a":1}');
    const body = new URLSearchParams({ code: 'ü' });
    const response = await fetchAny(url, { method: 'POST', body });
    expect([response.status, response.headers.get('x-seen'), await response.json()]).toEqual([
      201,
      'yes',
      { a: 1 },
    ]);
    answer = (_, response) => response.writeHead(204).end();
    expect((await fetchAny(url)).status).toBe(204);
    expect(requests).toEqual(['POST / code=%C3%BC', 'GET / ']);
  });

  it('follows no redirect', async () => {
    answer = (_, response) => response.writeHead(302, { Location: `${url}other` }).end();
    expect((await fetchAny(url)).status).toBe(302);
    expect(requests).toHaveLength(1);
  });

  it('is not made to a private address or without TLS where only public ones are allowed', async () => {
    answer = (_, response) => response.end();
    const fetchPublic = fetchWith('public');
    for (const to of [url, url.replace('http:', 'https:'), 'https://localhost/', 'https://[::1]/'])
      await expect(fetchPublic(to)).rejects.toThrow('the URL must');
    await expect(fetchPublic(`https://127.0.0.1.${UNKNOWN_HOST}/`)).rejects.toThrow('no address');
    expect(requests).toEqual([]);
  });

  it('ends with an answer that is too long', async () => {
    answer = (_, response) => response.end('x'.repeat(600 * 1024));
    await expect(fetchAny(url)).rejects.toThrow('longer than');
  });

  it('ends with its signal, also while the body comes', async () => {
    const stop = new AbortController();
    answer = (_, response) => {
      response.write('{');
      setTimeout(() => stop.abort(), 20);
    };
    await expect(fetchAny(url, { signal: stop.signal })).rejects.toThrow(/abort/i);
  });

  it('ends when the other side closes in the middle', async () => {
    answer = (_, response) => {
      response.writeHead(200, { 'Content-Length': '100' }).write('{');
      setTimeout(() => response.destroy(), 20);
    };
    await expect(fetchAny(url)).rejects.toThrow();
  });
});
