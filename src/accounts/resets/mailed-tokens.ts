import { Injectable } from '@nestjs/common';
import { emailAddress } from '../../platform/values/email-address.js';
import { Settings } from '../../platform/config/settings.js';
import { randomToken, sha256 } from '../../platform/crypto/hashing.js';
import { Database, type Queries } from '../../platform/database/database.js';

/** What a mailed link may do: set the password of `accountId`, or finish the join of `joinState`. */
export interface MailedToken {
  readonly accountId: string | null;
  readonly email: string;
  readonly emailKey: string;
  /** As given to `issue`: the caller's own sealed state. */
  readonly joinState: Buffer | null;
  /** Of the link token that the mail was asked with. */
  readonly jti: string | null;
}

export interface NewMailedToken {
  readonly accountId?: string;
  readonly email: string;
  readonly emailKey: string;
  readonly joinState?: Buffer;
  readonly jti?: string;
}

const COLUMNS = `account_id as "accountId", email, email_key as "emailKey",
  join_state as "joinState", jti`;
/** A token handed to an API caller (`line_id`) is not a mailed one. */
const LIVE = `partner_id = $1 and token_hash = $2 and line_id is null and used_at is null
  and expires_at > clock_timestamp()`;

const ISSUE = {
  name: 'mailed-tokens.issue',
  text: `insert into password_resets
      (partner_id, token_hash, account_id, email, email_key, join_state, jti, expires_at)
    values ($1, $2, $3, $4, $5, $6, $7, clock_timestamp() + make_interval(mins => $8))`,
};
const PEEK = {
  name: 'mailed-tokens.peek',
  text: `select ${COLUMNS} from password_resets where ${LIVE}`,
};
/** Of parallel callers one changes the row; the others wait for it and then no longer find it live. */
const CONSUME = {
  name: 'mailed-tokens.consume',
  text: `update password_resets set used_at = clock_timestamp() where ${LIVE} returning ${COLUMNS}`,
};
const ADDRESSES = {
  name: 'mailed-tokens.addresses',
  text: `select count(distinct email_key)::int as addresses from password_resets
    where partner_id = $1 and jti = $2`,
};

/** Owns password_resets: single-use tokens that prove, by mail, that an address is the person's. */
@Injectable()
export class MailedTokens {
  constructor(
    private readonly db: Database,
    private readonly settings: Settings,
  ) {}

  /** @returns the clear token, for the mailed link; only its hash is stored */
  async issue(queries: Queries, partnerId: string, token: NewMailedToken): Promise<string> {
    const clear = randomToken();
    const { accountId = null, email, emailKey, joinState = null, jti = null } = token;
    const minutes = this.settings.resetTokenMinutes;
    const values = [sha256(clear), accountId, email, emailKey, joinState, jti, minutes];
    await queries.query(ISSUE, [partnerId, ...values]);
    return clear;
  }

  /** The token while it is valid and unused; nothing happens to it. */
  async peek(partnerId: string, clear: string): Promise<MailedToken | undefined> {
    return withKey((await this.db.query<MailedToken>(PEEK, [partnerId, sha256(clear)]))[0]);
  }

  /** Uses the token up. Exactly one of parallel callers gets it. */
  async consume(
    queries: Queries,
    partnerId: string,
    clear: string,
  ): Promise<MailedToken | undefined> {
    return withKey((await queries.query<MailedToken>(CONSUME, [partnerId, sha256(clear)]))[0]);
  }

  /** How many different addresses were mailed for one link token. */
  async addressesFor(queries: Queries, partnerId: string, jti: string): Promise<number> {
    const [row] = await queries.query<{ addresses: number }>(ADDRESSES, [partnerId, jti]);
    return row?.addresses ?? 0;
  }
}

/** One that an older version stored has another form of the key. */
const withKey = (token: MailedToken | undefined): MailedToken | undefined =>
  token && { ...token, emailKey: emailAddress(token.email)?.key ?? token.emailKey };
