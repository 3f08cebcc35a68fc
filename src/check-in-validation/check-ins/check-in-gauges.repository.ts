import { Injectable } from '@nestjs/common';
import { isTestPartnerSql } from '../../partners/index.js';
import { COUNTED_ROWS, DatabaseGauges } from '../../platform/metrics/database-gauges.js';

@Injectable()
export class CheckInGaugesRepository {
  constructor(gauges: DatabaseGauges) {
    gauges.declare({
      room: 'check-in-validation',
      sql: `select count(*) filter (where not probe)::float8 as check_ins_pending,
          count(*) filter (where overdue and not probe)::float8 as check_ins_overdue
        from (select probe, overdue from check_ins
          where state = 'PENDING' and not ${isTestPartnerSql('check_ins.partner_id')}
          order by deadline_at limit ${COUNTED_ROWS}) pending`,
      gauges: {
        check_ins_pending: 'Check-ins that are neither validated nor ended',
        check_ins_overdue:
          'Those of them whose time is over without a definite answer of Wellhub: called until the end of the day',
      },
    });
  }
}
