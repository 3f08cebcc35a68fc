import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Settings } from '../../platform/config/settings.js';
import { sha256 } from '../../platform/crypto/hashing.js';
import { isUuid } from '../../platform/crypto/uuid.js';
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

/** Whose key a token was handed to; absent for our page, which takes mailed ones only. */
export type KeyLineage = string | undefined;

const LIVE = `r.used_at is null and r.expires_at > clock_timestamp()`;
const USABLE = `r.partner_id = $1 and r.token_hash = $2 and r.join_state is null
  and (r.line_id is null or r.line_id = $3) and ${LIVE}`;

const MAKE = {
  name: 'reset-tokens.make',
  text: `insert into password_resets
      (partner_id, token_hash, account_id, line_id, email, email_key, expires_at)
    values ($1, $2, $3, $4, $5, $6, clock_timestamp() + make_interval(mins => $7))`,
};
/** Whoever changes tokens of an account holds its row, so that the last one made is the last one alive. */
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
const PEEK = {
  name: 'reset-tokens.peek',
  text: `select a.id as "accountId", a.customer_id as "customerId", a.email, a.email_key as "emailKey",
      r.line_id is null as mailed
    from password_resets r join accounts a on a.partner_id = r.partner_id and a.id = r.account_id
    where ${USABLE}`,
};
const USE = {
  name: 'reset-tokens.use',
  text: `update password_resets r set used_at = clock_timestamp() where ${USABLE} returning r.account_id`,
};

/**
 * Single-use UUIDs, stored hashed, that set the password of an account (users-api.md 3, "reset token"): handed to
 * the keys of one line, or mailed, and then good for every line and our page.
 */
@Injectable()
export class ResetTokens {
  constructor(
    private readonly db: Database,
    private readonly settings: Settings,
  ) {}

  /** Earlier tokens live on until `endEarlier`. @param line null for one that goes out by mail */
  async make(queries: Queries, account: Account, line: string | null): Promise<string> {
    const { partnerId, id, email, emailKey } = account;
    const clear = randomUUID();
    const minutes = this.settings.resetTokenMinutes;
    await queries.query(MAKE, [partnerId, hashOf(clear), id, line, email, emailKey, minutes]);
    return clear;
  }

  /** Makes one for the keys of a line and ends every earlier one. The caller holds the account's row. */
  async issueForKey(queries: Queries, account: Account, line: string): Promise<string> {
    const clear = await this.make(queries, account, line);
    await this.endEarlier(queries, account.partnerId, hashOf(clear));
    return clear;
  }

  /** Waits for everybody else who changes tokens of the same account, until the caller's commit. */
  async lockOwner(queries: Queries, partnerId: string, token: string | Buffer): Promise<void> {
    const hash = typeof token === 'string' ? hashOf(token) : token;
    await queries.query(LOCK_OWNER, [partnerId, hash]);
  }

  async endEarlier(queries: Queries, partnerId: string, hash: Buffer): Promise<void> {
    await queries.query(END_EARLIER, [partnerId, hash]);
  }

  async end(queries: Queries, partnerId: string, hash: Buffer): Promise<void> {
    await queries.query(END, [partnerId, hash]);
  }

  /** The token while this line may use it; nothing happens to it. */
  async peek(partnerId: string, clear: string, line: KeyLineage): Promise<ResetToken | undefined> {
    const values = [partnerId, hashOf(clear), line ?? null];
    return (await this.db.query<ResetToken & Record<string, unknown>>(PEEK, values))[0];
  }

  /** Exactly one of parallel callers gets true. */
  async use(
    queries: Queries,
    partnerId: string,
    clear: string,
    line: KeyLineage,
  ): Promise<boolean> {
    const used = await queries.query(USE, [partnerId, hashOf(clear), line ?? null]);
    return used.length === 1;
  }
}

/** A UUID means the same in any case; anything else is no token of ours, or one of an older kind. */
export const hashOf = (clear: string): Buffer =>
  sha256(isUuid(clear) ? clear.toLowerCase() : clear);
