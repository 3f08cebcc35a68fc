import { isAnyCountedSql, lockOccupancySql, occupancySql } from '../../visits/index.js';

/** Checks 9c and 9e of `access-rules.md`: who is inside already, and whether there is a free place. */

/** 9c over a row of `standing`: the person enters without having left, and did not just give up to pass. A device for both ways would have let them out. */
export const IS_PASSED_BACK = `coalesce(anti_passback_mode <> 'OFF' and direction = 'IN' and open_source = 'GATE' and not goes_again
    and (anti_passback_scope = 'PARTNER' or open_gym_id = gym_id)
    and (anti_passback_minutes is null
      or open_since > clock_timestamp() - make_interval(mins => anti_passback_minutes)), false)`;

/** Only the form with rules counts: to it goes who comes from a gym where people are counted. */
export const LEAVES_COUNTED_GYM = `(way = 'IN' and open_gym_id <> gym_id or awaited_gym_id is not null)
    and ${isAnyCountedSql('standing.partner_id', [
      `case when standing.way = 'IN' and standing.open_gym_id <> standing.gym_id then standing.open_gym_id end`,
      'standing.awaited_gym_id',
    ])}`;

const COMES_IN = `way = 'IN' and not takes_over and open_gym_id is distinct from gym_id
  and awaited_gym_id is distinct from gym_id`;
const TAKES_PLACE = `${COMES_IN} and ruled_verdict = 'OPEN' and execute`;
const NEEDS_PLACE = `${COMES_IN} and ruled_verdict in ('OPEN', 'VALIDATE', 'PROBE') and coalesce(entry_right <> 'STAFF', true)`;
const FREES_PLACE = `ruled_verdict = 'OPEN' and execute and not takes_over and open_gym_id is not null
  and (way = 'IN' or open_gym_id = gym_id)`;

/** The counters that scans of `ruled` change: what is read there is as committed now. `takers` take a place, in their order. */
export const LOCKED_PLACES = lockOccupancySql(
  `(
    select partner_id, gym_id, no from ruled where ${TAKES_PLACE}
    union all select partner_id, open_gym_id, null from ruled where ${FREES_PLACE}
    union all select partner_id, awaited_gym_id, null from ruled where ruled_verdict = 'OPEN' and execute)`,
  { takers: 'array_agg(s.no order by s.no) filter (where s.no is not null)' },
);

/** As scalars, read only where a place is needed: a join would hand every column on once more. */
const IS_FULL = `coalesce(
      (select l.inside + coalesce(array_position(l.takers, ruled.no), 1) > l.capacity from places l
        where l.partner_id = ruled.partner_id and l.gym_id = ruled.gym_id limit 1),
      case when ruled.capacity_max is not null
        then (select o.inside + 1 > o.capacity from (${occupancySql('ruled.partner_id', 'ruled.gym_id')}) o) end)`;

/**
 * `ruled` with the final `verdict`: the scans of one batch take places one after the other. Who has to wait for Wellhub
 * takes none, and a dry run neither: they look for one.
 */
export const PLACED = `
  select ruled.*, case when ${NEEDS_PLACE} and ${IS_FULL} then 'ACCESS_FULL' else ruled_verdict end as verdict
  from ruled offset 0`;
