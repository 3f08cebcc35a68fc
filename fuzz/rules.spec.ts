import { describe, expect, it } from '@jest/globals';
import { brokenPromises, surfaceOf } from './rules.js';

const headers = { 'x-request-id': 'r1', 'content-type': 'application/json' };
const broken = (path: string, answer: object) =>
  brokenPromises({ method: 'GET', path }, { status: 400, headers, text: '', ...answer });

describe('what the fuzz expects of every answer', () => {
  it.each([
    ['/api/users/signup', 'users-api'],
    ['/API/x', 'users-api'],
    ['/wellhub/token', 'wellhub'],
    ['/v1/devices?x=1', 'open-api'],
    ['/aggregator/member-validation', 'open-api'],
    ['/admin/v1/partners', 'admin'],
    ['/wellhubx', 'pages'],
  ])('knows that %s uses the format of %s', (path, surface) => {
    expect(surfaceOf(path)).toBe(surface);
  });

  it('finds a 5xx, a hang, a missing request id and a stack trace', () => {
    expect(broken('/docs', { status: 503 })).toEqual(['status 503']);
    expect(broken('/docs', { fault: 'no answer within 15000 ms' })).toHaveLength(1);
    expect(broken('/x', { headers: {} })).toEqual(['no X-Request-Id']);
    expect(broken('/x', { text: 'TypeError\n    at run (/srv/a.js:1:2)' })).toEqual([
      'a stack trace',
    ]);
  });

  it('does not blame us for a Wellhub that cannot be reached', () => {
    const of = (code: string) => ({ type: 'a', title: 'b', code, traceId: 'd', status: 503 });
    const told = (code: string) =>
      broken('/admin/v1/partners/p/wellhub/setup', {
        status: 503,
        headers: { ...headers, 'content-type': 'application/problem+json' },
        text: JSON.stringify(of(code)),
      });
    expect(told('wellhub-setup.unreachable')).toEqual([]);
    expect(told('request.unavailable')).toEqual(['status 503']);
  });

  it.each([
    ['/wellhub/token', { message: 'a', code: 'b', request_id: 'another' }],
    ['/v1/devices', { errorMessage: 'a', errorCode: 'b' }],
    ['/Api/Users', { errors: [] }],
    ['/Api/Users', { errors: [{ code: 'a', property: null, message: '' }] }],
    ['/admin/v1/partners', { type: 'a', title: 'b', code: 'c', traceId: 'd', status: 400 }],
    ['/admin/v1/partners', 'null'],
  ])('finds an error of %s that is not in its format', (path, body) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    expect(broken(path, { text })).toHaveLength(1);
  });

  it('accepts what is as promised', () => {
    const text = JSON.stringify({ message: 'a', code: 'b', request_id: 'r1' });
    expect(broken('/wellhub/token', { text })).toEqual([]);
    expect(
      broken('/Api/x', { text: '{"errors":[{"code":"a","property":"","message":""}]}' }),
    ).toEqual([]);
  });
});
