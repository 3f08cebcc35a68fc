import { describe, expect, it } from '@jest/globals';
import { readPatchAnswer } from './patch-answer.js';

const received = (status: number, body = '', headers = {}) =>
  readPatchAnswer({ received: true, response: { status, headers, body } });

describe('an answer of the booking API', () => {
  it.each([200, 204])('W-60 takes %d for done', (status) => {
    expect(received(status)).toEqual({ kind: 'done', status });
  });

  it.each([302, 401, 403, 408, 429, 500, 503])('W-63 asks again after %d', (status) => {
    expect(received(status, 'x', { 'retry-after': '7' })).toEqual({
      kind: 'again',
      status,
      retryAfterSeconds: 7,
    });
  });

  it('W-63 asks again when nothing came back', () => {
    const timeout = { received: false, cause: 'timeout', status: undefined } as const;
    expect(readPatchAnswer({ ...timeout, connected: true })).toEqual({ kind: 'again' });
  });

  it('W-63 tells a call that was not made from one without an answer', () => {
    expect(readPatchAnswer({ received: false, cause: 'breaker' })).toEqual({
      kind: 'not-sent',
    });
  });

  it.each([
    [404, 'unknown'],
    [400, 'refused'],
    [409, 'refused'],
    [422, 'refused'],
  ])('W-63 takes %d for %s, with its key', (status, kind) => {
    const body = '{"errors":[{"key":"booking.no"}]}';
    expect(received(status, body)).toEqual({ kind, status, key: 'booking.no' });
    expect(received(status, '<html>')).toEqual({ kind, status });
  });
});
