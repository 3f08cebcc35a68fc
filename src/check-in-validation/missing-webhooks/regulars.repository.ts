import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { GymTime } from './expected-people.js';

/** Paid visits of the last four weeks on the weekday, up to two hours before or after the time of day. */
const REGULARS = {
  name: 'missing-webhooks.regulars',
  text: `select distinct c.customer_id as id from check_ins c
      cross join generate_series(1, 4) as week
    where c.partner_id = $1 and c.gym_id = $2 and c.state = 'VALIDATED'
      and c.received_at between $3::timestamptz - make_interval(weeks => week, hours => 2)
        and $4::timestamptz - make_interval(weeks => week) + interval '2 hours'
    limit 500`,
};

/** People who usually come at a time. */
@Injectable()
export class RegularsRepository {
  constructor(private readonly db: Database) {}

  async find({ partnerId, gymId, from, to }: GymTime): Promise<number[]> {
    const values = [partnerId, gymId, from, to];
    return (await this.db.query<{ id: number }>(REGULARS, values)).map(({ id }) => id);
  }
}
