import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { undocumented, undocumentedEvent, type Exchange } from '../support/documented-answers.js';
import { startApp, type TestApp } from '../support/test-app.js';

const DEVICE = {
  id: 1,
  gymId: 2,
  name: 'Main entrance',
  direction: 'IN',
  active: false,
  hasToken: false,
  lastScanAt: null,
  repeatWindowSeconds: 2,
  createdAt: '2026-11-21T17:04:10.000Z',
  vendor: 'GENERIC',
};

describe('the check of every answer against the document', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  const judged = (change: Partial<Exchange>) =>
    undocumented({
      method: 'GET',
      path: '/admin/v1/devices/1',
      status: 200,
      contentType: 'application/json; charset=utf-8',
      text: '{}',
      body: DEVICE,
      ...change,
    });

  it('C-152 lets what is documented pass, and what the document does not know at all', () => {
    expect(judged({})).toBeUndefined();
    expect(judged({ path: '/admin/v1/devices/1?x=1' })).toBeUndefined();
    expect(judged({ path: '/acme/join', contentType: 'text/html' })).toBeUndefined();
  });

  it.each<[string, Partial<Exchange>, string]>([
    ['a field too many', { body: { ...DEVICE, token: 'x' } }, '/token is not in it'],
    ['a missing field', { body: { ...DEVICE, name: undefined } }, 'required property'],
    ['a value of another type', { body: { ...DEVICE, name: 7 } }, '/name must be string'],
    ['an unknown value', { body: { ...DEVICE, direction: 'UP' } }, '(IN, OUT, BOTH)'],
    ['no time', { body: { ...DEVICE, createdAt: 'today' } }, '/createdAt must match format'],
    ['a status', { status: 202 }, 'documents only 200'],
    ['a media type', { contentType: 'text/csv' }, 'not "text/csv"'],
    ['a body where none is', { method: 'DELETE', status: 204 }, 'documents no body'],
    [
      'an error of another surface',
      { status: 404, contentType: 'application/problem+json', body: { errors: [] } },
      'required property',
    ],
  ])('C-152 finds %s and names operation and place', (_, change, words) => {
    const problem = judged(change) ?? '';
    expect(problem).toContain(words);
    expect(problem).toMatch(/ \/admin\/v1\/devices\/1 answered \d+, and devices\.\w+ documents /);
  });

  it('C-152 finds an error code that the operation does not list, and says where to name it', () => {
    const problem = (code: string) => ({
      status: 404,
      contentType: 'application/problem+json',
      body: {
        type: 'https://x.gatehouse.app/docs/errors',
        title: 'x',
        status: 404,
        detail: 'x',
        instance: '/x',
        code,
        traceId: 'x',
      },
    });
    expect(judged(problem('device.not-found'))).toBeUndefined();
    expect(judged(problem('contract.not-found'))).toContain(
      'devices.get does not list the error code contract.not-found: name it in `errors` of its @Operation',
    );
  });

  it('C-157 finds an event whose content is not the one of its type', () => {
    const uuid = '01990000-0000-7000-8000-000000000001';
    const event = (content: object) => ({
      entityId: 7,
      uuid,
      payload: [{ timestamp: 1, type: 'ALERT_OPENED', content }],
    });
    expect(undocumentedEvent(event({ alertId: uuid, code: 'clock.skew' }))).toBeUndefined();
    expect(undocumentedEvent(event({ alertId: uuid }))).toContain('code');
    expect(undocumentedEvent(event({ alertId: uuid, code: 'a', detail: 'b' }))).toContain('detail');
  });
});
