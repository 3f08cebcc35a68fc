import { Injectable } from '@nestjs/common';
import { randomToken, sha256 } from '../../platform/crypto/hashing.js';
import { Settings } from '../../platform/config/settings.js';
import type { EndUser } from '../../platform/http/declarations.js';
import type { Account } from '../accounts/accounts.repository.js';
import { SessionsRepository } from './sessions.repository.js';

export interface EndUserToken {
  readonly token: string;
  readonly expiresInSeconds: number;
}

const DAY_SECONDS = 86_400;

/**
 * Tokens issued for a person's log-in at `/Api/oauth/authorize` (users-api.md 2). Nothing is kept in memory:
 * what a reset, a disabled account or an erasure ends, ends everywhere at once (U-11).
 */
@Injectable()
export class EndUserTokens {
  constructor(
    private readonly rows: SessionsRepository,
    private readonly settings: Settings,
  ) {}

  /** @param account as `UsersApiAccounts.logIn` returned it */
  async issue(account: Account): Promise<EndUserToken> {
    const token = randomToken();
    const days = this.settings.usersApiTokenDays;
    await this.rows.openUsersApi(sha256(token), account, days);
    return { token, expiresInSeconds: days * DAY_SECONDS };
  }

  /** Undefined for a token that is unknown or has ended, whatever the reason. */
  read(token: string): Promise<EndUser | undefined> {
    return this.rows.findUsersApi(sha256(token));
  }
}
