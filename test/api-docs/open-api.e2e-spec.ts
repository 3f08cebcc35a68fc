import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../support/test-app.js';

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema?: object;
}
interface Operation {
  operationId: string;
  summary?: string;
  tags: string[];
  parameters: Parameter[];
  responses: Record<string, { description?: string; $ref?: string }>;
  security?: Record<string, string[]>[];
  description?: string;
  requestBody?: { content: Record<string, { schema: object; examples?: object }> };
}
interface Document {
  openapi: string;
  info: { title: string; version: string };
  servers: { url: string }[];
  tags: { name: string }[];
  paths: Record<string, Record<string, Operation>>;
  components: Record<string, Record<string, object>>;
}

/** What the document adds to a description by itself: scope and limit. */
const IS_DECLARED = /^(Scope `|At most \d+ requests )/;

describe('GET /docs/openapi.json', () => {
  let app: TestApp;
  let document: Document;

  beforeAll(async () => {
    app = await startApp();
    document = (await app.api.get('/docs/openapi.json')).body;
  });
  afterAll(() => app.close());

  const operations = () =>
    Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
    );
  const addressOf = ({ method, path }: { method: string; path: string }) =>
    `${method.toUpperCase()} ${path}`;
  const named = ({ operation }: { operation: Operation }) => operation.operationId;

  it('C-150 needs no credential, names itself and the server, and is the same every time', async () => {
    const { status, headers, text } = await app.api.get('/docs/openapi.json');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(JSON.parse(text)).toEqual(document);
    expect(document.openapi).toBe('3.1.0');
    expect(document.info).toMatchObject({ title: 'Gatehouse', version: '1' });
    expect(document.servers).toEqual([{ url: app.settings.publicUrl }]);
    expect(Object.keys(document.components['securitySchemes'] ?? {}).sort()).toEqual([
      'X-Api-Key',
      'bearer',
      'deviceToken',
    ]);
  });

  it('C-151 describes every operation', () => {
    const hasText = ({ description = '' }: Operation) =>
      description.split('\n\n').some((text) => text !== '' && !IS_DECLARED.test(text));
    const missing = operations().filter(
      ({ operation }) => operation.summary === undefined || !hasText(operation),
    );
    expect(missing.map(addressOf)).toEqual([]);
  });

  it('has every surface, and no page', () => {
    const paths = Object.keys(document.paths);
    for (const known of [
      '/wellhub/token',
      '/wellhub/{hook}/webhooks',
      '/v1/customers/{customerId}/access-code',
      '/open-api/device/cardreader/identification',
      '/admin/v1/partners/{partnerId}',
      '/admin/v1/alerts/{id}/close',
      '/health/live',
    ])
      expect(paths).toContain(known);
    expect(paths.filter((path) => /^\/(\{slug\}|docs|assets|sandbox)/.test(path))).toEqual([]);
  });

  it('assigns each operation one id, a chapter that exists, and an answer', () => {
    const ids = operations().map(named);
    expect(new Set(ids).size).toBe(ids.length);
    const chapters = new Set(document.tags.map(({ name }) => name));
    for (const { operation } of operations()) {
      expect(operation.tags.filter((tag) => !chapters.has(tag))).toEqual([]);
      expect(operation.tags).toHaveLength(1);
      expect(Object.keys(operation.responses)).not.toEqual([]);
      for (const answer of Object.values(operation.responses))
        expect(typeof (answer.description ?? answer.$ref)).toBe('string');
    }
  });

  it.each([
    '/admin/v1/check-ins/{id}/validate',
    '/admin/v1/gyms/{gymId}/check-ins/validate',
    '/admin/v1/bookings/{id}/decision',
    '/admin/v1/bookings/{id}/cancel',
  ])('documents for %s that it is done, or that Wellhub has not answered', (path) => {
    const { responses } = document.paths[path]?.['post'] ?? { responses: {} };
    const successes = Object.keys(responses).filter((status) => status.startsWith('2'));
    expect(successes.sort()).toEqual(['200', '202']);
  });

  it('declares each parameter of a path once, and each parameter with a schema', () => {
    for (const { path, operation } of operations()) {
      const inPath = operation.parameters.filter((parameter) => parameter.in === 'path');
      expect([path, ...inPath.map(({ name }) => name).sort()]).toEqual([
        path,
        ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort(),
      ]);
      expect(inPath.filter(({ required }) => required !== true)).toEqual([]);
      const keys = operation.parameters.map((parameter) => `${parameter.in} ${parameter.name}`);
      expect(new Set(keys).size).toBe(keys.length);
      expect(operation.parameters.filter(({ schema }) => schema === undefined)).toEqual([]);
    }
  });

  it('refers only to what it holds', () => {
    const text = JSON.stringify(document);
    const missing = [...text.matchAll(/"\$ref":"([^"]+)"/g)]
      .map(([, ref = '']) => ref)
      .filter((ref) => {
        const [, components, kind = '', name = ''] = ref.split('/');
        return components !== 'components' || !document.components[kind]?.[name];
      });
    expect(missing).toEqual([]);
  });

  it('documents who may call: a scheme for what is guarded, none for what is public', () => {
    const at = (path: string, method: string) => document.paths[path]?.[method];
    expect(at('/wellhub/token', 'get')?.security).toEqual([{ 'X-Api-Key': [] }]);
    expect(at('/wellhub/users', 'post')?.security).toEqual([{ bearer: [] }]);
    expect(at('/health/live', 'get')?.security).toEqual([]);
    const gyms = at('/admin/v1/partners/{partnerId}/gyms', 'post');
    expect(gyms?.security).toEqual([{ 'X-Api-Key': [] }, { bearer: [] }]);
    expect(gyms?.description).toContain('STUDIO_WRITE');
    const admin = operations().filter(({ path }) => path.startsWith('/admin/'));
    expect(admin.filter(({ operation }) => !operation.security?.length).map(named)).toEqual([]);
  });

  it('documents the headers and failures of the administration, and lists as pages', () => {
    const close = document.paths['/admin/v1/alerts/{id}/close']?.['post'];
    expect(close?.parameters.map(({ name }) => name)).toEqual([
      'id',
      'X-Partner-Id',
      'Idempotency-Key',
    ]);
    expect(close?.responses['default']).toMatchObject({
      content: { 'application/problem+json': {} },
    });
    const list = document.paths['/admin/v1/partners/{partnerId}/devices']?.['get'];
    expect(JSON.stringify(list?.responses['200'])).toContain('nextCursor');
    const token = document.paths['/admin/v1/token']?.['post'];
    expect(token?.parameters).toEqual([]);
  });

  it('shows what Wellhub sends, although it is read as bytes', () => {
    const hook = document.paths['/wellhub/{hook}/webhooks']?.['post'];
    const examples = hook?.requestBody?.content['application/json']?.examples ?? {};
    expect(Object.keys(examples)).toEqual(['checkin', 'booked', 'booking']);
  });

  it('describes request bodies field by field', () => {
    const schema = document.components['schemas']?.['CreateGymDto'] as {
      properties: Record<string, object>;
      required: string[];
    };
    expect(schema.required).toContain('name');
    expect(Object.keys(schema.properties)).toContain('validationMode');
  });
});
