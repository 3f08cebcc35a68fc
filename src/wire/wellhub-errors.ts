import { STATUS } from './status.js';
import { json, type ErrorRenderer } from './rendered-error.js';

interface Override {
  status: number;
  code: string;
  message: string;
}

const INVALID_KEY = {
  status: 403,
  code: 'invalid_api_key',
  message: 'Missing API key or wrong API key',
};
const INVALID_TOKEN = {
  status: 401,
  code: 'invalid_token',
  message: 'Missing or wrong access token',
};
const INTERNAL = { status: 500, code: 'internal_error', message: 'Internal Server Error' };

/** `wellhub.md` 1.3: their documents fix 403 for the key, 401 for the token, 500 where storage fails (W-2, W-5, W-19). */
const REGISTRATION: Record<string, Override> = {
  'auth.key-missing': INVALID_KEY,
  'auth.key-invalid': INVALID_KEY,
  'auth.scope-missing': INVALID_KEY,
  'auth.token-invalid': INVALID_TOKEN,
  'request.unavailable': INTERNAL,
};

const SHARED: Record<string, Override> = {
  'request.internal': INTERNAL,
  'request.unavailable': {
    status: 503,
    code: 'storage_unavailable',
    message: 'Storage is not available',
  },
  'request.too-large': {
    status: 413,
    code: 'payload_too_large',
    message: 'The body is larger than 64 KiB',
  },
};

const render =
  (overrides: Record<string, Override>): ErrorRenderer =>
  (error, { requestId }) => {
    const { code, kind } = error.spec;
    const override = overrides[code] ?? {
      status: STATUS[kind],
      code: (code.split('.').at(-1) ?? code).replaceAll('-', '_'),
      message: error.message,
    };
    const body = { message: override.message, code: override.code, request_id: requestId };
    const { allow, retryAfterSeconds } = error.facts;
    return json(override.status, body, {
      ...(allow && { Allow: allow.join(', ') }),
      ...(retryAfterSeconds !== undefined && { 'Retry-After': String(retryAfterSeconds) }),
    });
  };

export const renderRegistrationError = render({ ...SHARED, ...REGISTRATION });
export const renderWellhubError = render(SHARED);
