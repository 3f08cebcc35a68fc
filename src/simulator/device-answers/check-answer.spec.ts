import { describe, expect, it } from '@jest/globals';
import type { DeviceAnswer } from '../device-wire/device-call.js';
import { checkAnswer } from './check-answer.js';

const GRANT =
  '{"result":{"event":7,"user_id":4711,"user_name":"","user_image":false,"portal_id":1,"actions":[{"action":"catra","parameters":"allow=clockwise"}],"message":"Acesso liberado"}}';
const REFUSAL =
  '{"result":{"event":6,"user_id":0,"user_name":"","user_image":false,"portal_id":1,"actions":[],"message":"Codigo ja usado"}}';

const scan = (body = 'card_value=1&portal_id=1') => ({
  method: 'POST',
  path: '/new_card.fcgi',
  body,
});

const answered = (text: string, change: Partial<DeviceAnswer> = {}): DeviceAnswer => {
  const body = Buffer.from(text);
  const type = text === '' ? {} : { 'content-type': 'application/json' };
  const headers = { 'content-length': String(body.length), 'cache-control': 'no-store', ...type };
  return { status: 200, headers, body, ...change };
};

const violationsOf = (text: string) => checkAnswer('scan', scan(), answered(text));

describe('the check of an answer to a scan', () => {
  it('finds nothing wrong in a grant and in a refusal of the contract', () => {
    expect(violationsOf(GRANT)).toEqual([]);
    expect(violationsOf(REFUSAL)).toEqual([]);
    expect(violationsOf(GRANT.replace(',"message":"Acesso liberado"', ''))).toEqual([]);
  });

  it.each([
    ['no JSON', GRANT.slice(1), 'is no JSON object'],
    ['no result', '{"event":7}', "has no object 'result'"],
    [
      'another order of keys',
      GRANT.replace('"event":7,"user_id":4711', '"user_id":4711,"event":7'),
      "'result' has the keys",
    ],
    ['a missing key', GRANT.replace('"user_image":false,', ''), "'result' has the keys"],
    ['a further key', REFUSAL.replace('"message"', '"code":1,"message"'), "'result' has the keys"],
    ['an event that no server sends', REFUSAL.replace('6', '4'), "'result.event' is 4"],
    ['an event in text', GRANT.replace('7,', '"7",'), `'result.event' is "7"`],
    ['a grant to nobody', GRANT.replace('4711', '0'), "'result.user_id' is 0"],
    ['a refusal that opens', GRANT.replace('7,', '6,').replace('4711', '0'), "'result.actions' is"],
    [
      'a grant that opens nothing',
      REFUSAL.replace('6,', '7,').replace('"user_id":0', '"user_id":5'),
      "'result.actions' is []",
    ],
    [
      'a refusal with a name',
      REFUSAL.replace('"user_name":""', '"user_name":"Ana"'),
      `'result.user_name' is "Ana"`,
    ],
    [
      'both ways at once',
      GRANT.replace('clockwise', 'both'),
      `'action.parameters' is "allow=both"`,
    ],
    ['an action that no device has', GRANT.replace('catra', 'turn'), `'action.action' is "turn"`],
    [
      'keys of an action in another order',
      GRANT.replace(
        '"action":"catra","parameters":"allow=clockwise"',
        '"parameters":"allow=clockwise","action":"catra"',
      ),
      "'action' has the keys",
    ],
    ['another portal', GRANT.replace('"portal_id":1', '"portal_id":2'), "'result.portal_id' is 2"],
    [
      'a message of 31 characters',
      GRANT.replace('Acesso liberado', 'x'.repeat(31)),
      "'result.message' is",
    ],
    ['a letter that is not ASCII', GRANT.replace('Acesso', 'Não'), 'not printable ASCII'],
    ['a pretty print', JSON.stringify(JSON.parse(GRANT), null, 2), 'not printable ASCII'],
  ])('finds %s', (_what, text, violation) => {
    expect(violationsOf(text)).toContainEqual(expect.stringContaining(violation));
  });

  it('takes the portal from the request, from JSON too, and 1 without one', () => {
    const other = GRANT.replace('"portal_id":1', '"portal_id":3');
    expect(checkAnswer('scan', scan('portal_id=3'), answered(other))).toEqual([]);
    expect(checkAnswer('scan', scan('{"portal_id":"3"}'), answered(other))).toEqual([]);
    expect(checkAnswer('scan', scan('portal_id=x'), answered(GRANT))).toEqual([]);
  });
});

describe('the check of the frame of an answer', () => {
  const headers = answered(GRANT).headers;
  it.each([
    ['chunked coding', { ...headers, 'transfer-encoding': 'chunked' }, 'Transfer-Encoding'],
    ['no length', { ...headers, 'content-length': undefined }, 'no Content-Length'],
    ['a wrong length', { ...headers, 'content-length': '1' }, 'wrong Content-Length'],
    ['an answer that may be kept', { ...headers, 'cache-control': 'private' }, 'no-store'],
    ['another media type', { ...headers, 'content-type': 'text/plain' }, 'application/json'],
  ])('finds %s', (_what, headers, violation) => {
    expect(checkAnswer('scan', scan(), answered(GRANT, { headers }))).toEqual([
      expect.stringContaining(violation),
    ]);
  });

  it('wants 404, 405 and 503 empty, and knows no other status', () => {
    const empty = (status: number) => answered('', { status, headers: { 'content-length': '0' } });
    expect(checkAnswer('scan', scan(), empty(404))).toEqual([]);
    expect(checkAnswer('scan', scan(), empty(503))).toEqual([]);
    expect(checkAnswer('scan', scan(), empty(405))).toEqual(['has status 405 and no Allow']);
    expect(checkAnswer('scan', scan(), empty(302))).toEqual([expect.stringContaining('302')]);
    expect(checkAnswer('scan', scan(), answered('{}', { status: 503 }))).toHaveLength(2);
  });
});

describe('the check of the other answers', () => {
  const check = (kind: 'alive' | 'push' | 'notification', path: string, text: string) =>
    checkAnswer(kind, { method: 'POST', path, body: '{"access_logs":3}' }, answered(text));

  it('takes the three answers to "alive", and no other', () => {
    for (const good of ['', '{"access_logs":3}', '{"result":{"event":200}}'])
      expect(check('alive', '/device_is_alive.fcgi?device_id=1', good)).toEqual([]);
    expect(check('alive', '/device_is_alive.fcgi', '{"access_logs":4}')).toHaveLength(1);
  });

  it('wants a notification answered with nothing', () => {
    expect(check('notification', '/api/notifications/dao', '')).toEqual([]);
    expect(check('notification', '/api/notifications/dao', '{}')).toHaveLength(1);
  });

  it('wants nothing or one command with its keys in order from push', () => {
    const command =
      '{"verb":"POST","endpoint":"execute_actions","body":{},"contentType":"application/json"}';
    expect(check('push', '/push?deviceId=1&uuid=u', '')).toEqual([]);
    expect(check('push', '/push?deviceId=1&uuid=u', command)).toEqual([]);
    expect(check('push', '/push', command.replace('{}', '"{}"'))).toHaveLength(1);
    expect(check('push', '/push', '{"endpoint":"x"}').length).toBeGreaterThan(0);
  });
});
