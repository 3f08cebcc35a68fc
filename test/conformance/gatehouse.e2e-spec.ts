import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ConformanceReport } from '../../src/conformance/index.js';
import {
  runConformance,
  partnerUnderTest,
  selectedChecks,
  WAITS,
} from '../../src/conformance/kit/kit.js';
import { ArazzoRun, type ArazzoDocument } from '../support/arazzo.js';
import { JoinWorld } from '../support/joining.js';
import { lintDocument } from '../support/redocly.js';
import { freePort } from '../support/replica.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner, type World } from '../support/world.js';
import { failedIn } from './practice.js';

const TOKEN = 'simulator-token';
const ARAZZO = readFileSync('docs/conformance.arazzo.json', 'utf8');
const { sourceDescriptions, workflows } = JSON.parse(ARAZZO) as ArazzoDocument;

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
  let inputs: { apiKey: string; gpwId: string; hook: string; secret: string };
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
    const secret = world.webhookSecret;
    const hook = world.hookPath.split('/')[2] ?? '';
    inputs = { apiKey: key, gpwId: 'gpw-c0ffee00-0000-4000-8000-00000000a22a', hook, secret };
    const partner = partnerUnderTest({
      target: app.api.origin,
      key,
      secret,
      hook,
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

  it('N-14 the Arazzo file keeps the rules of Redocly, over the document of what Wellhub calls', async () => {
    expect(await lintDocument(ARAZZO)).toEqual([]);
    expect(sourceDescriptions.map(({ url }) => new URL(url).pathname)).toEqual([
      '/docs/openapi/wellhub.json',
    ]);
  });

  it.each(workflows.map((workflow) => [workflow.workflowId, workflow] as const))(
    'N-14 Gatehouse passes the workflow %s, whose calls are all in that document',
    async (_, workflow) => {
      const document = (await app.api.get('/docs/openapi/wellhub.json')).body;
      const [body = ''] = workflow.inputs.properties['body']?.examples ?? [];
      const signature = createHmac('sha1', inputs.secret).update(body).digest('hex').toUpperCase();
      const run = new ArazzoRun(app.api, document, { ...inputs, body, signature });
      expect(await run.problems(workflow)).toEqual([]);
    },
  );
});
