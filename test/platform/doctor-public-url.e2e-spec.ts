import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import * as http from 'node:http';
import * as https from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { certificateFor } from '../support/certificates.js';
import { createDatabase } from '../support/databases.js';
import { runDoctor } from '../support/doctor.js';
import { freePort } from '../support/replica.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { UNKNOWN_HOST } from '../support/unknown-host.js';

const key = randomBytes(32);

describe('L-87 the doctor at the public address', () => {
  let publicUrl: string;
  let databaseUrl: string;
  const servers: Server[] = [];

  beforeAll(async () => {
    databaseUrl = await createDatabase();
    const port = await freePort();
    publicUrl = `http://127.0.0.1:${port}`;
    app = await startApp({ databaseUrl, port, publicUrl, secretsKeys: [key], trustProxy: 0 });
  });
  let app: TestApp;
  afterAll(async () => {
    for (const server of servers) server.close();
    await app.close();
  });

  const linesOf = async (settings: Record<string, string>) => {
    const { out } = await runDoctor({
      DATABASE_URL: databaseUrl,
      SECRETS_KEY: key.toString('base64'),
      ...settings,
    });
    return [...out.matchAll(/^\w+ +public-url: .*$/gm)].join('\n');
  };
  const listening = async (server: Server) => {
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return (server.address() as AddressInfo).port;
  };

  type Change = (request: http.IncomingMessage) => {
    path?: string;
    headers?: Record<string, string>;
  };
  /** A proxy as people set them up, with one fault; the service believes that it is called there. */
  const behind = async (change: Change, isBuffering = false, secure?: object) => {
    const pass: http.RequestListener = (request, response) => {
      const { path = request.url, headers = {} } = change(request);
      const to = new URL(publicUrl);
      http.get(
        { host: to.hostname, port: to.port, path, headers: { ...request.headers, ...headers } },
        (answer) => {
          response.writeHead(answer.statusCode ?? 502, answer.headers);
          if (!isBuffering) return void answer.pipe(response);
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('end', () => response.end(Buffer.concat(parts)));
        },
      );
    };
    const server = secure ? https.createServer(secure, pass) : http.createServer(pass);
    return listening(server);
  };
  /** The proofs are made with `PUBLIC_URL`: a replica that believes in the proxy. */
  const linesBehind = async (port: number, scheme = 'http', more = {}) => {
    const PUBLIC_URL = `${scheme}://localhost:${port}`;
    const app = await startApp({
      databaseUrl,
      secretsKeys: [key],
      publicUrl: PUBLIC_URL,
      trustProxy: 0,
      role: 'api',
    });
    const own = publicUrl;
    publicUrl = app.api.origin;
    try {
      return await linesOf({ PUBLIC_URL, ...more });
    } finally {
      publicUrl = own;
      await app.close();
    }
  };

  it('is named when another deployment, something else, a redirect or nothing answers', async () => {
    const other = await startApp({ publicUrl: 'http://elsewhere.example' });
    expect(await linesOf({ PUBLIC_URL: other.api.origin })).toMatch(
      /^problem .*PUBLIC_URL: another deployment answers there/,
    );
    await other.close();
    const web = await listening(http.createServer((_, response) => void response.end('hello')));
    expect(await linesOf({ PUBLIC_URL: `http://localhost:${web}` })).toMatch(
      /something else answers there, or an older version \(status 200, no content type\)/,
    );
    const moved = await listening(
      http.createServer((_, response) => response.writeHead(301, { Location: '/' }).end()),
    );
    expect(await linesOf({ PUBLIC_URL: `http://localhost:${moved}` })).toMatch(
      /it redirects \(301\)/,
    );
    const silent = `http://127.0.0.1:${await freePort()}`;
    expect(await linesOf({ PUBLIC_URL: silent })).toMatch(
      /^problem .*does not answer \(ECONNREFUSED\), although processes run/,
    );
    expect(await linesOf({ PUBLIC_URL: `https://${UNKNOWN_HOST}`, SANDBOX: 'off' })).toMatch(
      /^problem .*unknown\.invalid does not resolve \(E/,
    );
  });

  it('is behind a proxy that decodes, merges, refuses, or names the client in vain', async () => {
    const decoding = await behind(({ url = '' }) => ({ path: url.replace('%2F', '/') }));
    expect(await linesBehind(decoding)).toContain('a proxy decodes %2F in paths');
    const merging = await behind(({ url = '' }) => ({ path: url.replace('//', '/') }));
    expect(await linesBehind(merging)).toContain('a proxy merges // in paths');
    const refusing = await behind(({ url = '' }) =>
      /%2F/.test(url) ? { path: '/nowhere/at/all' } : {},
    );
    expect(await linesBehind(refusing)).toContain(
      'a proxy refuses a path with %2F or // (status 404)',
    );
    const naming = await behind(() => ({ headers: { 'X-Forwarded-For': '203.0.113.7' } }));
    expect(await linesBehind(naming)).toContain('TRUST_PROXY is not set');
  });

  it('is behind a proxy that collects streams, or has a certificate that is not trusted', async () => {
    expect(await linesBehind(await behind(() => ({}), true))).toContain('a proxy collects streams');
    const { file, ...secure } = certificateFor('localhost', 3);
    const port = await behind(() => ({}), false, secure);
    expect(await linesBehind(port, 'https')).toMatch(/^problem .* has no TLS that is trusted/);
    const trusted = await linesBehind(port, 'https', { NODE_EXTRA_CA_CERTS: file });
    expect(trusted).toMatch(/^ok .*is this deployment$/m);
    expect(trusted).toMatch(/^warning .*its certificate ends in [23] days$/m);
  });
});
