import { createSecretKey, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { Clock } from '../platform/clock/clock.js';
import { keyId } from '../platform/crypto/hashing.js';
import { Keyring } from '../platform/crypto/keyring.js';

/** Each kind is refused in every other kind's place: the audience says which one it is. */
export type TokenKind = 'wellhub-registration' | 'admin';

export interface AccessToken {
  readonly token: string;
  /** Unix time in seconds. */
  readonly expiresAt: number;
}

const ISSUER = 'gatehouse';
const LIFE_SECONDS = 3_600;

/** Short-lived tokens that stand for an API key. HS256 under keys derived from `SECRETS_KEY`; RFC 8725 throughout. */
@Injectable()
export class AccessTokens {
  private readonly jwt = new JwtService({});
  private readonly keys: { id: string; key: KeyObject }[];

  constructor(
    keyring: Keyring,
    private readonly clock: Clock,
  ) {
    // A KeyObject is parsed once; a string or Buffer would be parsed again at every sign and verify.
    this.keys = keyring
      .keys('access-tokens')
      .map((key) => ({ id: keyId(key).toString('hex'), key: createSecretKey(key) }));
  }

  issue(kind: TokenKind, apiKeyId: string): AccessToken {
    const [writer] = this.keys;
    if (!writer) throw new Error('SECRETS_KEY holds no key');
    const now = this.clock.seconds();
    const expiresAt = now + LIFE_SECONDS;
    const claims = { sub: apiKeyId, aud: kind, iss: ISSUER, iat: now, exp: expiresAt };
    const options = { algorithm: 'HS256', keyid: writer.id, secret: writer.key } as const;
    return { token: this.jwt.sign(claims, options as object), expiresAt };
  }

  /** The id of the key behind a good token of that kind; undefined for anything else. */
  read(kind: TokenKind, token: string): string | undefined {
    const reader = this.keys.find(({ id }) => id === kidOf(token));
    if (!reader) return undefined;
    try {
      const claims = this.jwt.verify<{ sub: string }>(token, {
        secret: reader.key as unknown as Buffer,
        algorithms: ['HS256'],
        audience: kind,
        issuer: ISSUER,
      });
      return claims.sub;
    } catch {
      return undefined;
    }
  }
}

function kidOf(token: string): string | undefined {
  const [header] = token.split('.', 1);
  if (!header || header.length > 200) return undefined;
  try {
    const { kid } = JSON.parse(Buffer.from(header, 'base64url').toString()) as { kid?: unknown };
    return typeof kid === 'string' ? kid : undefined;
  } catch {
    return undefined;
  }
}
