import { Injectable } from '@nestjs/common';
import { customerForEntrySql } from '../../customers/index.js';
import { Database } from '../../platform/database/database.js';
import type { Account } from '../accounts/accounts.repository.js';

/** Whose session it is. */
export interface SessionOwner {
  readonly partnerId: string;
  readonly accountId: string;
  readonly customerId: number;
}
type Row = SessionOwner & Record<string, unknown>;

const PAGE_SESSION_DAYS = 30;

const OPEN_PAGE = {
  name: 'sessions.open',
  text: `insert into sessions (token_hash, partner_id, account_id, kind, expires_at)
    values ($1, $2, $3, 'PAGE', clock_timestamp() + make_interval(days => ${PAGE_SESSION_DAYS}))`,
};
const FIND_PAGE = {
  name: 'sessions.find',
  text: `select a.partner_id as "partnerId", a.id as "accountId", a.customer_id as "customerId"
    from sessions s join accounts a on a.partner_id = s.partner_id and a.id = s.account_id and a.enabled
    where s.token_hash = $1 and s.kind = 'PAGE' and s.expires_at > clock_timestamp()`,
};
const CLOSE_PAGE = {
  name: 'sessions.close',
  text: `delete from sessions where token_hash = $1 and kind = 'PAGE'`,
};
const OPEN_USERS_API = {
  name: 'end-user-tokens.issue',
  text: `insert into sessions (token_hash, partner_id, account_id, kind, expires_at)
    values ($1, $2, $3, 'USERS_API', clock_timestamp() + make_interval(days => $4))`,
};
const FIND_USERS_API = {
  name: 'end-user-tokens.find',
  text: `select a.partner_id as "partnerId", a.id as "accountId", a.customer_id as "customerId"
    from sessions s join accounts a on a.partner_id = s.partner_id and a.id = s.account_id and a.enabled
    cross join lateral (${customerForEntrySql('a.partner_id', 'a.customer_id')}) c
    where s.token_hash = $1 and s.kind = 'USERS_API' and s.expires_at > clock_timestamp()
      and c.status not in ('DISABLED', 'ERASED')`,
};

/** The rows of `sessions`: log-ins of the hosted pages, and tokens of the Users API. */
@Injectable()
export class SessionsRepository {
  constructor(private readonly db: Database) {}

  async openPage(tokenHash: Buffer, partnerId: string, accountId: string): Promise<void> {
    await this.db.query(OPEN_PAGE, [tokenHash, partnerId, accountId]);
  }

  async findPage(tokenHash: Buffer): Promise<SessionOwner | undefined> {
    return (await this.db.query<Row>(FIND_PAGE, [tokenHash]))[0];
  }

  async closePage(tokenHash: Buffer): Promise<void> {
    await this.db.query(CLOSE_PAGE, [tokenHash]);
  }

  async openUsersApi(
    tokenHash: Buffer,
    { partnerId, id }: Pick<Account, 'partnerId' | 'id'>,
    days: number,
  ): Promise<void> {
    await this.db.query(OPEN_USERS_API, [tokenHash, partnerId, id, days]);
  }

  /** Not while the customer is disabled or erased. */
  async findUsersApi(tokenHash: Buffer): Promise<SessionOwner | undefined> {
    return (await this.db.query<Row>(FIND_USERS_API, [tokenHash]))[0];
  }
}
