import * as oidc from 'openid-client';
import { FORBIDDEN_URL } from '../../platform/http-client/guarded-fetch.js';
import { DecryptionError } from '../../platform/crypto/secret-box.js';

/** Why a log-in at a provider came to nothing. */
export type ProviderFailureKind =
  /** It did not answer, or not in time. */
  | 'unavailable'
  /** It says no: the person stopped, or may not use it. */
  | 'denied'
  /** What it answered proves nothing. */
  | 'refused';

/** Caught where the log-in is decided; people see words, the log the code. */
export class ProviderFailure extends Error {
  constructor(
    readonly kind: ProviderFailureKind,
    /** Of the standard or of the library, for the partner's own search. */
    readonly code: string,
  ) {
    super(`${kind}: ${code}`);
  }
}

const CODE = /^[\w-]{1,60}$/;
/** Of the library; a call that failed for another reason has none. */
const TOO_SLOW = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT']);

export function failureOf(error: unknown): ProviderFailure {
  if (error instanceof ProviderFailure) return error;
  if (error instanceof DecryptionError) return new ProviderFailure('refused', 'secret-unreadable');
  if (error instanceof oidc.AuthorizationResponseError)
    return new ProviderFailure('denied', written(error.error));
  if (error instanceof oidc.ResponseBodyError)
    return new ProviderFailure('refused', written(error.error));
  if (!(error instanceof oidc.ClientError)) return new ProviderFailure('refused', codeOf(error));
  const { cause, code = codeOf(cause) } = error;
  const isCall = error.code === undefined && code !== FORBIDDEN_URL;
  const isAway = isCall || TOO_SLOW.has(code) || statusIn(cause) >= 500;
  return new ProviderFailure(isAway ? 'unavailable' : 'refused', code);
}

/** What the provider wrote is shown only where it looks like a code. */
const written = (code: string | undefined): string =>
  code !== undefined && CODE.test(code) ? code : 'unknown';

const codeOf = (error: unknown): string =>
  error instanceof Error ? written((error as NodeJS.ErrnoException).code) : 'unknown';

const statusIn = (cause: unknown): number => (cause instanceof Response ? cause.status : 0);
