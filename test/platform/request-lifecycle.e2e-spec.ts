import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { connect } from 'node:net';
import { OPERATOR_KEY } from '../support/settings.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner, type World } from '../support/world.js';

const DEADLINE_MS = 2_500;

describe('a request', () => {
  let app: TestApp;
  let world: World;

  beforeAll(async () => {
    app = await startApp();
    world = await givenAPartner(app);
  });
  afterAll(() => app.close());

  /** Sends the parts one after the other, each in a packet of its own. */
  async function sendInParts(parts: string[], pauseMs = 30): Promise<string> {
    const socket = connect(Number(new URL(app.api.origin).port), '127.0.0.1');
    socket.setNoDelay(true);
    await once(socket, 'connect');
    for (const part of parts) {
      socket.write(part);
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
    const [answer] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    return answer.toString();
  }

  const postingAKey = (name: string, id: string): [head: string, body: string] => {
    const body = JSON.stringify({ name, scopes: ['CUSTOMER_READ'] });
    const head = [
      `POST /admin/v1/partners/${world.partnerId}/api-keys HTTP/1.1`,
      'Host: localhost',
      `X-Api-Key: ${OPERATOR_KEY}`,
      `X-Request-Id: ${id}`,
      'Content-Type: application/json',
      `Content-Length: ${body.length}`,
    ];
    return [`${head.join('\r\n')}\r\n\r\n`, body];
  };

  it('keeps its id also when its body comes later than its head', async () => {
    const [head, body] = postingAKey('late', 'my-own-request-1');
    const answer = await sendInParts([head, body.slice(0, 10), body.slice(10)]);
    expect(answer).toContain('201 Created');
    expect(answer.toLowerCase()).toContain('x-request-id: my-own-request-1');
    const found = 'select action from audit_log where request_id = $1';
    const rows = await app.sql(found, ['my-own-request-1']);
    expect(rows).toEqual([{ action: 'api-key.created' }]);
  });

  it('is served also when its upload took longer than its deadline', async () => {
    const answer = await sendInParts(postingAKey('slow', 'my-own-request-2'), DEADLINE_MS + 100);
    expect(answer).toContain('201 Created');
  });

  it.each(['short', 'x'.repeat(65), 'with spaces in it', '<script>alert(1)</script>'])(
    'gets an id of ours instead of %p',
    async (id) => {
      const { headers } = await app.api.get('/health/live', { 'X-Request-Id': id });
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f]{16}$/);
    },
  );

  it('of more than 64 KiB is refused, one of exactly 64 KiB is read', async () => {
    const sized = (bytes: number) => `{"a":"${'x'.repeat(bytes - 8)}"}`;
    const post = (bytes: number) => app.operator.post('/admin/v1/partners', sized(bytes));
    expect((await post(64 * 1024)).status).toBe(400);
    expect((await post(64 * 1024 + 1)).status).toBe(413);
  });

  it.each([
    ['an unknown path', 'GET', '/admin/v1/nothing', '404 request.not-found'],
    ['a wrong verb', 'DELETE', '/admin/v1/partners', '405 request.method-not-allowed'],
    ['an odd verb', 'PROPFIND', '/admin/v1/partners', '405 request.method-not-allowed'],
    ['a broken escape', 'GET', '/admin/v1/%zz', '400 request.invalid'],
    ['too long a name', 'GET', `/admin/v1/partners/${'x'.repeat(400)}`, '404 request.not-found'],
  ])('with %s is answered in the format of its surface', async (_, method, path, answered) => {
    const { status, body, headers } = await app.operator.call(method, path);
    expect(`${status} ${body.code}`).toBe(answered);
    expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(headers.get('x-request-id')).toBe(body.traceId);
  });

  it('with a body of another kind is refused, also without a content type', async () => {
    const typed = (type: string) =>
      app.operator.call('POST', '/admin/v1/partners', 'a=1', { 'Content-Type': type });
    expect((await typed('application/x-www-form-urlencoded')).status).toBe(415);
    expect((await typed('text/plain')).status).toBe(415);
    expect((await typed('')).status).toBe(415);
  });

  it('with a broken head is refused by the connection itself, and the next one is served', async () => {
    expect(await sendInParts(['GET / HTTP/1.1\r\nHost localhost\r\n\r\n'])).toContain(
      '400 Bad Request',
    );
    expect((await app.api.get('/health/live')).status).toBe(200);
  });
});
