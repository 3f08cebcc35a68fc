import { openApiText } from './open-api-texts.js';
import { STATUS } from './status.js';
import { json, type ErrorRenderer } from './rendered-error.js';

/** Codes whose wire name is not their own (`open-api.md` 1.4). All others: `access-code.disabled` → `ACCESS_CODE_DISABLED`. */
const NAMES: Record<string, string> = {
  'auth.key-missing': 'API_KEY_MISSING',
  'auth.key-invalid': 'API_KEY_INVALID',
  'auth.token-invalid': 'TOKEN_INVALID',
  'auth.scope-missing': 'SCOPE_MISSING',
  'gym.not-found': 'STUDIO_NOT_FOUND',
  'request.invalid': 'VALIDATION_FAILED',
  'request.invalid-json': 'VALIDATION_FAILED',
  'request.not-found': 'NOT_FOUND',
  'request.method-not-allowed': 'METHOD_NOT_ALLOWED',
  'request.too-large': 'PAYLOAD_TOO_LARGE',
  'request.unsupported-media-type': 'UNSUPPORTED_MEDIA_TYPE',
  'request.rate-limited': 'RATE_LIMIT_EXCEEDED',
  'request.unavailable': 'SERVICE_UNAVAILABLE',
  'request.internal': 'INTERNAL_ERROR',
};

/** The gate's own codes carry their subject already: `gate.customer-access-restricted`. */
export const errorCodeOf = (code: string) =>
  NAMES[code] ??
  code
    .replace(/^gate\./, '')
    .replaceAll(/[.-]/g, '_')
    .toUpperCase();

export const renderOpenApiError: ErrorRenderer = (error, { requestId, language }) => {
  const { kind, code } = error.spec;
  const { violations, retryAfterSeconds, allow, reference = violations?.[0]?.path } = error.facts;
  const errorCode = errorCodeOf(code);
  const body = {
    errorMessage: openApiText(errorCode, error, language),
    errorCode,
    traceId: requestId,
    ...(reference !== undefined && { reference }),
  };
  const retry =
    kind === 'rate-limited' || kind === 'unavailable'
      ? (retryAfterSeconds ?? 1)
      : retryAfterSeconds;
  return json(STATUS[kind], body, {
    ...(retry !== undefined && { 'Retry-After': String(retry) }),
    ...(allow && { Allow: allow.join(', ') }),
  });
};
