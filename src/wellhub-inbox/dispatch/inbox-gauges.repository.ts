import { Injectable } from '@nestjs/common';
import {
  COUNTED_ROWS,
  DatabaseGauges,
  oldestSecondsSql,
} from '../../platform/metrics/database-gauges.js';

/** What waits in the inbox; `order by` names the index, so that no statistics can lead elsewhere. */
@Injectable()
export class InboxGaugesRepository {
  constructor(gauges: DatabaseGauges) {
    gauges.declare({
      room: 'wellhub-inbox',
      sql: `select count(*)::float8 as wellhub_events_waiting,
          ${oldestSecondsSql('received_at')} as wellhub_events_oldest_seconds
        from (select received_at from wellhub_events where state = 'RECEIVED'
          order by type, next_attempt_at limit ${COUNTED_ROWS}) waiting`,
      gauges: {
        wellhub_events_waiting: 'Webhooks of Wellhub that are stored and not handled yet',
        wellhub_events_oldest_seconds: 'Age of the oldest of them; 0 when none waits',
      },
    });
  }
}
