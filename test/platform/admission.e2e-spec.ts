import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DeclaredRoutes, type DeclaredRoute } from '../../src/platform/http/declared-routes.js';
import type { Answer } from '../support/api.js';
import { OPERATOR_KEY } from '../support/settings.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner, type World } from '../support/world.js';

const JSON_TYPE = { 'Content-Type': 'application/json' };
const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };
const TAKING = /^(POST|PUT|PATCH|DELETE) /;

/** An address with a value for every parameter. */
function addressOf({ address }: DeclaredRoute): { method: string; path: string } {
  const [method = '', path = ''] = address.split(' ');
  return { method, path: path.replaceAll(/:\w+/g, '1') };
}

/** The same path with every letter and digit of its last part as an escape. */
const escaped = (path: string) =>
  path.replace(/[^/]+$/, (part) =>
    part.replaceAll(/\w/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`),
  );

describe('before the first byte of a body', () => {
  let app: TestApp;
  let world: World;
  let taking: readonly DeclaredRoute[];

  beforeAll(async () => {
    app = await startApp();
    world = await givenAPartner(app);
    taking = app.app.get(DeclaredRoutes).all.filter(({ address }) => TAKING.test(address));
  });
  afterAll(() => app.close());

  /** Opens a connection and sends what is given, and no more. */
  async function sendOnly(head: string): Promise<Socket> {
    const socket = connect(Number(new URL(app.api.origin).port), '127.0.0.1');
    await once(socket, 'connect');
    socket.write(head);
    return socket;
  }

  /** The status of the answer to a head whose body never comes. */
  async function answerTo(line: string, headers: Record<string, string | number>): Promise<number> {
    const fields = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    const socket = await sendOnly(`${line} HTTP/1.1\r\nHost: localhost\r\n${fields.join('')}\r\n`);
    const [answer] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    return Number(answer.toString().split(' ', 2)[1]);
  }

  /** What routes answer that do not answer as wanted. */
  async function others(
    routes: readonly DeclaredRoute[],
    wanted: readonly number[],
    headers: Record<string, string | number>,
  ): Promise<string[]> {
    const odd: string[] = [];
    for (const route of routes) {
      const { method, path } = addressOf(route);
      for (const spelling of [path, escaped(path)]) {
        const status = await answerTo(`${method} ${spelling}`, headers);
        if (!wanted.includes(status)) odd.push(`${method} ${spelling}: ${status}`);
      }
    }
    return odd;
  }

  it('every route that requires a credential refuses callers without one, in every spelling', async () => {
    const guarded = taking.filter(({ access }) => access !== 'public');
    expect(guarded.length).toBeGreaterThan(50);
    expect(await others(guarded, [401], { ...JSON_TYPE, 'Content-Length': 5_000_000 })).toEqual([]);
  });

  it('the door checks the token, an invented one too when the body is larger than a scan', async () => {
    const door = 'POST /open-api/device/cardreader/identification';
    const invented = { ...JSON_TYPE, Authorization: `Bearer ${'x'.repeat(40)}` };
    expect(await answerTo(door, { ...JSON_TYPE, 'Content-Length': 60_000 })).toBe(401);
    expect(await answerTo(door, { ...JSON_TYPE, 'Content-Length': 100 })).toBe(401);
    expect(await answerTo(door, { ...invented, 'Content-Length': 60_000 })).toBe(401);
    expect(await answerTo(door, { ...invented, 'Transfer-Encoding': 'chunked' })).toBe(401);
  });

  it('nothing but a report and a file may be larger than 64 KiB, in every spelling', async () => {
    const isFile = ({ address }: DeclaredRoute) => /^PUT .*(photo|document)$/.test(address);
    // A key has no account: it is refused before its body is judged.
    const admin = taking.filter(({ address }) => / \/admin\/v1\/(?!me\b)/.test(address));
    const headers = {
      ...JSON_TYPE,
      'X-Api-Key': OPERATOR_KEY,
      'X-Partner-Id': world.partnerId,
    };
    const isReport = ({ address }: DeclaredRoute) => /\/reconciliation(\/preview)?$/.test(address);
    const small = admin.filter((route) => !isFile(route) && !route.address.includes(':partnerId'));
    const over = { ...headers, 'Content-Length': 64 * 1024 + 1 };
    const json = small.filter((route) => !isReport(route));
    expect(await others(json, [413], over)).toEqual([]);
    const reports = small.filter(isReport);
    expect(reports.length).toBeGreaterThan(1);
    const overReport = { 'Content-Type': 'text/csv', 'Content-Length': 1024 * 1024 + 1 };
    expect(await others(reports, [413], { ...headers, ...overReport })).toEqual([]);
    const files = admin.filter(isFile);
    expect(files.length).toBeGreaterThan(0);
    const tooLarge = { ...headers, 'Content-Length': 5 * 1024 * 1024 + 1 };
    expect(await others(files, [413], tooLarge)).toEqual([]);
  });

  it.each([
    ['POST', '/Api/Nothing', 404, /^\{"errors":/],
    ['POST', '/aPI/Users/Nothing', 404, /^\{"errors":/],
    ['POST', '/admin/v1/nothing', 404, /"code":"request.not-found"/],
    ['POST', '/ADMIN/v1/partners', 404, /"code":"request.not-found"/],
    ['POST', '/admin', 404, /"code":"request.not-found"/],
    ['PUT', '/admin/v1/partners', 405, /"code":"request.method-not-allowed"/],
    ['PUT', '/admin/v1/%70artners', 405, /"code":"request.method-not-allowed"/],
    ['POST', '/v1/studios/information', 405, /"errorCode":"METHOD_NOT_ALLOWED"/],
    ['POST', '/v1/nothing', 404, /"errorCode":"NOT_FOUND"/],
    ['POST', '/v1/login', 404, /"errorCode":"NOT_FOUND"/],
    ['GET', '/v1', 404, /"errorCode":"NOT_FOUND"/],
    ['GET', '//v1//devices', 404, /"errorCode":"NOT_FOUND"/],
    ['POST', '//wellhub/users', 404, /^\{"message":/],
    ['POST', '/wellhub//users', 404, /^\{"message":/],
    ['POST', '/%77ellhub/nothing/at/all', 404, /^\{"message":/],
    ['PUT', '/wellhub/users', 405, /^\{"message":/],
    ['POST', '/health/live', 405, /"code":"request.method-not-allowed"/],
    ['POST', '/nothing/at/all/here', 404, /<html/],
  ])('%s %s with a form is answered by its path', async (method, path, status, form) => {
    const sent = method === 'GET' ? undefined : 'a=%ff';
    const answer = await app.api.call(method, path, sent, FORM);
    expect(answer.status).toBe(status);
    expect(answer.text).toMatch(form);
  });

  it('names the first twenty of 6,000 unknown fields and counts the others', async () => {
    const odd = Object.fromEntries(Array.from({ length: 6_000 }, (_, at) => [`f${at}`, 1]));
    const answer = await app.operator.post('/admin/v1/partners', odd);
    expect(answer.status).toBe(400);
    expect(answer.text.length).toBeLessThan(3_000);
    expect(answer.body.errors).toHaveLength(21);
    expect(answer.body.errors[20].detail).toMatch(/^and [56]\d{3} more$/);
  });

  describe('text', () => {
    const name = (value: string) => ({ name: value, scopes: ['CUSTOMER_READ'] });
    const keys = () => `/admin/v1/partners/${world.partnerId}/api-keys`;
    const latin1 = (body: unknown) => Buffer.from(JSON.stringify(body), 'latin1');
    const send = (body: Buffer | string, headers = {}) => app.operator.post(keys(), body, headers);
    const codeOf = ({ status, body }: Answer) => `${status} ${body.code}`;

    it('that is not UTF-8 is refused and changes nothing', async () => {
      expect(codeOf(await send(latin1(name('José'))))).toBe('400 request.invalid-json');
      expect(codeOf(await send(Buffer.from(JSON.stringify(name('x')), 'utf16le')))).toBe(
        '400 request.invalid-json',
      );
      const found = await app.operator.get(keys());
      expect(found.text).not.toContain('Jos');
    });

    it('may begin with a byte order mark', async () => {
      expect((await send(`\u{feff}${JSON.stringify(name('José'))}`)).status).toBe(201);
    });

    it.each([
      ['application/json; charset=utf-8', 201],
      ['application/json;charset="UTF8"', 201],
      ['Application/JSON ; Charset=US-ASCII', 201],
      ['application/json; charset=iso-8859-1', 415],
      ['application/json; charset=utf-16', 415],
      ['application/json; charset=klingon', 415],
    ])('as %s is answered with %d', async (type, status) => {
      const answer = await send(JSON.stringify(name('charset')), { 'Content-Type': type });
      expect(answer.status).toBe(status);
    });

    it.each(['gzip', 'br', 'deflate', 'x-odd', 'identity, gzip'])(
      'with the Content-Encoding %s is refused, also when that is a lie',
      async (encoding) => {
        const plain = JSON.stringify(name('packed'));
        for (const body of [plain, gzipSync(plain)])
          expect(codeOf(await send(body, { 'Content-Encoding': encoding }))).toBe(
            '415 request.unsupported-media-type',
          );
      },
    );

    it('with the Content-Encoding identity is plain', async () => {
      const answer = await send(JSON.stringify(name('plain')), { 'Content-Encoding': 'Identity' });
      expect(answer.status).toBe(201);
    });

    it.each(['%E9', '%C3', '%80', '%ED%A0%80', 'a%C3%A9%FF'])(
      'of a query string must be UTF-8: %s',
      async (text) => {
        const answer = await app.operator.get(`${keys()}?cursor=${text}`);
        expect(codeOf(answer)).toBe('400 request.invalid');
        expect(answer.body.detail).toContain('UTF-8');
        const { status, body } = await world.admin.get(`/v1/studios/information?studioId=${text}`);
        expect(`${status} ${body.errorCode}`).toBe('400 VALIDATION_FAILED');
      },
    );

    it('of a form must be UTF-8, its escapes too; a stray per cent sign is one', async () => {
      const post = async (body: Buffer | string) =>
        (await app.api.post(`/${world.slug}/login`, body, FORM)).status;
      expect(await post('email=jos%E9%40example.com&password=x')).toBe(400);
      expect(await post(Buffer.from('email=josé&password=x', 'latin1'))).toBe(400);
      expect(await post('email=a%40example.com&password=100%')).toBe(401);
      expect(await post('email=jos%C3%A9%40example.com&password=x')).toBe(401);
      const grant = await app.api.post('/Api/oauth/authorize', 'grant_type=%E9', FORM);
      expect(`${grant.status} ${grant.body.error}`).toBe('400 invalid_request');
    });
  });

  describe('time', () => {
    it('ends for half a head and half a body after 10 s, and W-20 for no idle connection', async () => {
      const idle = await sendOnly('GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n');
      await once(idle, 'data');
      const begun = performance.now();
      const halfHead = await sendOnly('GET /health/live HTTP/1.1\r\nHost: local');
      const halfBody = await sendOnly(
        'POST /wellhub/token HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n{',
      );
      const halfHook = await sendOnly(
        `POST ${world.hookPath} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n{`,
      );
      for (const socket of [halfHead, halfBody, halfHook]) socket.resume().on('error', () => {});
      await Promise.all([halfHead, halfBody, halfHook].map((socket) => once(socket, 'close')));
      const took = performance.now() - begun;
      expect(took).toBeGreaterThan(9_000);
      idle.write('GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n');
      const [again] = (await once(idle, 'data')) as [Buffer];
      expect(again.toString()).toContain('200 OK');
      idle.destroy();
    });
  });

  it('every answer of every route is uncacheable, with a content type that is not sniffed', async () => {
    const published = /^\/(docs|assets|favicon\.ico)\b/;
    const odd: string[] = [];
    // No client of ours sends TRACE.
    const all = app.app
      .get(DeclaredRoutes)
      .all.filter(({ address }) => !address.startsWith('TRACE'));
    for (const route of all)
      for (const headers of [{}, { 'X-Api-Key': OPERATOR_KEY, 'X-Partner-Id': world.partnerId }]) {
        const { method, path } = addressOf(route);
        const answer = await app.api.call(method, path, undefined, headers);
        const kept = answer.headers.get('cache-control') ?? '';
        const isKept =
          !kept.includes('no-store') && !(published.test(path) && answer.status === 200);
        if (isKept || answer.headers.get('x-content-type-options') !== 'nosniff')
          odd.push(`${method} ${path} ${answer.status}: ${kept}`);
        // Its public address is http, where browsers do not look at HSTS.
        if (answer.headers.has('strict-transport-security')) odd.push(`${method} ${path}: HSTS`);
      }
    expect(odd).toEqual([]);
  });
});
