import { Injectable } from '@nestjs/common';
import { Database, type Queries } from '../platform/database/database.js';
import { Sweeps } from '../platform/database/sweeps.js';

export type MailState = 'QUEUED' | 'SENT' | 'CAUGHT' | 'FAILED';

export interface NewMail {
  readonly id: string;
  readonly recipientHash: Buffer;
  readonly encryptedBody: Buffer;
  readonly state: MailState;
  /** Of the token in it, when it sets a password. */
  readonly resetTokenHash: Buffer | null;
  /** The network of a person, or the lineage of an API key, that caused it. */
  readonly requester: string;
  /** True: claimed by the caller that adds it. */
  readonly claimed: boolean;
}

/** Mails of one kind to one address that one requester causes. */
export interface RecentMailsQuery {
  /** Under every key that may have hashed it. */
  readonly recipientHashes: readonly Buffer[];
  readonly isReset: boolean;
  readonly requester: string;
}

/** How many mails there were in the last hour: caused by the requester, and in all. */
export interface RecentMailCounts {
  readonly own: number;
  readonly all: number;
}

/** A mail that one worker has claimed. `attempts` is its fence: a later claim has a higher one. */
export interface ClaimedMail {
  readonly partnerId: string;
  readonly id: string;
  readonly encryptedBody: Buffer;
  readonly attempts: number;
  readonly resetTokenHash: Buffer | null;
}

type Row = ClaimedMail & Record<string, unknown>;

export interface StoredMail {
  readonly partnerId: string;
  readonly id: string;
  readonly encryptedBody: Buffer;
  readonly createdAt: Date;
}

/** Longer than any send may take, so that a mail has one worker at a time. */
export const LEASE_SECONDS = 90;
const KEPT = '7 days';

const CLAIMED = `partner_id as "partnerId", id, sealed as "encryptedBody", attempts, reset_token_hash as "resetTokenHash"`;

const LOCK_RECIPIENT = {
  name: 'mails.lock-recipient',
  text: `select pg_advisory_xact_lock(lock) from (select hashtextextended(encode(hash, 'hex'), 7) as lock
    from unnest($1::bytea[]) hash order by 1) locks`,
};
const COUNT_RECENT = {
  name: 'mails.count-recent',
  text: `select count(*)::int as all, count(*) filter (where asked_by = $4)::int as own from mails
    where partner_id = $1 and recipient_hash = any($2::bytea[]) and (reset_token_hash is not null) = $3 and created_at > clock_timestamp() - interval '1 hour'`,
};
const COUNT_OF = {
  name: 'mails.count-of',
  text: `select count(*)::int as count from mails
    where partner_id = $1 and asked_by = $2 and created_at > clock_timestamp() - interval '1 hour'`,
};
const INSERT = {
  name: 'mails.insert',
  text: `insert into mails (partner_id, id, recipient_hash, sealed, state, reset_token_hash, asked_by, attempts, next_attempt_at)
    select $1, $2, $3, $4, $5, $6, $8, claimed::int,
      clock_timestamp() + claimed::int * interval '${LEASE_SECONDS} seconds'
    from (select $7::boolean as claimed) added
    returning ${CLAIMED}`,
};
const CLAIM = {
  name: 'mails.claim',
  text: `update mails m set attempts = attempts + 1,
      next_attempt_at = clock_timestamp() + interval '${LEASE_SECONDS} seconds'
    from (
      select partner_id, id from mails where state = 'QUEUED' and next_attempt_at <= statement_timestamp()
      order by next_attempt_at limit $1 for update skip locked
    ) due
    where m.partner_id = due.partner_id and m.id = due.id
    returning m.partner_id as "partnerId", m.id, m.sealed as "encryptedBody", m.attempts,
      m.reset_token_hash as "resetTokenHash"`,
};
/** Since when the oldest mail is due. */
export const MAIL_DUE_SINCE_SQL = `select next_attempt_at from mails
    where state = 'QUEUED' and next_attempt_at <= statement_timestamp() order by next_attempt_at limit 1`;
const OWN = `partner_id = $1 and id = $2 and state = 'QUEUED' and attempts = $3`;
const SETTLE = {
  name: 'mails.settle',
  text: `update mails set state = $4::text,
      sent_at = case when $4::text = 'SENT' then clock_timestamp() end where ${OWN} returning id`,
};
const RETRY = {
  name: 'mails.retry',
  text: `update mails set next_attempt_at = clock_timestamp() + make_interval(secs => $4) where ${OWN}`,
};
const CAUGHT = {
  name: 'mails.caught',
  text: `select partner_id as "partnerId", id, sealed as "encryptedBody", created_at as "createdAt" from mails
    where state = 'CAUGHT' order by created_at desc, id desc limit $1`,
};
const ERASE = {
  name: 'mails.erase',
  text: 'delete from mails where partner_id = $1 and recipient_hash = any($2)',
};
/** The rows of `mails`: everything personal in them is encrypted, or hashed with a key. */
@Injectable()
export class MailsRepository {
  constructor(
    private readonly db: Database,
    sweeps: Sweeps,
  ) {
    sweeps.declare({
      data: { data: 'mails', countedFrom: 'CREATED' },
      table: 'mails',
      column: 'created_at',
      keep: KEPT,
    });
  }

  /**
   * Counts under a lock on the recipient, so that no other transaction adds a mail for them before the caller's commit.
   * @param query isReset: true for mails that reset a password, false for all others
   */
  async countRecent(
    queries: Queries,
    partnerId: string,
    { recipientHashes, isReset, requester }: RecentMailsQuery,
  ): Promise<RecentMailCounts> {
    await queries.query(LOCK_RECIPIENT, [recipientHashes]);
    const values = [partnerId, recipientHashes, isReset, requester];
    const [row] = await queries.query<RecentMailCounts & Record<string, unknown>>(
      COUNT_RECENT,
      values,
    );
    return row ?? { own: 0, all: 0 };
  }

  async countOf(queries: Queries, partnerId: string, requester: string): Promise<number> {
    const [row] = await queries.query<{ count: number }>(COUNT_OF, [partnerId, requester]);
    return row?.count ?? 0;
  }

  async insert(queries: Queries, partnerId: string, mail: NewMail): Promise<ClaimedMail> {
    const { id, recipientHash, encryptedBody, state, resetTokenHash, claimed, requester } = mail;
    const values = [
      partnerId,
      id,
      recipientHash,
      encryptedBody,
      state,
      resetTokenHash,
      claimed,
      requester,
    ];
    const [row] = await queries.query<Row>(INSERT, values);
    if (!row) throw new Error('the new mail was not returned');
    return row;
  }

  claim(most: number): Promise<ClaimedMail[]> {
    return this.db.query<Row>(CLAIM, [most]);
  }

  /** @returns false when another worker has claimed it since */
  async settle(mail: ClaimedMail, state: MailState, queries: Queries = this.db): Promise<boolean> {
    const values = [mail.partnerId, mail.id, mail.attempts, state];
    return (await queries.query(SETTLE, values)).length === 1;
  }

  async retry(mail: ClaimedMail, afterSeconds: number): Promise<void> {
    await this.db.query(RETRY, [mail.partnerId, mail.id, mail.attempts, afterSeconds]);
  }

  caught(most: number): Promise<StoredMail[]> {
    return this.db.query<StoredMail>(CAUGHT, [most]);
  }

  async erase(queries: Queries, partnerId: string, recipients: readonly Buffer[]): Promise<void> {
    await queries.query(ERASE, [partnerId, recipients]);
  }
}
