import { Injectable } from '@nestjs/common';
import { livePartnersSql } from '../../partners/index.js';
import { COUNTED_ROWS, DatabaseGauges } from '../../platform/metrics/database-gauges.js';

@Injectable()
export class CheckInGaugesRepository {
  constructor(gauges: DatabaseGauges) {
    gauges.declare({
      room: 'check-in-validation',
      sql: `select count(*) filter (where not probe)::float8 as check_ins_pending,
          count(*) filter (where overdue and not probe)::float8 as check_ins_overdue
        from (select c.probe, c.overdue from (${livePartnersSql}) p cross join lateral (
            select probe, overdue from check_ins where partner_id = p.partner_id and state = 'PENDING'
            order by gym_id, wellhub_id, coalesce(booking_number, '') limit ${COUNTED_ROWS}) c
          limit ${COUNTED_ROWS}) pending`,
      gauges: {
        check_ins_pending: 'Check-ins that are neither validated nor ended',
        check_ins_overdue:
          'Those of them whose time is over without a definite answer of Wellhub: called until the end of the day',
      },
    });
  }
}
