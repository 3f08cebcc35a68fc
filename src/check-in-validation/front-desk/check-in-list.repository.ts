import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { KnownCheckIn } from '../validation/validation-candidates.repository.js';
import { checkInColumns, type CheckIn } from '../check-ins/check-in.js';

export interface CheckInFilter {
  readonly gymId: number;
  readonly state: string | null;
  readonly from: Date | null;
  readonly to: Date | null;
  readonly probes: boolean;
  /** The last id of the page before. */
  readonly before: string | null;
  readonly limit: number;
}

export interface Transition {
  readonly at: Date;
  readonly from: string | null;
  readonly to: string;
  readonly cause: string;
  readonly attempts: number;
  readonly wellhubStatus: number | null;
  readonly wellhubKey: string | null;
}

/** Newest first; ids are ordered by time, so that a page stays where it is under inserts. */
const LIST = {
  name: 'check-in-list.list',
  text: `select ${checkInColumns('c')} from check_ins c
    where c.partner_id = $1 and c.gym_id = $2 and ($3::text is null or c.state = $3)
      and ($4::timestamptz is null or c.received_at >= $4) and ($5::timestamptz is null or c.received_at < $5)
      and ($6 or not c.probe or c.state = 'VALIDATED')
      and ($7::uuid is null or (c.received_at, c.id)
        < ((select b.received_at from check_ins b where b.partner_id = $1 and b.id = $7), $7))
    order by c.received_at desc, c.id desc limit $8`,
};

const FIND = {
  name: 'check-in-list.find',
  text: `select ${checkInColumns('c')}, c.local_day = (clock_timestamp() at time zone $3)::date as "isToday"
    from check_ins c where c.partner_id = $1 and c.id = $2`,
};

const TRAIL = {
  name: 'check-in-list.trail',
  text: `select at, from_state as "from", to_state as "to", cause, attempts, wellhub_status as "wellhubStatus",
      wellhub_key as "wellhubKey"
    from check_in_transitions where partner_id = $1 and check_in_id = $2 order by no`,
};

/** Lists check-ins for the front desk and the administration. */
@Injectable()
export class CheckInListRepository {
  constructor(private readonly db: Database) {}

  list(partnerId: string, filter: CheckInFilter): Promise<CheckIn[]> {
    const { gymId, state, from, to, probes, before, limit } = filter;
    return this.db.query(LIST, [partnerId, gymId, state, from, to, probes, before, limit]);
  }

  async find(partnerId: string, id: string, timeZone: string): Promise<KnownCheckIn | undefined> {
    return (await this.db.query<KnownCheckIn>(FIND, [partnerId, id, timeZone]))[0];
  }

  trail(partnerId: string, id: string): Promise<Transition[]> {
    return this.db.query(TRAIL, [partnerId, id]) as Promise<Transition[]>;
  }
}
