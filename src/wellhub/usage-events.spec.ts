import { describe, expect, it } from '@jest/globals';
import type { JsonOutcome } from '../platform/http-client/json-client.js';
import { fittingUsageEvents, readUsageAnswer, usageEventBody } from './usage-events.js';

const received = (status: number, headers = {}, body = ''): JsonOutcome => ({
  received: true,
  response: { status, headers, body },
});

describe('Wellhub’s Events API', () => {
  it('W-65 reads snake case and whole seconds of UTC', () => {
    const occurredAt = new Date('2026-11-21T17:04:10.999Z');
    const details = { eventSubcategory: 'spinning', geoLatitude: -23.5, timezone: 'UTC' };
    expect(usageEventBody({ eventType: 'signin', occurredAt, gpwId: 'gpw-1', details })).toEqual({
      event_type: 'signin',
      timestamp: '2026-11-21T17:04:10Z',
      gpw_id: 'gpw-1',
      event_subcategory: 'spinning',
      geo_latitude: -23.5,
      timezone: 'UTC',
    });
  });

  it('W-65 takes at most 1,000 events in one request', () => {
    expect(fittingUsageEvents(Array.from({ length: 1_001 }, () => ({})))).toBe(1_000);
    expect(fittingUsageEvents([])).toBe(0);
  });

  it('W-65 takes at most 5 MB in one request, counted in bytes', () => {
    const event = { event_title: 'ç'.repeat(100_000) };
    const events = Array.from({ length: 40 }, () => event);
    const count = fittingUsageEvents(events);
    const bytes = (some: object[]) => Buffer.byteLength(JSON.stringify(some));
    expect(bytes(events.slice(0, count))).toBeLessThanOrEqual(5_000_000);
    expect(bytes(events.slice(0, count + 1))).toBeGreaterThan(5_000_000);
    expect(fittingUsageEvents([event], { events: 1_000, bytes: 10 } as never)).toBe(1);
  });

  it.each([
    [200, 'taken'],
    [202, 'taken'],
    [400, 'refused'],
    [413, 'refused'],
    [422, 'refused'],
    [401, 'credentials-refused'],
    [403, 'credentials-refused'],
    [302, 'unreachable'],
    [404, 'unreachable'],
    [408, 'unreachable'],
    [429, 'unreachable'],
    [500, 'unreachable'],
    [503, 'unreachable'],
  ])('W-65 answers %d: %s', (status, kind) => {
    expect(readUsageAnswer(received(status))).toMatchObject({ kind, status });
  });

  it('W-65 returns when to retry, and why it refuses', () => {
    expect(readUsageAnswer(received(429, { 'retry-after': '120' }))).toMatchObject({
      retryAfterSeconds: 120,
    });
    const body = JSON.stringify({ errors: [{ key: 'events.bad' }] });
    expect(readUsageAnswer(received(400, {}, body))).toMatchObject({ key: 'events.bad' });
    const nothing = {
      received: false,
      cause: 'timeout',
      status: undefined,
      connected: true,
    } as const;
    expect(readUsageAnswer(nothing)).toEqual({ kind: 'unreachable', cause: 'timeout' });
  });
});
