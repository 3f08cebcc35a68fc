import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { KnownCheckIn } from '../validation/validation-candidates.repository.js';
import { checkInColumns, type CheckIn } from '../check-ins/check-in.js';

/** What a check-in means for the money; AT_RISK: it waits, and half of its time has passed. */
export const CHECK_IN_RESULTS = ['PAID', 'WAITING', 'AT_RISK', 'LOST'] as const;
export type CheckInResult = (typeof CHECK_IN_RESULTS)[number];

export interface CheckInFilter {
  readonly gymId: number;
  readonly state: string | null;
  /** At the gym. */
  readonly day: string | null;
  readonly result: CheckInResult | null;
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
      and ($9::date is null or c.local_day = $9
        and c.received_at between $9 - interval '2 days' and $9 + interval '4 days')
      and ($10::text is null or $10 = case c.state when 'VALIDATED' then 'PAID'
        when 'PENDING' then case when c.deadline_step > 0 or c.overdue then 'AT_RISK' else 'WAITING' end
        else 'LOST' end)
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
    const { gymId, state, from, to, probes, before, limit, day, result } = filter;
    const values = [partnerId, gymId, state, from, to, probes, before, limit, day, result];
    return this.db.query(LIST, values);
  }

  async find(partnerId: string, id: string, timeZone: string): Promise<KnownCheckIn | undefined> {
    return (await this.db.query<KnownCheckIn>(FIND, [partnerId, id, timeZone]))[0];
  }

  trail(partnerId: string, id: string): Promise<Transition[]> {
    return this.db.query(TRAIL, [partnerId, id]) as Promise<Transition[]>;
  }
}
