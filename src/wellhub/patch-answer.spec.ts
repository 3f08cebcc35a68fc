import { describe, expect, it } from '@jest/globals';
import { readPatchAnswer } from './patch-answer.js';

const received = (status: number, body = '', headers = {}) =>
  readPatchAnswer({ received: true, response: { status, headers, body } });

describe('an answer of the booking API', () => {
  it.each([200, 204])('W-60 takes %d for done', (status) => {
    expect(received(status)).toEqual({ kind: 'done', status });
  });

  it.each([302, 408, 429, 500, 503])('W-63 takes %d for no answer', (status) => {
    expect(received(status, 'x', { 'retry-after': '7' })).toEqual({
      kind: 'unreachable',
      cause: 'status',
      status,
      retryAfterSeconds: 7,
    });
  });

  it.each([401, 403])('W-63 takes %d for refused credentials', (status) => {
    expect(received(status, 'x', { 'retry-after': '7' })).toEqual({
      kind: 'credentials-refused',
      status,
      retryAfterSeconds: 7,
    });
  });

  it('W-63 knows that nothing came back', () => {
    const timeout = { received: false, cause: 'timeout', status: undefined } as const;
    expect(readPatchAnswer({ ...timeout, connected: true })).toEqual({
      kind: 'unreachable',
      cause: 'timeout',
    });
  });

  it('W-63 distinguishes a call that was not made from one without an answer', () => {
    expect(readPatchAnswer({ received: false, cause: 'breaker' })).toEqual({
      kind: 'unreachable',
      cause: 'breaker',
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
