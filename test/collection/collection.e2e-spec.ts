import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bruToEnvJsonV2, bruToJsonV2, collectionBruToJson } from '@usebruno/lang';
import { FOLDER, generate } from '../../bin/collection/generate.js';
import { golden } from '../support/golden.js';
import { ROOT } from '../support/repository.js';
import { startApp, type TestApp } from '../support/test-app.js';

interface Documented {
  readonly operationId: string;
  readonly summary?: string;
}

interface Document {
  readonly paths: Record<string, Record<string, Documented>>;
}

interface BruRequest {
  readonly http: { readonly method: string; readonly url: string; readonly auth: string };
  readonly params?: readonly { readonly name: string; readonly type: string }[];
  readonly body?: { readonly json?: string };
}

/** What our keys, secrets and tokens look like. */
const KEYS = /ghk_(live|test)_|whsec_|eyJ[\w-]{10}/;

describe('the Bruno collection', () => {
  let app: TestApp;
  let document: Document;
  let files: Record<string, string>;

  beforeAll(async () => {
    // As a new installation has them, since the document names them.
    app = await startApp({ rateLimitPerMinute: 1_000, anonymousLimitPerMinute: 1_200 });
    document = (await app.api.get('/docs/openapi.json')).body as Document;
    files = generate(document);
  });
  afterAll(() => app.close());

  const requests = () =>
    Object.entries(files).filter(
      ([path]) => !/(folder|collection|sandbox)\.bru$|\.json$/.test(path),
    );

  it('C-168 is what the OpenAPI document says: `npm run collection` writes it', () => {
    for (const [path, text] of Object.entries(files)) expect(golden(path, text)).toBe(text);
    const folder = join(ROOT, FOLDER);
    const stored = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile())
      .map((file) => join(file.parentPath, file.name));
    const left = stored.filter((path) => !(path.slice(ROOT.length).replace(/^\//, '') in files));
    if (process.env['UPDATE_GOLDEN'] === '1') for (const path of left) rmSync(path);
    expect(left.filter((path) => existsSync(path))).toEqual([]);
  });

  it('C-168 has a request for every described operation, and Bruno reads each', () => {
    const described = Object.entries(document.paths).flatMap(([path, verbs]) =>
      Object.entries(verbs)
        .filter(([, { summary }]) => summary)
        .map(([verb]) => `${verb} {{baseUrl}}${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    );
    const read = requests().map(([, text]) => bruToJsonV2(text) as BruRequest);
    expect(read.map(({ http }) => `${http.method} ${http.url.split('?')[0]}`).sort()).toEqual(
      described.sort(),
    );
    for (const { http, params = [], body } of read) {
      const places = [...http.url.matchAll(/:(\w+)(?=\/|$|\?)/g)].map(([, name]) => name);
      const named = params.filter(({ type }) => type === 'path').map(({ name }) => name);
      expect(named).toEqual(places);
      expect(JSON.parse(body?.json ?? '{}')).toBeDefined();
    }
  });

  it('C-169 names the secrets of the sandbox and holds none', () => {
    for (const [path, text] of Object.entries(files))
      expect([path, KEYS.exec(text)?.[0]]).toEqual([path, undefined]);
    const path = `${FOLDER}/environments/sandbox.bru`;
    const { variables } = bruToEnvJsonV2(files[path] ?? '') as {
      variables: { name: string; value: string; secret: boolean }[];
    };
    const secrets = variables.filter(({ secret }) => secret);
    expect(secrets.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['adminKey', 'wellhubKey', 'webhookSecret', 'deviceToken']),
    );
    expect(secrets.filter(({ value }) => value !== '')).toEqual([]);
    const base = variables.find(({ name }) => name === 'baseUrl');
    expect(base).toMatchObject({ value: 'http://localhost:3000', secret: false });
    const { docs } = collectionBruToJson(files[`${FOLDER}/collection.bru`] ?? '') as {
      docs: string;
    };
    expect(docs).toContain('DATA_DIR/secrets.json');
    expect(readFileSync(join(ROOT, FOLDER, 'bruno.json'), 'utf8')).toContain('"collection"');
  });
});
