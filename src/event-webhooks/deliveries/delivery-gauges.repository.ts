import { Injectable } from '@nestjs/common';
import {
  COUNTED_ROWS,
  DatabaseGauges,
  oldestSecondsSql,
} from '../../platform/metrics/database-gauges.js';

@Injectable()
export class DeliveryGaugesRepository {
  constructor(gauges: DatabaseGauges) {
    gauges.declare({
      room: 'event-webhooks',
      sql: `select count(*)::float8 as deliveries_due,
          ${oldestSecondsSql('next_attempt_at')} as deliveries_oldest_seconds
        from (select next_attempt_at from webhook_deliveries
          where state = 'PENDING' and next_attempt_at <= statement_timestamp()
          order by next_attempt_at limit ${COUNTED_ROWS}) due`,
      gauges: {
        deliveries_due: 'Webhooks to your systems whose time has come and that are not sent yet',
        deliveries_oldest_seconds: 'How long the first of them has been due; 0 when none is',
      },
    });
  }
}
