import { beforeAll, describe, expect, it } from '@jest/globals';
import { sourcesIn } from '../../test/support/repository.js';
import { DomainError, errorCatalogue, type ErrorSpec } from '../platform/errors/domain-error.js';
import { invalid, RequestErrors } from '../platform/errors/request-errors.js';
import { renderOpenApiError } from './open-api-errors.js';

/** Errors of other surfaces only. */
const ELSEWHERE = new Set([
  'request.partner-required',
  'auth.session-ended',
  'auth.console-forbidden',
  'auth.token-forbidden',
  'auth.wrong-mode',
  'auth.whole-partner',
  'auth.read-only',
  'auth.no-account',
]);
const ROOMS = /^(request|auth|access-code|gate|studio|member)\./;
const OTHERS = ['gym.not-found', 'customer.not-found', 'device.not-found', 'wellhub.unavailable'];

const told = (error: DomainError, language?: string) =>
  JSON.parse(
    renderOpenApiError(error, { requestId: 'r', path: '', publicUrl: '', language }).body,
  ) as { errorMessage: string; errorCode: string };

describe('O-8 the text of an error on the Open API', () => {
  let specs: readonly ErrorSpec[];

  beforeAll(async () => {
    for (const { path } of sourcesIn('src', /\.errors\.ts$|studios\.ts$/))
      await import(`../../${path}`);
    specs = errorCatalogue().filter(
      ({ code }) => (ROOMS.test(code) || OTHERS.includes(code)) && !ELSEWHERE.has(code),
    );
  });

  it('is there in four languages for every code of this surface; the code stays', () => {
    expect(specs.length).toBeGreaterThan(30);
    const missing = specs.flatMap((spec) => {
      const error = new DomainError(spec);
      const all = ['en', 'de', 'es', 'pt'].map((language) => told(error, language));
      expect(new Set(all.map(({ errorCode }) => errorCode)).size).toBe(1);
      return new Set(all.map(({ errorMessage }) => errorMessage)).size === 4 ? [] : [spec.code];
    });
    expect(missing).toEqual([]);
  });

  it.each([
    ['de', 'de'],
    ['de-LU', 'de'],
    ['DE-at', 'de'],
    ['pt-BR,pt;q=0.9,en;q=0.8', 'pt'],
    ['xx', 'en'],
    ['xx, es;q=0.5', 'es'],
    ['en;q=0.4, de;q=0.6', 'de'],
    ['de;q=0', 'en'],
    ['*', 'en'],
    ['', 'en'],
    [undefined, 'en'],
  ])('for Accept-Language %s is %s', (header, language) => {
    const error = new DomainError(RequestErrors.rateLimited);
    expect(told(error, header).errorMessage).toBe(told(error, language).errorMessage);
  });

  it('names the scope and the field in every language', () => {
    const scope = new DomainError(
      errorCatalogue().find(({ code }) => code === 'auth.scope-missing') as ErrorSpec,
      { scope: 'STUDIO_READ', detail: 'The API key lacks the scope STUDIO_READ.' },
    );
    for (const language of ['en', 'de', 'es', 'pt']) {
      expect(told(scope, language).errorMessage).toContain('STUDIO_READ');
      const bad = told(invalid({ path: 'sliceSize', detail: 'is odd' }), language);
      expect(bad.errorMessage).toContain('sliceSize');
    }
    expect(told(new DomainError(RequestErrors.invalid), 'de').errorMessage).not.toMatch(/[{}:]/);
  });
});
