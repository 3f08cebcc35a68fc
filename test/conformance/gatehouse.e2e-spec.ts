import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ConformanceReport } from '../../src/conformance/index.js';
import { ArazzoRun, type ArazzoDocument } from '../support/arazzo.js';
import { lintDocument } from '../support/redocly.js';
import { GatehouseUnderTest } from './gatehouse-stage.js';
import { failedIn } from './practice.js';

const ARAZZO = readFileSync('docs/conformance.arazzo.json', 'utf8');
const { sourceDescriptions, workflows } = JSON.parse(ARAZZO) as ArazzoDocument;

describe('Gatehouse itself', () => {
  let stage: GatehouseUnderTest;
  let report: ConformanceReport;
  let inputs: { apiKey: string; gpwId: string; hook: string; secret: string };

  beforeAll(async () => {
    stage = await GatehouseUnderTest.open();
    const { key: apiKey, ...played } = await stage.play({ waits: { quiet: 1_000 } });
    report = played.report;
    const { hook, secret } = played;
    inputs = { apiKey, gpwId: 'gpw-c0ffee00-0000-4000-8000-00000000a22a', hook, secret };
  });

  afterAll(() => stage.close());

  it('N-12 passes registration, user status, check-ins, bookings, and validate with its answers', () => {
    expect(failedIn(report)).toEqual([]);
    const skipped = report.results.filter(({ verdict }) => verdict === 'skipped');
    expect(skipped.map(({ id }) => id)).toEqual([
      'connection.https',
      'connection.idle',
      'registration.offer',
      'validate.retries-hang',
      'validate.lost-in-silence',
      'validate.retries-slow-bytes',
      'validate.retries-401',
    ]);
  });

  it('N-12 with several offers passes what is asked of such a system, too', async () => {
    const { report: several } = await stage.play({ multiOffer: true, only: ['registration'] });
    expect(failedIn(several)).toEqual([]);
    const offer = several.results.find(({ id }) => id === 'registration.offer');
    expect(offer).toMatchObject({ verdict: 'passed' });
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
      const document = (await stage.app.api.get('/docs/openapi/wellhub.json')).body;
      const [body = ''] = workflow.inputs.properties['body']?.examples ?? [];
      const signature = createHmac('sha1', inputs.secret).update(body).digest('hex').toUpperCase();
      const run = new ArazzoRun(stage.app.api, document, { ...inputs, body, signature });
      expect(await run.problems(workflow)).toEqual([]);
    },
  );
});
