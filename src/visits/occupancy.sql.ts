import { isWipedSinceSql } from '../partners/index.js';
import { groupColumns, groupNames, type GroupColumns } from './presence.sql.js';

/**
 * How many people are inside a gym with a capacity: one row for each such gym, none for others, so that those wait for
 * no lock. Whatever opens or ends visits moves it in the same transaction, after it has locked the rows of presence.
 */

/**
 * `partner_id`, `gym_id`, `inside`, `capacity` as committed now, of the gyms of `source (partner_id, gym_id)`; locked in gym order.
 * @param more columns about the rows of `source` that are of one gym
 */
export const lockOccupancySql = (source: string, more: GroupColumns = {}): string => `
  select o.partner_id, o.gym_id, o.inside, o.capacity${groupNames(more)} from (
    select s.partner_id, s.gym_id${groupColumns(more)} from ${source} s where s.gym_id is not null
    group by s.partner_id, s.gym_id order by s.gym_id
  ) wanted cross join lateral (
    select v.* from gym_occupancy v
    where v.partner_id = wanted.partner_id and v.gym_id = wanted.gym_id for update
  ) o`;

/** How many people are inside a gym with a capacity, as a scalar; null for any other. */
export const peopleInsideSql = (partner: string, gym: string): string =>
  `(select o.inside from gym_occupancy o where o.partner_id = ${partner} and o.gym_id = ${gym})`;

/** `source (partner_id, gym_id, people)`: how many more are inside, or fewer. Locks in gym order. */
export const moveOccupancySql = (source: string): string => `
  update gym_occupancy o set inside = greatest(0, l.inside + (
    select sum(s.people) from ${source} s where s.partner_id = l.partner_id and s.gym_id = l.gym_id)::int)
  from (${lockOccupancySql(source)}) l
  where o.partner_id = l.partner_id and o.gym_id = l.gym_id`;

/** The same for gyms whose rows this statement has locked before: it changes the newest of them. */
export const moveLockedOccupancySql = (source: string): string => `
  update gym_occupancy o set inside = greatest(0, o.inside + s.people)
  from (select m.partner_id, m.gym_id, sum(m.people)::int as people from ${source} m group by 1, 2
    having sum(m.people) <> 0) s
  where o.partner_id = s.partner_id and o.gym_id = s.gym_id`;

/** The same columns without a lock: one row, or none for a gym without a capacity. */
export const occupancySql = (partner: string, gym: string): string => `
  select o.inside, o.capacity from gym_occupancy o where o.partner_id = ${partner} and o.gym_id = ${gym} limit 1`;

/** True when one of the gyms has a capacity. */
export const isAnyCountedSql = (partner: string, gyms: readonly string[]): string => `
  exists (select from gym_occupancy o where o.partner_id = ${partner} and o.gym_id in (${gyms.join(', ')}))`;

/** True when the gym is full without this person. */
export const isFullForSql = (partner: string, gym: string, customer: string): string => `
  exists (select from gym_occupancy o where o.partner_id = ${partner} and o.gym_id = ${gym}
    and o.inside - (exists (select from presence v where v.partner_id = ${partner} and v.customer_id = ${customer}
      and (v.visit_gym_id = ${gym} or v.awaited_gym_id = ${gym})))::int >= o.capacity)`;

const OPEN_AFTER = `(case s.action when 'ENTER' then s.gym_id when 'LEAVE' then null else s.open_gym_id end)`;
const AWAITED_AFTER = `(case when s.action = 'WAIT' and s.way = 'IN' then s.gym_id end)`;
const changeSql = (source: string, gym: string, people: number): string =>
  `select s.partner_id, ${gym} as gym_id, ${people} as people from ${source} s where ${gym} is not null`;

/**
 * How the scans in `source` change the numbers of people inside: a person has one place at the gym of their open visit
 * and one where a door is open for them (`placeChanges`). Columns: partner_id, action, way, gym_id; open_gym_id and awaited_gym_id as
 * they were.
 */
export const placeChangesSql = (source: string): string =>
  [
    changeSql(source, OPEN_AFTER, 1),
    `${changeSql(source, AWAITED_AFTER, 1)} and ${AWAITED_AFTER} is distinct from ${OPEN_AFTER}`,
    changeSql(source, 's.open_gym_id', -1),
    `${changeSql(source, 's.awaited_gym_id', -1)} and s.awaited_gym_id is distinct from s.open_gym_id`,
  ].join(' union all ');

export const MOVE = {
  name: 'occupancy.move',
  text: `with changes as materialized (
      select $1::uuid as partner_id, c.gym_id, c.people from unnest($2::bigint[], $3::int[]) c (gym_id, people))
    ${moveOccupancySql('changes')}`,
};

/** Open visits, and people for whom a door is open whose visit begins when they have passed. */
const openVisits = (partner: string, gym: string) => `(
  (select count(*)::int from visits v where v.partner_id = ${partner} and v.gym_id = ${gym} and v.left_at is null)
  + (select count(*)::int from presence a where a.partner_id = ${partner} and a.awaited_gym_id = ${gym}
      and a.visit_gym_id is distinct from ${gym}))`;

/**
 * An entry that began before the row was there has not moved it, so it is counted again when those are over. What was
 * known of a gym that had a capacity stays.
 */
export const SET_CAPACITY = {
  name: 'occupancy.set-capacity',
  text: `insert into gym_occupancy (partner_id, gym_id, inside, capacity, warn_at_percent, recount_at)
    values ($1, $2, ${openVisits('$1', '$2')}, $3, $4, clock_timestamp() + interval '5 seconds')
    on conflict (partner_id, gym_id) do update
      set capacity = excluded.capacity, warn_at_percent = excluded.warn_at_percent`,
};
export const REMOVE_CAPACITY = {
  name: 'occupancy.remove-capacity',
  text: 'delete from gym_occupancy where partner_id = $1 and gym_id = $2',
};

const IS_WIPED = isWipedSinceSql('gym_occupancy.partner_id', 'gym_occupancy.counted_at');
const IS_DUE = `(recount_at <= statement_timestamp() or ${IS_WIPED})`;

export const DUE = {
  name: 'occupancy.due',
  text: `select partner_id as "partnerId", gym_id as "gymId" from gym_occupancy
    where ${IS_DUE} order by recount_at limit 100`,
};
/** No other transaction opens or ends a visit there until this one ends: the count that follows is complete. */
export const LOCK_DUE = {
  name: 'occupancy.lock-due',
  text: `select inside, counted_at is null or ${IS_WIPED} as "isFirst" from gym_occupancy
    where partner_id = $1 and gym_id = $2 and ${IS_DUE} for update skip locked`,
};
export const RECOUNT = {
  name: 'occupancy.recount',
  text: `update gym_occupancy set inside = ${openVisits('$1', '$2')}, counted_at = clock_timestamp(),
      recount_at = clock_timestamp() + interval '14 minutes'
    where partner_id = $1 and gym_id = $2 returning inside`,
};

const IS_NEARLY_FULL = `coalesce(inside * 100 >= capacity::bigint * warn_at_percent, false)`;

export const CROSSING = {
  name: 'occupancy.crossing',
  text: `select partner_id as "partnerId", gym_id as "gymId" from gym_occupancy
    where is_nearly_full <> ${IS_NEARLY_FULL} limit 100`,
};
/** Once for all replicas. */
export const CROSS = {
  name: 'occupancy.cross',
  text: `update gym_occupancy set is_nearly_full = ${IS_NEARLY_FULL}
    where partner_id = $1 and gym_id = $2 and is_nearly_full <> ${IS_NEARLY_FULL}
    returning is_nearly_full as "isNearlyFull", inside, capacity`,
};

/** What the door judges by; of a gym without a capacity its open visits. */
export const READ = {
  name: 'occupancy.read',
  text: `select coalesce(o.inside, ${openVisits('$1', '$2')}) as inside, o.capacity, clock_timestamp() as at
    from (select) one left join gym_occupancy o on o.partner_id = $1 and o.gym_id = $2`,
};
