import { describe, expect, it } from '@jest/globals';
import { readValidateAnswer } from './validate-answer.js';

const answerTo = (status: number, body: string, retryAfter?: string) =>
  readValidateAnswer({
    received: true,
    response: { status, body, headers: { 'retry-after': retryAfter } },
  });

const refusal = (key: string): string =>
  JSON.stringify({ metadata: { total: 0, errors: 1 }, errors: [{ message: 'No', key }] });

const success = (product: object): string =>
  JSON.stringify({
    metadata: { total: 1, errors: 0 },
    results: { gym: { id: 1042, product }, validated_at: '2026-11-21T17:04:10Z' },
  });

describe('an answer of validate', () => {
  it.each([{ id: 31 }, { Id: 31 }, { id: '31' }])('W-44 reads the product from %j', (id) => {
    expect(answerTo(200, success({ ...id, description: 'Gym floor' }))).toEqual({
      kind: 'validated',
      status: 200,
      at: new Date('2026-11-21T17:04:10Z'),
      product: { id: '31', description: 'Gym floor' },
    });
  });

  it.each(['', 'OK', '<html>', 'null', '[]', '{}', '{"results":7}', '{"results":{"gym":[]}}'])(
    'W-44 takes a 200 with the body %j as validated',
    (body) => {
      expect(answerTo(200, body)).toEqual({
        kind: 'validated',
        status: 200,
        at: undefined,
      });
    },
  );

  it.each([
    ['2026-11-21T17:04:10', '2026-11-21T17:04:10.000Z'],
    ['2026-11-21T17:04:10-03:00', '2026-11-21T20:04:10.000Z'],
    ['0001-01-01T00:00:00Z', undefined],
    ['yesterday', undefined],
    [1795280400, undefined],
  ])('W-44 reads validated_at %j as %j', (sent, read) => {
    const answer = answerTo(200, JSON.stringify({ results: { validated_at: sent } }));
    expect(answer).toMatchObject({ at: read === undefined ? undefined : new Date(read) });
  });

  it.each([
    [400, 'checkin.already.validated', 'already-validated'],
    [400, 'checkin.validation.expired', 'expired'],
    [400, 'checkin.validation.canceled', 'canceled'],
    [400, 'checkin.validation.cancelled', 'canceled'],
    [404, 'checkin.validation.notfound', 'not-found'],
    [400, 'checkin.something.new', 'rejected'],
    [422, 'checkin.something.new', 'rejected'],
    [400, 'constructor', 'rejected'],
    [200, 'checkin.validation.expired', 'expired'],
    [200, 'checkin.already.validated', 'already-validated'],
    [200, 'checkin.something.new', 'rejected'],
  ])('W-44 reads %d with %s as %s', (status, key, kind) => {
    expect(answerTo(status, refusal(key))).toEqual({ kind, status, key });
  });

  it.each([
    [401, '{"Message":"Unauthorized"}'],
    [403, '{"Message":"Not your gym"}'],
    [404, '{"message":"No route"}'],
    [400, '[{"field":"gympass_id","error":"required"}]'],
    [400, 'Bad Request'],
    [422, ''],
    [200, '{"metadata":{"errors":1},"errors":[{"message":"odd"}]}'],
  ])('W-44 W-48 takes %d %s as refused credentials', (status, body) => {
    expect(answerTo(status, body)).toEqual({ kind: 'credentials-refused', status });
  });

  it.each([401, 403])('W-48 never rejects a check-in for %d, whatever the key', (status) => {
    const key = 'checkin.validation.expired';
    expect(answerTo(status, refusal(key))).toEqual({
      kind: 'credentials-refused',
      status,
      key,
    });
  });

  it.each([302, 308, 408, 429, 500, 502, 503])('W-44 takes %d as unreachable', (status) => {
    expect(answerTo(status, '<html>')).toEqual({
      kind: 'unreachable',
      cause: 'status',
      status,
    });
  });

  it.each([
    ['7', 7],
    ['0', 0],
    ['999999999', 86_400],
    [new Date(Date.now() - 5_000).toUTCString(), 0],
    ['soon', undefined],
    ['-3', undefined],
  ])('W-48 reads Retry-After %s as %s seconds', (header, seconds) => {
    const answer = answerTo(429, '', header);
    expect('retryAfterSeconds' in answer ? answer.retryAfterSeconds : undefined).toBe(seconds);
  });

  it('W-44 keeps a key without control characters and at most 100 characters long', () => {
    const answer = answerTo(400, refusal(`a\u0000b${'c'.repeat(200)}`));
    expect(answer.key).toBe(`ab${'c'.repeat(98)}`);
  });
});
