import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  DomainError,
  errorCatalogue,
  type ErrorFacts,
} from '../src/platform/errors/domain-error.js';
import { invalid, RequestErrors } from '../src/platform/errors/request-errors.js';
import { renderOpenApiError } from '../src/wire/open-api-errors.js';
import { renderPageError } from '../src/wire/page-errors.js';
import { renderProblem } from '../src/wire/problem-json.js';
import type { ErrorRenderer } from '../src/wire/rendered-error.js';
import { renderUsersApiError } from '../src/wire/users-api-errors.js';
import { renderRegistrationError, renderWellhubError } from '../src/wire/wellhub-errors.js';
import { golden } from './support/golden.js';
import { sourcesIn } from './support/repository.js';

const SURFACES: Record<string, ErrorRenderer> = {
  admin: renderProblem,
  'open-api': renderOpenApiError,
  'users-api': renderUsersApiError,
  'wellhub-registration': renderRegistrationError,
  wellhub: renderWellhubError,
  pages: renderPageError,
};

const CONTEXT = {
  requestId: 'request-1',
  path: '/some/path',
  publicUrl: 'https://gym.example.com',
  language: 'en',
};

/** Status and code as the surface's client sees them: `404 STUDIO_NOT_FOUND`. */
function rendered(surface: string, error: DomainError): string {
  const answer = SURFACES[surface]?.(error, CONTEXT);
  const body = answer?.contentType?.includes('json') ? JSON.parse(answer.body) : {};
  return `${answer?.status} ${body.errors?.[0]?.code ?? body.errorCode ?? body.code ?? 'a page'}`;
}

const bodyOf = (surface: string, error: DomainError) => {
  const { body = '', headers, status } = SURFACES[surface]?.(error, CONTEXT) ?? {};
  return { status, headers: headers ?? {}, body: JSON.parse(body) };
};

describe('the catalogue of errors', () => {
  beforeAll(async () => {
    for (const { path } of sourcesIn('src', /\.errors\.ts$/)) await import(`../${path}`);
  });

  it('is reported by each surface in its own words', () => {
    const table = [...errorCatalogue()]
      .sort((a, b) => a.code.localeCompare(b.code, 'en'))
      .map((spec) => {
        const told = Object.keys(SURFACES).map((surface) => [
          surface,
          rendered(surface, new DomainError(spec)),
        ]);
        return [spec.code, { title: spec.title, ...Object.fromEntries(told) }];
      });
    const json = `${JSON.stringify(Object.fromEntries(table), undefined, 2)}\n`;
    expect(json).toBe(golden('test/golden/errors.json', json));
  });

  it('has codes of one form, and titles that are sentences without a full stop', () => {
    for (const { code, title } of errorCatalogue()) {
      expect(code).toMatch(/^[a-z][a-z-]*\.[a-z][a-z-]*$/);
      expect(title).toMatch(/^\S.*[^.\s]$/);
    }
  });
});

describe('an error', () => {
  const wrong = invalid(
    { path: 'accessCodes.ttlSeconds', detail: 'must not be less than 15' },
    { path: 'name', detail: 'is not a known field' },
  );
  const facts: ErrorFacts = { retryAfterSeconds: 7, allow: ['GET', 'PUT'] };

  it('is a problem (RFC 9457) on our own surface, with a pointer to each field', () => {
    expect(bodyOf('admin', wrong)).toEqual({
      status: 400,
      headers: {},
      body: {
        type: 'https://gym.example.com/docs/errors#request.invalid',
        title: 'The request is not valid',
        status: 400,
        detail: 'accessCodes.ttlSeconds: must not be less than 15',
        instance: '/some/path',
        code: 'request.invalid',
        traceId: 'request-1',
        errors: [
          { pointer: '/accessCodes/ttlSeconds', detail: 'must not be less than 15' },
          { pointer: '/name', detail: 'is not a known field' },
        ],
      },
    });
  });

  it('names the first field on the Open API and the Users API', () => {
    expect(bodyOf('open-api', wrong).body).toEqual({
      errorMessage: 'accessCodes.ttlSeconds: must not be less than 15',
      errorCode: 'VALIDATION_FAILED',
      traceId: 'request-1',
      reference: 'accessCodes.ttlSeconds',
    });
    const property = 'accessCodes.ttlSeconds';
    expect(bodyOf('users-api', wrong).body).toEqual({
      errors: [{ code: 'InvalidParameters', property, message: 'must not be less than 15' }],
    });
  });

  it('has on the Users API one of the few statuses that its clients know', () => {
    const answers = errorCatalogue().map((spec) => bodyOf('users-api', new DomainError(spec)));
    expect(
      answers.filter(({ status }) => ![400, 401, 404, 405, 413, 500, 503].includes(status ?? 0)),
    ).toEqual([]);
    expect(answers.find(({ status }) => status === 401)?.headers).toEqual({
      'Cache-Control': 'no-cache, no-store',
      'WWW-Authenticate': 'Bearer',
    });
  });

  it('has three fields on the Wellhub surface', () => {
    expect(bodyOf('wellhub', new DomainError(RequestErrors.unavailable))).toEqual({
      status: 503,
      headers: {},
      body: {
        message: 'Storage is not available',
        code: 'storage_unavailable',
        request_id: 'request-1',
      },
    });
  });

  it.each(['admin', 'open-api'])(
    'answers on %s when to retry and which verbs there are',
    (surface) => {
      const { headers } = bodyOf(surface, new DomainError(RequestErrors.methodNotAllowed, facts));
      expect(headers).toEqual({ 'Retry-After': '7', Allow: 'GET, PUT' });
      const down = bodyOf(surface, new DomainError(RequestErrors.unavailable));
      expect(down.headers).toEqual({ 'Retry-After': '1' });
    },
  );

  it('shows nothing of its cause, on no surface', () => {
    const cause = new Error('relation "customers" of joana@example.com');
    const error = new DomainError(RequestErrors.internal, {}, { cause });
    for (const render of Object.values(SURFACES))
      expect(render(error, CONTEXT).body).not.toMatch(/relation|joana/);
  });
});
