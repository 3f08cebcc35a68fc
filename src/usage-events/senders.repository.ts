import { Injectable } from '@nestjs/common';
import { usagePartnersSql } from '../partners/index.js';
import { Database } from '../platform/database/database.js';
import { isWaitingSql } from './queue.sql.js';
import { keepInWipes } from '../platform/database/partner-wipe.js';

keepInWipes('usage_senders');

/** The right to send for one partner: no other replica does until it ends. */
export interface SenderLease {
  readonly partnerId: string;
  /** Names this very sender; one that was taken over may call no more. */
  readonly fence: number;
  /** Failed tries in a row before this one. */
  readonly attempts: number;
  readonly wasRefused: boolean;
}

/** When to try again after a try that failed. */
export interface Pause {
  /** The next try, unless something brings it forward. */
  readonly seconds: number;
  /** Nothing brings it forward before that. */
  readonly atLeastSeconds: number;
  /** The token that Wellhub refused, by when it was set; a newer one is tried at once. */
  readonly refusedTokenSetAt: Date | null;
}

const SENDERS = `usage_senders s join (${usagePartnersSql}) p on p.partner_id = s.partner_id`;
const MAY_SEND = `(s.next_attempt_at <= statement_timestamp() or s.refused_token_set_at <> p.token_set_at)
  and (s.leased_until is null or s.leased_until <= clock_timestamp())
  and p.token_set_at is not null and p.environment <> 'sandbox'`;

/** Since when the oldest event waits that may be sent. */
export const UNSENT_SINCE_SQL = `select min(greatest(s.next_attempt_at, u.created_at)) from ${SENDERS}
    cross join lateral (
      select created_at from usage_events u where ${isWaitingSql('u', 'p')} order by occurred_at, no limit 1) u
    where ${MAY_SEND}`;

const LEASE = {
  name: 'usage-senders.lease',
  text: `with due as (
      select s.partner_id from ${SENDERS}
      where ${MAY_SEND}
        and exists (select from usage_events u where ${isWaitingSql('u', 'p')})
      order by s.next_attempt_at limit $1 for update of s skip locked)
    update usage_senders s set fence = s.fence + 1, leased_until = clock_timestamp() + interval '60 seconds'
    from due d where d.partner_id = s.partner_id
    returning s.partner_id as "partnerId", s.fence, s.attempts, s.refused_token_set_at is not null as "wasRefused"`,
};

/** Before every call, so that a call ends before its lease does. */
const RENEW = {
  name: 'usage-senders.renew',
  text: `update usage_senders set leased_until = clock_timestamp() + interval '60 seconds'
    where partner_id = $1 and fence = $2 and leased_until > clock_timestamp() returning 1`,
};

const PROGRESS = {
  name: 'usage-senders.progress',
  text: `update usage_senders set attempts = 0, refused_token_set_at = null
    where partner_id = $1 and fence = $2 and (attempts > 0 or refused_token_set_at is not null)`,
};

/** The lag may have ended, so it is checked at once. */
const RELEASE = {
  name: 'usage-senders.release',
  text: `update usage_senders set leased_until = null, next_attempt_at = clock_timestamp(),
      watched_at = case when lagging or month_end then '-infinity' else watched_at end
    where partner_id = $1 and fence = $2`,
};

const PAUSE = {
  name: 'usage-senders.pause',
  text: `update usage_senders set leased_until = null, attempts = attempts + 1,
      next_attempt_at = clock_timestamp() + make_interval(secs => $3::float8),
      not_before = clock_timestamp() + make_interval(secs => $4::float8), refused_token_set_at = $5
    where partner_id = $1 and fence = $2`,
};

/** Which replica sends for which partner, and when the next sending is due. */
@Injectable()
export class SendersRepository {
  constructor(private readonly db: Database) {}

  lease(limit: number): Promise<SenderLease[]> {
    return this.db.query<SenderLease & object>(LEASE, [limit]);
  }

  /** @returns false when the lease was lost */
  async renew({ partnerId, fence }: SenderLease): Promise<boolean> {
    return (await this.db.query(RENEW, [partnerId, fence])).length > 0;
  }

  /** Wellhub answered: earlier failures no longer count. */
  async progress({ partnerId, fence }: SenderLease): Promise<void> {
    await this.db.query(PROGRESS, [partnerId, fence]);
  }

  async release({ partnerId, fence }: SenderLease): Promise<void> {
    await this.db.query(RELEASE, [partnerId, fence]);
  }

  async pause({ partnerId, fence }: SenderLease, pause: Pause): Promise<void> {
    const { seconds, atLeastSeconds, refusedTokenSetAt } = pause;
    await this.db.query(PAUSE, [partnerId, fence, seconds, atLeastSeconds, refusedTokenSetAt]);
  }
}
