import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Settings } from '../../platform/config/settings.js';
import { sha256 } from '../../platform/crypto/hashing.js';
import { isUuid } from '../../platform/crypto/uuid.js';
import type { Queries } from '../../platform/database/database.js';
import type { Account } from '../accounts/accounts.repository.js';
import { ResetTokensRepository, type ResetToken } from './reset-tokens.repository.js';

/** A token as a caller presents it. */
export interface TokenUse {
  readonly token: string;
  /** Of the calling API key; null for our page, which takes mailed tokens only. */
  readonly lineage: string | null;
}

/**
 * Single-use UUIDs, stored hashed, that set the password of an account (users-api.md 3, "reset token"): issued to
 * an API key, and then good for its lineage (the key and its rotations), or mailed, and then good for every key and our page.
 */
@Injectable()
export class ResetTokens {
  constructor(
    private readonly rows: ResetTokensRepository,
    private readonly settings: Settings,
  ) {}

  /** Earlier tokens stay valid until `endEarlier`. @param lineage null for one that goes out by mail */
  async make(queries: Queries, account: Account, lineage: string | null): Promise<string> {
    const clear = randomUUID();
    const minutes = this.settings.resetTokenMinutes;
    await this.rows.insert(queries, account, { hash: hashOf(clear), lineage, minutes });
    return clear;
  }

  /** Makes one for an API key and ends every earlier one. The caller holds the account's row. */
  async issueForKey(queries: Queries, account: Account, lineage: string): Promise<string> {
    const clear = await this.make(queries, account, lineage);
    await this.endEarlier(queries, account.partnerId, hashOf(clear));
    return clear;
  }

  /** Until the caller's commit no other transaction changes tokens of the same account. */
  lockOwner(queries: Queries, partnerId: string, token: string | Buffer): Promise<void> {
    const hash = typeof token === 'string' ? hashOf(token) : token;
    return this.rows.lockOwner(queries, partnerId, hash);
  }

  endEarlier(queries: Queries, partnerId: string, hash: Buffer): Promise<void> {
    return this.rows.endEarlier(queries, partnerId, hash);
  }

  end(queries: Queries, partnerId: string, hash: Buffer): Promise<void> {
    return this.rows.end(queries, partnerId, hash);
  }

  /** The token while this caller may use it; nothing happens to it. */
  peek(partnerId: string, use: TokenUse): Promise<ResetToken | undefined> {
    return this.rows.find(presented(partnerId, use));
  }

  /** Exactly one of parallel callers gets true. */
  use(queries: Queries, partnerId: string, use: TokenUse): Promise<boolean> {
    return this.rows.use(queries, presented(partnerId, use));
  }
}

const presented = (partnerId: string, { token, lineage }: TokenUse) => ({
  partnerId,
  hash: hashOf(token),
  lineage,
});

/** A UUID means the same in any case; anything else is no token of ours, or one of an older kind. */
export const hashOf = (clear: string): Buffer =>
  sha256(isUuid(clear) ? clear.toLowerCase() : clear);
