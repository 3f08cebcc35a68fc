import * as http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ValidateAnswer } from './validate-answer.js';
import { WellhubClient } from './wellhub-client.js';
import { UNKNOWN_HOST } from '../../test/support/unknown-host.js';

type Handler = (request: http.IncomingMessage, response: http.ServerResponse) => void;

let handle: Handler;
let received: { headers: http.IncomingHttpHeaders; line: string; body: string }[];
let server: http.Server;
let client: WellhubClient;

beforeEach(async () => {
  received = [];
  client = new WellhubClient();
  server = http.createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      received.push({ headers: request.headers, line: `${request.method} ${request.url}`, body });
      handle(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(async () => {
  client.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const baseUrl = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

function validate(timeoutMs = 5_000, signal?: AbortSignal): Promise<ValidateAnswer> {
  const who = {
    partnerId: 'p',
    token: 'partner-token',
    wellhubGymId: '1042',
    wellhubId: '0012345678905',
  };
  return client.validate({ baseUrl: baseUrl(), ...who, timeoutMs, signal });
}

describe('POST /access/v1/validate', () => {
  it('W-43 sends exactly the documented headers and the id as text with its zeros', async () => {
    handle = (_request, response) => response.end('{}');
    await validate();
    expect(received).toEqual([
      {
        line: 'POST /access/v1/validate',
        body: '{"gympass_id":"0012345678905"}',
        headers: {
          authorization: 'Bearer partner-token',
          'x-gym-id': '1042',
          'content-type': 'application/json',
          'content-length': '30',
          host: new URL(baseUrl()).host,
          connection: 'keep-alive',
        },
      },
    ]);
  });

  it('W-43 keeps the socket for the next call and accepts a base that ends in a slash', async () => {
    const ports = new Set<number | undefined>();
    handle = (request, response) => {
      ports.add(request.socket.remotePort);
      response.end('{}');
    };
    const who = { partnerId: 'p', token: 't', wellhubGymId: '1', wellhubId: '1', timeoutMs: 5_000 };
    await client.validate({ baseUrl: `${baseUrl()}/`, ...who });
    await client.validate({ baseUrl: baseUrl(), ...who });
    expect(ports.size).toBe(1);
    expect(received[0]?.line).toBe('POST /access/v1/validate');
  });

  it('W-48 carries Retry-After', async () => {
    handle = (_request, response) => response.writeHead(429, { 'Retry-After': '7' }).end();
    expect(await validate()).toEqual({
      kind: 'unreachable',
      cause: 'status',
      status: 429,
      retryAfterSeconds: 7,
    });
  });

  it('W-54 follows no redirect', async () => {
    handle = (_request, response) => response.writeHead(307, { Location: '/elsewhere' }).end();
    expect(await validate()).toEqual({ kind: 'unreachable', cause: 'status', status: 307 });
    expect(received).toHaveLength(1);
  });

  it('W-44 stops reading a body above 64 KiB and lets the status decide', async () => {
    handle = (_request, response) => {
      response.writeHead(200);
      const pour = (): void => {
        while (!response.destroyed && response.write('x'.repeat(16_384)));
        if (!response.destroyed) response.once('drain', pour);
      };
      pour();
    };
    expect(await validate()).toEqual({ kind: 'validated', status: 200, at: undefined });
  });

  it('W-45 ends at its time limit when nothing answers', async () => {
    handle = () => undefined;
    expect(await validate(100)).toEqual({ kind: 'unreachable', cause: 'timeout' });
  });

  it('W-45 ends at its time limit when the answer trickles', async () => {
    handle = (_request, response) => {
      response.writeHead(200).write('{');
      const timer = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(timer));
    };
    expect(await validate(200)).toEqual({ kind: 'unreachable', cause: 'timeout', status: 200 });
  });

  it.each<[string, Handler]>([
    ['before the answer', (request) => request.socket.resetAndDestroy()],
    [
      'in the middle of the answer',
      (request, response) => {
        response.writeHead(200, { 'Content-Length': 100 }).write('{');
        setTimeout(() => request.socket.destroy(), 20);
      },
    ],
    ['with bytes that are not HTTP', (request) => request.socket.end('hello\r\n\r\n')],
    ['with endless headers', (r) => r.socket.end(`HTTP/1.1 200 OK\r\nA: ${'a'.repeat(99_999)}`)],
  ])('W-45 takes a connection that breaks %s as a network error', async (_when, breaking) => {
    handle = breaking;
    expect(await validate()).toMatchObject({ kind: 'unreachable', cause: 'network' });
    expect(received).toHaveLength(1);
  });

  it.each([
    ['a closed port', 'http://127.0.0.1:1'],
    ['an unknown host', `http://${UNKNOWN_HOST}`],
  ])('answers for %s with a value, never an exception', async (_what, base) => {
    const who = {
      partnerId: 'p',
      token: 'token',
      wellhubGymId: '1',
      wellhubId: '1',
      timeoutMs: 5_000,
    };
    expect(await client.validate({ baseUrl: base, ...who })).toMatchObject({
      kind: 'unreachable',
      cause: 'network',
    });
  });

  it.each([
    ['a base that is no URL', 'not a url', 'token'],
    ['another scheme', 'ftp://127.0.0.1', 'token'],
    ['a token with a line end', 'http://127.0.0.1:1', 'line\nbreak'],
    ['a token with a typographic quote', 'http://127.0.0.1:1', 'it’s'],
  ])('does not call %s unreachable, for no call was made', async (_what, base, token) => {
    const who = { partnerId: 'p', token, wellhubGymId: '1', wellhubId: '1', timeoutMs: 5_000 };
    const answer = await client.validate({ baseUrl: base, ...who });
    expect(answer).toEqual({ kind: 'credentials-refused' });
  });

  it('ends when the caller aborts, also before the call', async () => {
    handle = () => undefined;
    const later = new AbortController();
    setTimeout(() => later.abort(), 50);
    const aborted = { kind: 'unreachable', cause: 'timeout' };
    expect(await validate(5_000, later.signal)).toEqual(aborted);
    expect(await validate(5_000, AbortSignal.abort())).toEqual(aborted);
  });
});
