import { Injectable } from '@nestjs/common';
import {
  COUNTED_ROWS,
  DatabaseGauges,
  oldestSecondsSql,
} from '../platform/metrics/database-gauges.js';

@Injectable()
export class MailGaugesRepository {
  constructor(gauges: DatabaseGauges) {
    gauges.declare({
      room: 'mail',
      sql: `select count(*)::float8 as mails_waiting, ${oldestSecondsSql('created_at')} as mails_oldest_seconds
        from (select created_at from mails where state = 'QUEUED'
          order by next_attempt_at limit ${COUNTED_ROWS}) waiting`,
      gauges: {
        mails_waiting: 'Mails that are not sent yet',
        mails_oldest_seconds: 'Age of the oldest of them; 0 when none waits',
      },
    });
  }
}
