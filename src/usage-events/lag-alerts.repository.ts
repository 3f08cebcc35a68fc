import { Injectable } from '@nestjs/common';
import { usagePartnersSql } from '../partners/index.js';
import { Database } from '../platform/database/database.js';
import type { UnsentUsage } from './lag-rule.js';
import { isWaitingSql } from './queue.sql.js';

export interface SenderLag extends UnsentUsage {
  readonly partnerId: string;
  readonly hasToken: boolean;
  /** Which alerts were open after the last check. */
  readonly lagging: boolean;
  readonly monthEnd: boolean;
}

/** Each partner once a minute, by one replica. In the sandbox nothing is sent, so nothing lags. */
const CLAIM_DUE = {
  name: 'usage-lag.claim-due',
  text: `with due as (
      select partner_id from usage_senders where watched_at <= statement_timestamp() - interval '1 minute'
      order by watched_at limit 200 for update skip locked)
    update usage_senders s set watched_at = clock_timestamp()
    from due t join (${usagePartnersSql}) p on p.partner_id = t.partner_id
      left join lateral (
        select min(u.created_at) as stored_at, min(u.occurred_at) as occurred_at
        from usage_events u where ${isWaitingSql('u', 'p')} and coalesce(p.environment, '') <> 'sandbox' and not p.is_test) q on true
    where s.partner_id = t.partner_id
    returning s.partner_id as "partnerId", s.lagging, s.month_end as "monthEnd",
      p.token_set_at is not null as "hasToken",
      to_char(clock_timestamp() at time zone p.time_zone, 'YYYY-MM-DD') as today,
      to_char(q.occurred_at at time zone p.time_zone, 'YYYY-MM-DD') as "oldestDay",
      coalesce(q.stored_at < clock_timestamp() - interval '1 hour', false) as "waitsOverAnHour"`,
};

const RECORD = {
  name: 'usage-lag.record',
  text: 'update usage_senders set lagging = $2, month_end = $3 where partner_id = $1',
};

/** Which partners have unsent usage, and which alerts are open about it. */
@Injectable()
export class LagAlertsRepository {
  constructor(private readonly db: Database) {}

  claimDue(): Promise<SenderLag[]> {
    return this.db.query<SenderLag & object>(CLAIM_DUE, []);
  }

  async record(partnerId: string, lagging: boolean, monthEnd: boolean): Promise<void> {
    await this.db.query(RECORD, [partnerId, lagging, monthEnd]);
  }
}
