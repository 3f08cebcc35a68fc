import * as http from 'node:http';
import * as net from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { JsonClient } from './json-client.js';
import { UNKNOWN_HOST } from '../../../test/support/unknown-host.js';

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

  it('has no header beyond the requested ones', async () => {
    await client.send({ method: 'GET', url, timeoutMs: 5_000 });
    expect(received).toEqual([
      { line: 'GET /', headers: { host: new URL(url).host, connection: 'keep-alive' } },
    ]);
  });

  it('is not made with a body above the limit, which does not count against the other side', async () => {
    const body = 'x'.repeat(7 * 1024 * 1024);
    const outcome = await client.send({ url, body, timeoutMs: 5_000 });
    expect(outcome).toEqual({ received: false, cause: 'unsendable' });
    expect(received).toEqual([]);
  });

  describe('reports whether it had a connection', () => {
    const send = (to: string, timeoutMs = 5_000) => {
      let connects = 0;
      const onConnect = () => (connects += 1);
      const outcome = client.send({ method: 'GET', url: to, timeoutMs, onConnect });
      return outcome.then((it) => ({ it, connects }));
    };
    /** A port that accepts connections and never answers. */
    const mute = async (run: (port: number) => Promise<void>) => {
      const silent = net.createServer();
      await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
      const sockets: net.Socket[] = [];
      silent.on('connection', (socket) => sockets.push(socket.on('error', () => undefined)));
      await run((silent.address() as AddressInfo).port);
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => silent.close(resolve));
    };

    it.each(['http://127.0.0.1:1/', `http://${UNKNOWN_HOST}/`])('none to %s', async (to) => {
      expect(await send(to)).toMatchObject({
        it: { cause: 'network', connected: false },
        connects: 0,
      });
    });

    it('none when TLS cannot be agreed on, or the peer does not answer it', async () => {
      const plain = await send(url.replace('http:', 'https:'));
      expect(plain).toMatchObject({ it: { cause: 'network', connected: false }, connects: 0 });
      await mute(async (port) =>
        expect(await send(`https://127.0.0.1:${port}/`, 300)).toMatchObject({
          it: { cause: 'timeout', connected: false },
          connects: 0,
        }),
      );
    });

    it('one, when only the answer does not come', async () => {
      await mute(async (port) =>
        expect(await send(`http://127.0.0.1:${port}/`, 300)).toMatchObject({
          it: { cause: 'timeout', connected: true },
          connects: 1,
        }),
      );
    });

    it('one of an earlier call', async () => {
      expect(await send(url)).toMatchObject({ it: { received: true }, connects: 1 });
      server.removeAllListeners('request').on('request', ({ socket }) => socket.destroy());
      expect(await send(url)).toMatchObject({
        it: { cause: 'network', connected: true },
        connects: 0,
      });
    });
  });
});
