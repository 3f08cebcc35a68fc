import { Injectable } from '@nestjs/common';
import { Database, type Queries } from '../../platform/database/database.js';

/** What a mailed link may do: set the password of `accountId`, or finish the join of `joinState`. */
export interface MailedToken {
  readonly accountId: string | null;
  readonly email: string;
  readonly emailKey: string;
  /** The caller's own encrypted state, as passed to `issue`. */
  readonly joinState: Buffer | null;
  /** Of the link token that the mail was requested with. */
  readonly jti: string | null;
}

export interface NewMailedToken {
  readonly accountId?: string;
  readonly email: string;
  readonly emailKey: string;
  readonly joinState?: Buffer;
  readonly jti?: string;
}

type Row = MailedToken & Record<string, unknown>;

const COLUMNS = `account_id as "accountId", email, email_key as "emailKey",
  join_state as "joinState", jti`;
/** A token handed to an API key (`line_id` is its lineage) is not a mailed one. */
const LIVE = `partner_id = $1 and token_hash = $2 and line_id is null and used_at is null
  and expires_at > clock_timestamp()`;
const INSERT = {
  name: 'mailed-tokens.insert',
  text: `insert into password_resets
      (partner_id, token_hash, account_id, email, email_key, join_state, jti, expires_at)
    values ($1, $2, $3, $4, $5, $6, $7, clock_timestamp() + make_interval(mins => $8))`,
};
const FIND = {
  name: 'mailed-tokens.find',
  text: `select ${COLUMNS} from password_resets where ${LIVE}`,
};
/** Of parallel callers one changes the row; the others wait for it and then no longer find it live. */
const CONSUME = {
  name: 'mailed-tokens.consume',
  text: `update password_resets set used_at = clock_timestamp() where ${LIVE} returning ${COLUMNS}`,
};
const COUNT_ADDRESSES = {
  name: 'mailed-tokens.count-addresses',
  text: `select count(distinct email_key)::int as addresses from password_resets
    where partner_id = $1 and jti = $2`,
};

/** The rows of `password_resets` that go out by mail. */
@Injectable()
export class MailedTokensRepository {
  constructor(private readonly db: Database) {}

  async insert(
    queries: Queries,
    partnerId: string,
    token: NewMailedToken & { readonly hash: Buffer; readonly minutes: number },
  ): Promise<void> {
    const { hash, accountId = null, email, emailKey, joinState = null, jti = null } = token;
    const values = [partnerId, hash, accountId, email, emailKey, joinState, jti, token.minutes];
    await queries.query(INSERT, values);
  }

  async find(partnerId: string, hash: Buffer): Promise<MailedToken | undefined> {
    return (await this.db.query<Row>(FIND, [partnerId, hash]))[0];
  }

  async consume(
    queries: Queries,
    partnerId: string,
    hash: Buffer,
  ): Promise<MailedToken | undefined> {
    return (await queries.query<Row>(CONSUME, [partnerId, hash]))[0];
  }

  async countAddresses(queries: Queries, partnerId: string, jti: string): Promise<number> {
    const values = [partnerId, jti];
    const [row] = await queries.query<{ addresses: number }>(COUNT_ADDRESSES, values);
    return row?.addresses ?? 0;
  }
}
