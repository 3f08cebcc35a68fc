import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hasBody, undocumentedExample } from '../support/documented-answers.js';
import { ExampleRecorder, settled, type Example } from '../support/example-recorder.js';
import { OddStage } from '../support/odd-stage.js';
import { ROOT } from '../support/repository.js';
import { StableExamples } from '../support/stable-examples.js';
import { startApp, type TestApp } from '../support/test-app.js';

const FILE = join(ROOT, 'web/api-examples.json');
const PLENTY = 1_000_000;

interface Event {
  readonly payload: readonly { readonly type: string }[];
}

describe('the examples of the document', () => {
  let app: TestApp;
  const recorded: Record<string, Example> = {};
  const kept = () => JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, Example>;

  beforeAll(async () => {
    app = await startApp({ rateLimitPerMinute: PLENTY, rateLimitDoorPerMinute: PLENTY });
    const stage = await OddStage.open(app);
    const recorder = new ExampleRecorder(stage);
    await recorder.run();
    const { world } = stage.member;
    const events = `/admin/v1/partners/${world.partnerId}/events?limit=200`;
    await settled(async () => (await world.admin.get(events)).body.items.length > 0);
    for (const event of (await world.admin.get(events)).body.items as Event[])
      recorder.recorded.set(`webhooks.${event.payload[0]?.type}`, { status: 0, body: event });
    const stable = new StableExamples([app.api.origin, app.settings.publicUrl]);
    const sorted = [...recorder.recorded].toSorted(([a], [b]) => a.localeCompare(b, 'en'));
    for (const [id, { status, body }] of sorted.filter(([id, { status }]) => hasBody(id, status)))
      recorded[id] = { status, body: stable.of(body) };
    if (process.env['UPDATE_GOLDEN'] === '1')
      writeFileSync(FILE, `${JSON.stringify(recorded, undefined, 2)}\n`);
  }, 120_000);
  afterAll(() => app.close());

  it('C-156 are answers that the document allows', () => {
    const wrong = Object.entries(kept()).flatMap(([id, { status, body }]) => {
      const problem = undocumentedExample(id, status, body);
      return problem === undefined ? [] : [`${id}: ${problem}`];
    });
    expect(wrong).toEqual([]);
    expect(Object.keys(kept()).length).toBeGreaterThan(60);
    expect(Object.keys(recorded).length).toBeGreaterThan(60);
  });

  it('C-156 hold no secret and no real address', () => {
    const text = JSON.stringify(kept());
    expect(text).not.toMatch(/whsec_(?!example)|eyJ|"gh[a-z]*_(?!\w*example)/);
    const addresses = [...text.matchAll(/[\w.+-]+@[\w.-]+/g)].map(([address]) => address);
    expect(addresses.filter((address) => !/@example\.(com|org)$/.test(address))).toEqual([]);
  });
});
