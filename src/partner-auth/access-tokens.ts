import type { KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { Clock } from '../platform/clock/clock.js';
import { Settings } from '../platform/config/settings.js';
import { keyId } from '../platform/crypto/hashing.js';
import { Keyring } from '../platform/crypto/keyring.js';

/** A token of one kind is refused where another is required: its audience names the kind. */
export type TokenKind = 'wellhub-registration' | 'admin' | 'users-api';

export interface AccessToken {
  readonly token: string;
  /** Unix time in seconds. */
  readonly expiresAt: number;
}

interface Claims {
  readonly sub: string;
  readonly exp: number;
}

type Verified = Claims & { readonly kind: TokenKind };

const MOST_VERIFIED = 10_000;
const ISSUER = 'gatehouse';
const LIFE_SECONDS = 3_600;

/**
 * Tokens that act for an API key and end with it; valid for an hour, unless their kind is valid for longer. HS256 under
 * keys derived from `SECRETS_KEY`; RFC 8725 throughout.
 */
@Injectable()
export class AccessTokens {
  private readonly jwt = new JwtService({});
  private readonly verified = new Map<string, Verified>();
  private made = { second: 0, tokens: new Map<string, string>() };
  private readonly keys: { id: string; key: KeyObject }[];

  constructor(
    keyring: Keyring,
    private readonly clock: Clock,
    settings: Settings,
  ) {
    this.keys = keyring
      .keys({ name: 'access-tokens', columns: [], validDays: settings.usersApiTokenDays + 1 })
      .map((key) => ({ id: keyId(key.export()).toString('hex'), key }));
  }

  issue(kind: TokenKind, apiKeyId: string, lifeSeconds = LIFE_SECONDS): AccessToken {
    const [writer] = this.keys;
    if (!writer) throw new Error('SECRETS_KEY holds no key');
    const now = this.clock.seconds();
    const expiresAt = now + lifeSeconds;
    const token = this.ofThisSecond(now, `${kind} ${apiKeyId} ${lifeSeconds}`, () => {
      const claims = { sub: apiKeyId, aud: kind, iss: ISSUER, iat: now, exp: expiresAt };
      const options = { algorithm: 'HS256', keyid: writer.id, secret: writer.key } as const;
      return this.jwt.sign(claims, options as object);
    });
    return { token, expiresAt };
  }

  /** Two tokens of one second for one key are the same bytes: only the first is worth signing. */
  private ofThisSecond(second: number, what: string, sign: () => string): string {
    if (this.made.second !== second) this.made = { second, tokens: new Map() };
    const token = this.made.tokens.get(what) ?? sign();
    this.made.tokens.set(what, token);
    return token;
  }

  /**
   * The id of the key behind a good token of that kind; undefined for anything else. A caller sends one token many
   * times: what was verified once is remembered until it ends.
   */
  read(kind: TokenKind, token: string): string | undefined {
    const known = this.verified.get(token);
    if (known)
      return known.kind === kind && known.exp > this.clock.seconds() ? known.sub : undefined;
    const claims = this.verify(kind, token);
    if (claims) this.remember(token, { kind, ...claims });
    return claims?.sub;
  }

  private remember(token: string, claims: Verified): void {
    this.verified.set(token, claims);
    const [oldest] = this.verified.keys();
    if (this.verified.size > MOST_VERIFIED && oldest !== undefined) this.verified.delete(oldest);
  }

  private verify(kind: TokenKind, token: string): Claims | undefined {
    const reader = this.keys.find(({ id }) => id === kidOf(token));
    if (!reader) return undefined;
    try {
      return this.jwt.verify<Claims>(token, {
        secret: reader.key as unknown as Buffer,
        algorithms: ['HS256'],
        audience: kind,
        issuer: ISSUER,
      });
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
