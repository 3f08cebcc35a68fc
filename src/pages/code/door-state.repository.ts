import { entryFactsSql } from '../../check-in-validation/index.js';
import {
  currentContractSql,
  customerForEntrySql,
  restrictedSql,
  WELLHUB_PERSON_SQL,
} from '../../customers/index.js';
import { gymDaysSql } from '../../partners/index.js';
import { lastPassSql } from '../../visits/index.js';

/** Why the gate would say no right now, as far as it is known beforehand. */
export type EntryAdvice = 'CHECK_IN_FIRST' | 'RESTRICTED' | 'NO_CONTRACT';

/** What the code screen learns beside the code: no more than the person at the door sees anyway. */
export interface DoorState {
  /** When a door last opened for this person; null for somebody who never came. */
  readonly openedAt: Date | null;
  readonly way: 'IN' | 'OUT' | null;
  /** Null when the gate would open, and when nobody can say at which gym they stand. */
  readonly advice: EntryAdvice | null;
}

/** With more gyms than this the gate alone says why it refuses: the screen asks every two seconds. */
const MOST_GYMS = 20;

/** What checks 9 and 10 of the gate (`open-api.md` section 5) would say at each gym where the person may stand. */
const PLACES = `
  select d.gym_id, ${restrictedSql('$1', '$2', 'd.today')} as restricted,
    ${currentContractSql('$1', '$2', 'd.today')} as has_contract,
    facts.best in ('VALIDATED', 'ASKABLE') as has_check_in
  from (${gymDaysSql('$1', MOST_GYMS + 1)}) d
  left join lateral ${entryFactsSql('$1', '$2', 'd.gym_id', 'd.today')} facts on true`;

/** Values: partner, customer. One row, always. */
export const DOOR_STATE = {
  name: 'pages.door-state',
  text: `
    select clock_timestamp() as "serverNow", pass.at as "openedAt", pass.direction as way, (
      select case
        when count(*) not between 1 and ${MOST_GYMS} then null
        when bool_and(restricted) then 'RESTRICTED'
        when bool_or(has_contract) then null
        when not bool_or(${WELLHUB_PERSON_SQL}) then 'NO_CONTRACT'
        when not bool_or(has_check_in) then 'CHECK_IN_FIRST' end
      from (${PLACES}) places, (${customerForEntrySql('$1', '$2')}) customer) as advice
    from (select) one left join lateral (${lastPassSql('$1', '$2')}) pass on true`,
};
