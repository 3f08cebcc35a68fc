import { Injectable } from '@nestjs/common';
import { Database, type Queries } from '../../platform/database/database.js';
import type { Account } from '../accounts/accounts.repository.js';

/** A token that may set the password of an account. */
export interface ResetToken {
  readonly accountId: string;
  readonly customerId: number;
  readonly email: string;
  readonly emailKey: string;
  /** It went out by mail, so using it proves the address. */
  readonly mailed: boolean;
}

export interface NewResetToken {
  readonly hash: Buffer;
  /** Null for one that goes out by mail. */
  readonly lineage: string | null;
  readonly minutes: number;
}

/** `lineage` is of the calling API key; null for our page, which takes mailed tokens only. */
export interface PresentedToken {
  readonly partnerId: string;
  readonly hash: Buffer;
  readonly lineage: string | null;
}

const LIVE = `r.used_at is null and r.expires_at > clock_timestamp()`;
const USABLE = `r.partner_id = $1 and r.token_hash = $2 and r.join_state is null
  and (r.line_id is null or r.line_id = $3) and ${LIVE}`;
const INSERT = {
  name: 'reset-tokens.insert',
  text: `insert into password_resets
      (partner_id, token_hash, account_id, line_id, email, email_key, expires_at)
    values ($1, $2, $3, $4, $5, $6, clock_timestamp() + make_interval(mins => $7))`,
};
/** A transaction that changes tokens of an account holds its row, so that the last one made is the last one alive. */
const LOCK_OWNER = {
  name: 'reset-tokens.lock-owner',
  text: `select a.id from accounts a
    where a.partner_id = $1 and a.id =
      (select r.account_id from password_resets r where r.partner_id = $1 and r.token_hash = $2)
    for no key update`,
};
const END_EARLIER = {
  name: 'reset-tokens.end-earlier',
  text: `update password_resets r set expires_at = clock_timestamp() from password_resets latest
    where latest.partner_id = $1 and latest.token_hash = $2
      and r.partner_id = latest.partner_id and r.account_id = latest.account_id
      and r.created_at < latest.created_at and ${LIVE}`,
};
const END = {
  name: 'reset-tokens.end',
  text: `update password_resets r set expires_at = clock_timestamp()
    where r.partner_id = $1 and r.token_hash = $2 and ${LIVE}`,
};
const FIND = {
  name: 'reset-tokens.find',
  text: `select a.id as "accountId", a.customer_id as "customerId", a.email, a.email_key as "emailKey",
      r.line_id is null as mailed
    from password_resets r join accounts a on a.partner_id = r.partner_id and a.id = r.account_id
    where ${USABLE}`,
};
const USE = {
  name: 'reset-tokens.use',
  text: `update password_resets r set used_at = clock_timestamp() where ${USABLE} returning r.account_id`,
};

/** The rows of `password_resets` that belong to an account. */
@Injectable()
export class ResetTokensRepository {
  constructor(private readonly db: Database) {}

  async insert(queries: Queries, account: Account, token: NewResetToken): Promise<void> {
    const { partnerId, id, email, emailKey } = account;
    const { hash, lineage, minutes } = token;
    await queries.query(INSERT, [partnerId, hash, id, lineage, email, emailKey, minutes]);
  }

  async lockOwner(queries: Queries, partnerId: string, hash: Buffer): Promise<void> {
    await queries.query(LOCK_OWNER, [partnerId, hash]);
  }

  async endEarlier(queries: Queries, partnerId: string, hash: Buffer): Promise<void> {
    await queries.query(END_EARLIER, [partnerId, hash]);
  }

  async end(queries: Queries, partnerId: string, hash: Buffer): Promise<void> {
    await queries.query(END, [partnerId, hash]);
  }

  async find({ partnerId, hash, lineage }: PresentedToken): Promise<ResetToken | undefined> {
    type Row = ResetToken & Record<string, unknown>;
    return (await this.db.query<Row>(FIND, [partnerId, hash, lineage]))[0];
  }

  /** Exactly one of parallel callers gets true. */
  async use(queries: Queries, { partnerId, hash, lineage }: PresentedToken): Promise<boolean> {
    return (await queries.query(USE, [partnerId, hash, lineage])).length === 1;
  }
}
