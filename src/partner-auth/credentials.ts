import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../platform/errors/domain-error.js';
import type { Caller, CredentialKind } from '../platform/http/declarations.js';
import { AccessTokens, type TokenKind } from './access-tokens.js';
import { KnownKeys } from './known-keys.js';
import { AuthErrors } from './partner-auth.errors.js';

const BEARER = /^bearer +(\S+) *$/i;

/** Reads the credential of a request. No kind works in another one's place, and none is read from a URL. */
@Injectable()
export class Credentials {
  constructor(
    private readonly keys: KnownKeys,
    private readonly tokens: AccessTokens,
  ) {}

  /** @throws auth.key-missing, auth.key-invalid, auth.token-invalid */
  async read(kind: CredentialKind, request: FastifyRequest): Promise<Caller> {
    if (kind === 'registration-token') return this.token('wellhub-registration', request);
    const key = request.headers['x-api-key'];
    if (key !== undefined || kind === 'key') return this.key(key);
    if (request.headers.authorization === undefined) throw new DomainError(AuthErrors.keyMissing);
    return this.token('admin', request);
  }

  private async key(header: string | string[] | undefined): Promise<Caller> {
    if (typeof header !== 'string' || header === '') throw new DomainError(AuthErrors.keyMissing);
    const caller = header.length <= 512 ? await this.keys.byClearKey(header) : undefined;
    if (!caller) throw new DomainError(AuthErrors.keyInvalid);
    return caller;
  }

  private async token(kind: TokenKind, request: FastifyRequest): Promise<Caller> {
    const token = BEARER.exec(request.headers.authorization ?? '')?.[1];
    const keyId = token && token.length <= 2_048 ? this.tokens.read(kind, token) : undefined;
    const evenStale = kind === 'wellhub-registration';
    const caller = keyId ? await this.keys.byKeyId(keyId, evenStale) : undefined;
    if (!caller) throw new DomainError(AuthErrors.tokenInvalid);
    return caller;
  }
}
