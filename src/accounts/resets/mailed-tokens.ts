import { Injectable } from '@nestjs/common';
import { emailAddress } from '../../platform/values/email-address.js';
import { Settings } from '../../platform/config/settings.js';
import { randomToken, sha256 } from '../../platform/crypto/hashing.js';
import type { Queries } from '../../platform/database/database.js';
import {
  MailedTokensRepository,
  type MailedToken,
  type NewMailedToken,
} from './mailed-tokens.repository.js';

/** Single-use tokens that prove, by mail, that an address is the person's. */
@Injectable()
export class MailedTokens {
  constructor(
    private readonly rows: MailedTokensRepository,
    private readonly settings: Settings,
  ) {}

  /** @returns the clear token, for the mailed link; only its hash is stored */
  async issue(queries: Queries, partnerId: string, token: NewMailedToken): Promise<string> {
    const clear = randomToken();
    const minutes = this.settings.resetTokenMinutes;
    await this.rows.insert(queries, partnerId, { ...token, hash: sha256(clear), minutes });
    return clear;
  }

  /** The token while it is valid and unused; nothing happens to it. */
  async peek(partnerId: string, clear: string): Promise<MailedToken | undefined> {
    return withKey(await this.rows.find(partnerId, sha256(clear)));
  }

  /** Uses the token up. Exactly one of parallel callers gets it. */
  async consume(
    queries: Queries,
    partnerId: string,
    clear: string,
  ): Promise<MailedToken | undefined> {
    return withKey(await this.rows.consume(queries, partnerId, sha256(clear)));
  }

  /** How many different addresses were mailed for one link token. */
  addressesFor(queries: Queries, partnerId: string, jti: string): Promise<number> {
    return this.rows.countAddresses(queries, partnerId, jti);
  }
}

/** One that an older version stored has another form of the key. */
const withKey = (token: MailedToken | undefined): MailedToken | undefined =>
  token && { ...token, emailKey: emailAddress(token.email)?.key ?? token.emailKey };
