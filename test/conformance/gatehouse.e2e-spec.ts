import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ConformanceReport } from '../../src/conformance/index.js';
import {
  runConformance,
  partnerUnderTest,
  selectedChecks,
  WAITS,
} from '../../src/conformance/kit/kit.js';
import { JoinWorld } from '../support/joining.js';
import { freePort } from '../support/replica.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner, type World } from '../support/world.js';
import { failedIn } from './practice.js';

const TOKEN = 'simulator-token';

/** The partner's own software: it reserves whatever is requested. */
async function decideBookings({ admin, gymId }: World, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const path = `/admin/v1/gyms/${gymId}/bookings?state=REQUESTED`;
    const { body } = await admin.get(path);
    for (const { id } of body.items)
      await admin.post(`/admin/v1/bookings/${id}/decision`, { status: 'RESERVED', totalBooked: 1 });
    await sleep(100);
  }
}

describe('Gatehouse itself', () => {
  let app: TestApp;
  let report: ConformanceReport;
  const stop = new AbortController();

  beforeAll(async () => {
    const port = await freePort();
    const own = await freePort();
    app = await startApp({
      port: own,
      publicUrl: `http://127.0.0.1:${own}`,
      wellhubSimulatorUrl: `http://127.0.0.1:${port}`,
    });
    const world = await givenAPartner(app, { gym: { validationMode: 'AUTOMATIC' } });
    const { key } = await world.keyed(['WELLHUB_REGISTRATION']);
    const { gpwId } = await (await JoinWorld.open(app, world)).givenAMember();
    const deciding = decideBookings(world, stop.signal);
    const partner = partnerUnderTest({
      target: app.api.origin,
      key,
      secret: world.webhookSecret,
      hook: world.hookPath.split('/')[2] ?? '',
      gym: world.wellhubGymId,
      listen: `127.0.0.1:${port}`,
      validateToken: TOKEN,
      existingUser: gpwId,
      decideWithin: '10',
    });
    report = await runConformance(
      { ...partner, waits: { ...WAITS, ...partner.waits, quiet: 1_000 } },
      selectedChecks([]),
    );
    stop.abort();
    await deciding;
  }, 180_000);

  afterAll(() => app.close());

  it('N-12 passes registration, user status, check-ins, bookings, and validate with its answers', () => {
    expect(failedIn(report)).toEqual([]);
    const skipped = report.results.filter(({ verdict }) => verdict === 'skipped');
    expect(skipped.map(({ id }) => id)).toEqual([
      'connection.https',
      'connection.idle',
      'registration.offer',
      'validate.retries-hang',
      'validate.retries-slow-bytes',
      'validate.retries-401',
    ]);
  });
});
