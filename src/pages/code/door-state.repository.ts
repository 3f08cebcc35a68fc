import { Injectable } from '@nestjs/common';
import type { PageSession } from '../../accounts/index.js';
import { entryFactsSql } from '../../check-in-validation/index.js';
import {
  currentContractSql,
  customerForEntrySql,
  restrictedSql,
  WELLHUB_PERSON_SQL,
} from '../../customers/index.js';
import { gymDaysSql } from '../../partners/index.js';
import { Database } from '../../platform/database/database.js';
import { lastPassSql } from '../../visits/index.js';

/** Why the gate would refuse now, as far as that is known before a scan. */
export type EntryAdvice = 'CHECK_IN_FIRST' | 'RESTRICTED' | 'NO_CONTRACT';

/** What the code screen shows beside the code: no more than the gate shows at the door. */
export interface DoorState {
  /** When a door last opened for this person; null before the first visit. */
  readonly openedAt: Date | null;
  readonly way: 'IN' | 'OUT' | null;
  /** Null when the gate would open, and when the gym is not known. */
  readonly advice: EntryAdvice | null;
  /** Every gym where the person may be, where all of them have rules; else null. */
  readonly ruledGymIds: readonly number[] | null;
  /** A phone's clock may be wrong: the page measures a code's life from here. Codes live by the database's clock. */
  readonly serverNow: Date;
}

/** With more gyms than this there is no advice: the screen polls every two seconds. */
const MOST_GYMS = 20;

/** The result of checks 9 and 10 of the gate (`open-api.md` section 5) at each gym where the person may be. */
const PLACES = `
  select d.gym_id, d.has_policy, ${restrictedSql('$1', '$2', 'd.today')} as restricted,
    ${currentContractSql('$1', '$2', 'd.today')} as has_contract,
    facts.best in ('VALIDATED', 'VALIDATABLE') as has_check_in
  from (${gymDaysSql('$1', MOST_GYMS + 1)}) d
  left join lateral ${entryFactsSql({ partner: '$1', customer: '$2', gym: 'd.gym_id', today: 'd.today' })} facts on true`;

const ADVICE = `case
    when count(*) not between 1 and ${MOST_GYMS} then null
    when bool_and(restricted) then 'RESTRICTED'
    when bool_or(has_contract) or bool_or(has_access_passes) then null
    when not bool_or(${WELLHUB_PERSON_SQL}) then 'NO_CONTRACT'
    when not bool_or(has_check_in) then 'CHECK_IN_FIRST' end`;

/** Values: partner, customer. Always one row. */
const DOOR_STATE = {
  name: 'pages.door-state',
  text: `
    select clock_timestamp() as "serverNow", pass.at as "openedAt", pass.direction as way, here.advice,
      here.ruled as "ruledGymIds"
    from (
      select ${ADVICE} as advice,
        case when count(*) <= ${MOST_GYMS} and bool_and(has_policy) then json_agg(gym_id) end as ruled
      from (${PLACES}) places, (${customerForEntrySql('$1', '$2')}) customer) here
    left join lateral (${lastPassSql('$1', '$2')}) pass on true`,
};

@Injectable()
export class DoorStateRepository {
  constructor(private readonly db: Database) {}

  /** One statement, because every open code screen polls it. */
  async find({ partnerId, customerId }: PageSession): Promise<DoorState> {
    const [state] = await this.db.query<DoorState>(DOOR_STATE, [partnerId, customerId]);
    if (!state) throw new Error('the statement always returns a row');
    return state;
  }
}
