import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exampleIds, undocumentedExample } from '../support/documented-answers.js';
import { ExampleRecorder } from '../support/example-recorder.js';
import { isRecording, keptExamples } from '../support/kept-examples.js';
import { OddStage } from '../support/odd-stage.js';
import { startApp, type TestApp } from '../support/test-app.js';

const PLENTY = 1_000_000;

/** What has none, and why. */
const WITHOUT: Readonly<Record<string, string>> = {
  'me.addPasskey': 'only a browser with an authenticator gets one',
  'me.renamePasskey': 'of a passkey that only an authenticator can make',
};

const HOW =
  'run a test that gets one with RECORD_EXAMPLES=1 npm test -- PATH_OF_THE_TEST, ' +
  'or name the operation in WITHOUT of test/api-docs/examples.e2e-spec.ts with its reason';

describe('the examples of the document', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startApp({ rateLimitPerMinute: PLENTY, rateLimitDoorPerMinute: PLENTY });
  });
  afterAll(() => app.close());

  if (isRecording()) {
    it('are recorded, and added at the end of the run', async () => {
      await new ExampleRecorder(await OddStage.open(app)).run();
    });
    return;
  }

  it('C-156 stand at every operation that answers JSON, and at every event', () => {
    const kept = keptExamples();
    const missing = exampleIds().filter((id) => !(id in kept) && !(id in WITHOUT));
    expect([missing, HOW]).toEqual([[], HOW]);
    const needless = Object.keys(WITHOUT).filter((id) => id in kept || !exampleIds().includes(id));
    expect(needless).toEqual([]);
  });

  it('C-156 are answers that the document allows', () => {
    const wrong = Object.entries(keptExamples()).flatMap(([id, { status, body }]) => {
      const problem = undocumentedExample(id, status, body);
      return problem === undefined ? [] : [`${id}: ${problem}`];
    });
    expect([wrong, HOW]).toEqual([[], HOW]);
  });

  it('C-156 hold no secret, no real address and nothing of this machine', () => {
    const text = JSON.stringify(keptExamples());
    const found = text.matchAll(
      /.{0,20}(whsec_(?!example)|eyJ|secret=(?!EXAMPLE)|"gh[a-z]*_(?!\w*example)|127\.0\.0\.1|localhost|\bcid\/(?!secret-example|\*)).{0,20}/g,
    );
    expect([...found].map(([around]) => around)).toEqual([]);
    const addresses = [...text.matchAll(/[\w.+-]+@[\w.-]+/g)].map(([address]) => address);
    expect(addresses.filter((address) => !/@example\.(com|org)$/.test(address))).toEqual([]);
  });
});
