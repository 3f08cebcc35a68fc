import { DomainError, type ErrorSpec } from '../platform/errors/domain-error.js';
import type { ErrorExample } from '../platform/errors/error-example.js';
import { renderOpenApiError } from './open-api-errors.js';
import { renderProblem } from './problem-json.js';
import type { ErrorRenderer } from './rendered-error.js';
import { renderUsersApiError } from './users-api-errors.js';
import { renderRegistrationError, renderWellhubError } from './wellhub-errors.js';

const SURFACES: readonly (readonly [string, ErrorRenderer])[] = [
  ['Administration', renderProblem],
  ['Open API', renderOpenApiError],
  ['Users API', renderUsersApiError],
  ['Wellhub registration', renderRegistrationError],
  ['Wellhub webhooks', renderWellhubError],
];

const CONTEXT = { requestId: '', path: '', publicUrl: '', language: undefined };

/** How each surface renders an error; the documentation lists them. */
export const errorExamples = (spec: ErrorSpec): ErrorExample[] =>
  SURFACES.map(([surface, render]) => {
    const { status, body } = render(new DomainError(spec), CONTEXT);
    return { surface, status, code: codeIn(body) };
  });

function codeIn(body: string): string {
  const parsed = JSON.parse(body) as {
    code?: string;
    errorCode?: string;
    errors?: { code?: string }[];
  };
  return parsed.errors?.[0]?.code ?? parsed.errorCode ?? parsed.code ?? '';
}
