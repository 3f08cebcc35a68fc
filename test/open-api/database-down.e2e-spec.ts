import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../support/eventually.js';
import type { Api } from '../support/api.js';
import { createDatabase } from '../support/databases.js';
import { givenADoor, type GateWorld } from '../support/gate-world.js';
import { DatabaseProxy } from '../support/proxy.js';
import { PROMISED_DEADLINES } from '../support/settings.js';
import { startApp, type TestApp } from '../support/test-app.js';

/** Room for a busy machine: what hangs for ever never ends, however much room there is. */
const SLACK_MS = 1_000;

describe('the Open API while its database is down', () => {
  let proxy: DatabaseProxy;
  let app: TestApp;
  let world: GateWorld;
  let api: Api;

  beforeAll(async () => {
    proxy = await DatabaseProxy.before(await createDatabase());
    app = await startApp({ ...PROMISED_DEADLINES, databaseUrl: proxy.url });
    world = await givenADoor(app);
    api = await world.keyed(['PARTNER_ADMIN']);
  });
  afterEach(async () => {
    await proxy.pass();
    await until(async () => (await app.api.get('/health/database')).status === 200);
  });
  afterAll(async () => {
    await app.close();
    await proxy.close();
  });

  const calls = (): [string, number, () => ReturnType<Api['get']>][] => {
    const customer = `/v1/customers/${world.customerId}`;
    const member = { aggregatorId: '0000000004711', customerId: 1 };
    return [
      ['access code', 700, () => api.get(`${customer}/access-code`)],
      ['history', 700, () => api.get(`${customer}/activities/checkins`)],
      ['devices', 700, () => api.get('/v1/devices')],
      ['gate', 2_500, () => world.scan('0000000000000000000')],
      ['aggregator check-in', 700, () => api.post('/aggregator/checkin-validation', member)],
      ['aggregator member', 700, () => api.post('/aggregator/member-validation', member)],
    ];
  };

  const ways: [string, () => void | Promise<void>][] = [
    ['refuses connections', () => proxy.refuse()],
    ['hangs', () => proxy.hang()],
  ];

  it.each(ways)('O-9 and %s, each call is 503 with Retry-After in time', async (_, spoil) => {
    // Known keys do not make the difference: they are fresh for seconds.
    await api.get('/v1/studios/information');
    await spoil();
    for (const [name, deadlineMs, call] of calls()) {
      const begun = performance.now();
      const { status, body, headers } = await call();
      const tookMs = performance.now() - begun;
      expect([name, status, body.errorCode]).toEqual([name, 503, 'SERVICE_UNAVAILABLE']);
      expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
      expect(Object.keys(body).sort()).toEqual(['errorCode', 'errorMessage', 'traceId']);
      expect(tookMs).toBeLessThan(deadlineMs + SLACK_MS);
    }
  });
});
