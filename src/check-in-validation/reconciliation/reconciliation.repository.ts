import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { Period } from './portal-report.js';
import type { ValidatedCheckIn } from './reconcile.js';

/** An event is at most a day older than its receipt, and zones differ by 14 hours: what the index can skip. */
const VALIDATED = {
  name: 'reconciliation.validated',
  text: `select id, case when wellhub_id ~ '^[0-9]+$' then wellhub_id end as "wellhubId", local_day as "localDay",
      (coalesce(validated_at, event_at) at time zone $5)::date as "validatedDay",
      coalesce(validated_at, event_at) as "validatedAt", booking_number as "bookingNumber",
      already_validated as "alreadyValidated", customer_id as "customerId",
      (extract(epoch from coalesce(validated_at, event_at)) * 1000000)::bigint as micros
    from check_ins
    where partner_id = $1 and gym_id = $2 and state = 'VALIDATED' and local_day between $3 and $4
      and received_at between $3::date - interval '2 days' and $4::date + interval '4 days'
    order by local_day, received_at, id`,
};

/** What Wellhub should pay for. */
@Injectable()
export class ReconciliationRepository {
  constructor(private readonly db: Database) {}

  /** The validated check-ins of a gym's days, oldest first. */
  validated(
    partnerId: string,
    gymId: number,
    { from, to, timeZone }: Period,
  ): Promise<ValidatedCheckIn[]> {
    return this.db.query<ValidatedCheckIn>(VALIDATED, [partnerId, gymId, from, to, timeZone]);
  }
}
