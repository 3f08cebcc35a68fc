import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { after, type MaybePromise } from '../platform/deadline/maybe-promise.js';
import { DomainError, type ErrorSpec } from '../platform/errors/domain-error.js';
import type { Caller, CredentialKind } from '../platform/http/declarations.js';
import { surfaceAt } from '../platform/http/surfaces.js';
import { AccessTokens, type TokenKind } from './access-tokens.js';
import { ConsoleCookie } from './console-cookie.js';
import { interruptedAt, LOG_IN_PAGE } from './interrupted-pages.js';
import { ConsoleSessions } from './console-sessions.js';
import { KnownKeys } from './known-keys.js';
import { AuthErrors } from './partner-auth.errors.js';

/** Keys and tokens are printable ASCII; characters that were pasted along with them are ignored. */
const BEARER = /^bearer [^!-~]*([!-~]+)[^!-~]*$/i;
const KEY = /^[^!-~]*([!-~](?:[ -~]*[!-~])?)[^!-~]*$/;
const LONGEST = 2_048;

/** The token in `Authorization`, if there is one that can be ours. */
export function bearerOf({ headers }: FastifyRequest): string | undefined {
  const token = BEARER.exec(headers.authorization ?? '')?.[1];
  return token !== undefined && token.length <= LONGEST ? token : undefined;
}

/** Reads the credential of a request. No kind works in another one's place, and none is read from a URL. */
@Injectable()
export class Credentials {
  constructor(
    private readonly keys: KnownKeys,
    private readonly tokens: AccessTokens,
    private readonly sessions: ConsoleSessions,
    private readonly cookie: ConsoleCookie,
  ) {}

  /** @throws auth.key-missing, auth.key-invalid, auth.token-invalid, auth.session-ended, page.cross-site */
  read(kind: CredentialKind, request: FastifyRequest): MaybePromise<Caller> {
    if (kind === 'registration-token') return this.token('wellhub-registration', request);
    if (kind === 'console-session') return this.page(request);
    const key = request.headers['x-api-key'];
    if (key !== undefined || kind === 'key') return this.key(key);
    if (request.headers.authorization !== undefined) return this.token('admin', request);
    return this.session(request);
  }

  /** The console's cookie counts on our own surface only. */
  private async session(request: FastifyRequest): Promise<Caller> {
    const isAdmin = surfaceAt(request).surface === 'admin';
    const token = isAdmin ? this.cookie.tokenOf(request) : undefined;
    if (token === undefined) throw new DomainError(AuthErrors.keyMissing);
    this.cookie.refuseForeign(request);
    const caller = await this.sessions.read(token);
    if (!caller) throw new DomainError(AuthErrors.sessionEnded);
    return caller;
  }

  /** Pages themselves refuse forms of other sites. Without a session a browser is led to the log-in; its scripts get 401. */
  private async page(request: FastifyRequest): Promise<Caller> {
    const token = this.cookie.tokenOf(request);
    const caller = token === undefined ? undefined : await this.sessions.read(token);
    if (caller) return caller;
    const isPage = request.headers.accept?.includes('text/html') === true;
    const facts = isPage ? { continueAt: interruptedAt(LOG_IN_PAGE, request) } : {};
    throw new DomainError(AuthErrors.sessionEnded, facts);
  }

  private key(header: string | string[] | undefined): MaybePromise<Caller> {
    if (typeof header !== 'string' || header === '') throw new DomainError(AuthErrors.keyMissing);
    const key = header.length <= LONGEST ? KEY.exec(header)?.[1] : undefined;
    const caller = key !== undefined && key.length <= 512 ? this.keys.byClearKey(key) : undefined;
    return after(caller, (known) => orThrow(known, AuthErrors.keyInvalid));
  }

  private token(kind: TokenKind, request: FastifyRequest): MaybePromise<Caller> {
    const token = bearerOf(request);
    const keyId = token && this.tokens.read(kind, token);
    const evenStale = kind === 'wellhub-registration';
    const caller = keyId ? this.keys.byKeyId(keyId, evenStale) : undefined;
    return after(caller, (known) => orThrow(known, AuthErrors.tokenInvalid));
  }
}

function orThrow(caller: Caller | undefined, error: ErrorSpec): Caller {
  if (!caller) throw new DomainError(error);
  return caller;
}
