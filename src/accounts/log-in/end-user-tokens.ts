import { Injectable } from '@nestjs/common';
import { randomToken, sha256 } from '../../platform/crypto/hashing.js';
import { customerForEntrySql } from '../../customers/index.js';
import { Settings } from '../../platform/config/settings.js';
import { Database } from '../../platform/database/database.js';
import type { Account } from '../accounts/accounts.repository.js';

/** Whom an end-user token of the Users API speaks for. */
export interface EndUser {
  readonly partnerId: string;
  readonly accountId: string;
  readonly customerId: number;
}

export interface EndUserToken {
  readonly token: string;
  readonly expiresInSeconds: number;
}

const DAY_SECONDS = 86_400;

const ISSUE = {
  name: 'end-user-tokens.issue',
  text: `insert into sessions (token_hash, partner_id, account_id, kind, expires_at)
    values ($1, $2, $3, 'USERS_API', clock_timestamp() + make_interval(days => $4))`,
};
const READ = {
  name: 'end-user-tokens.read',
  text: `select a.partner_id as "partnerId", a.id as "accountId", a.customer_id as "customerId"
    from sessions s join accounts a on a.partner_id = s.partner_id and a.id = s.account_id and a.enabled
    cross join lateral (${customerForEntrySql('a.partner_id', 'a.customer_id')}) c
    where s.token_hash = $1 and s.kind = 'USERS_API' and s.expires_at > clock_timestamp()
      and c.status not in ('DISABLED', 'ERASED')`,
};

/**
 * Tokens that a person's log-in at `/Api/oauth/authorize` gives (users-api.md 2). Nothing is kept in memory:
 * what a reset, a disabled account or an erasure ends, ends everywhere at once (U-11).
 */
@Injectable()
export class EndUserTokens {
  constructor(
    private readonly db: Database,
    private readonly settings: Settings,
  ) {}

  /** @param account whom `UsersApiAccounts.logIn` let in */
  async issue(account: Account): Promise<EndUserToken> {
    const token = randomToken();
    const days = this.settings.usersApiTokenDays;
    await this.db.query(ISSUE, [sha256(token), account.partnerId, account.id, days]);
    return { token, expiresInSeconds: days * DAY_SECONDS };
  }

  /** Undefined for a token that is unknown or has ended, whatever the reason. */
  async read(token: string): Promise<EndUser | undefined> {
    return (await this.db.query<EndUser & Record<string, unknown>>(READ, [sha256(token)]))[0];
  }
}
