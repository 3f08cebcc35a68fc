import { Injectable } from '@nestjs/common';
import { usagePartnersSql } from '../partners/index.js';
import {
  COUNTED_ROWS,
  DatabaseGauges,
  oldestSecondsSql,
} from '../platform/metrics/database-gauges.js';
import { isWaitingSql } from './queue.sql.js';

@Injectable()
export class UsageGaugesRepository {
  constructor(gauges: DatabaseGauges) {
    gauges.declare({
      room: 'usage-events',
      sql: `select count(*)::float8 as usage_events_waiting,
          ${oldestSecondsSql('created_at')} as usage_events_oldest_seconds
        from (select u.created_at from (${usagePartnersSql}) p cross join lateral (
            select created_at from usage_events u where ${isWaitingSql('u', 'p')}
            order by occurred_at, no limit ${COUNTED_ROWS}) u
          where p.token_set_at is not null and p.environment <> 'sandbox' and not p.is_test
          limit ${COUNTED_ROWS}) waiting`,
      gauges: {
        usage_events_waiting:
          'Usage events that Wellhub has not got yet, of partners who report usage',
        usage_events_oldest_seconds: 'Age of the oldest of them; 0 when none waits',
      },
    });
  }
}
