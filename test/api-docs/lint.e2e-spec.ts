import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { outlineOf, type Described } from '../support/document-outline.js';
import { golden } from '../support/golden.js';
import { lintDocument } from '../support/redocly.js';
import { startApp, type TestApp } from '../support/test-app.js';

const AUDIENCES = ['admin', 'open-api', 'users-api', 'wellhub'];

describe('the OpenAPI document', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  const served = async (path: string) => {
    const { status, body, text } = await app.api.get(path);
    expect(status).toBe(200);
    return { document: body as Described, text };
  };

  it.each(['/docs/openapi.json', ...AUDIENCES.map((name) => `/docs/openapi/${name}.json`)])(
    'C-153 %s keeps the recommended rules of Redocly',
    async (path) => {
      // Redocly reads the address as a place that anybody may call, which the one of a test is not.
      const { text } = await served(path);
      const problems = await lintDocument(
        text.replaceAll(app.settings.publicUrl, 'https://x.gatehouse.app'),
      );
      expect(problems).toEqual([]);
    },
  );

  it('C-154 has a part for each audience, and they are the whole', async () => {
    const { document } = await served('/docs/openapi.json');
    const parts = await Promise.all(AUDIENCES.map((name) => served(`/docs/openapi/${name}.json`)));
    const paths = parts.flatMap((part) => Object.keys(part.document.paths));
    expect(paths.toSorted()).toEqual(Object.keys(document.paths).toSorted());
    const [admin, openApi, usersApi] = parts.map(({ document: part }) => part);
    expect(admin?.webhooks).toEqual(document.webhooks);
    expect(openApi?.webhooks).toEqual(document.webhooks);
    expect(usersApi?.webhooks).toBeUndefined();
    expect((await app.api.get('/docs/openapi/nobody.json')).status).toBe(404);
  });

  it('C-155 breaks no client: every parameter, field and type is one that was reviewed', async () => {
    const { document } = await served('/docs/openapi.json');
    const outline = `${outlineOf(document)}\n`;
    expect(outline).toBe(golden('test/golden/api.txt', outline));
  });
});
