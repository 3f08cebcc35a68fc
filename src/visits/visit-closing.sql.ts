import { insertEventsSql } from '../event-webhooks/index.js';
import { visitClosesAfterSql } from '../partners/index.js';
import { moveOccupancySql } from './occupancy.sql.js';
import { closeVisitsSql, lockPresenceSql } from './presence.sql.js';

/** Gyms with a visit that is open for too long: one pass over the open visits, however many have ended. */
export const PLACES = {
  name: 'visit-closing.places',
  text: `select o.partner_id as "partnerId", o.gym_id as "gymId"
    from (select v.partner_id, v.gym_id, min(v.entered_at) as longest from visits v
      where v.left_at is null group by v.partner_id, v.gym_id) o
    cross join lateral (${visitClosesAfterSql('o.partner_id', 'o.gym_id')}) g
    where o.longest <= statement_timestamp() - g.closes_after`,
};

/**
 * Ends what is due at one gym, with one event. It locks the same rows in the same order as scans do, so that a scan
 * comes before or after it; what a scan or another replica has ended meanwhile is not ended again. `moved_at` stays: no
 * person entered or left, so a scan that waited for the lock has lost no race. The locked rows are counted, so that all
 * are locked first, and not joined: the planner would compare each with each.
 */
export const CLOSE = {
  name: 'visit-closing.close',
  text: `with due as materialized (
      select v.partner_id, v.id as visit_id, v.customer_id
      from visits v cross join lateral (${visitClosesAfterSql('v.partner_id', 'v.gym_id')}) g
      where v.partner_id = $1 and v.gym_id = $2 and v.left_at is null
        and v.entered_at <= statement_timestamp() - g.closes_after
    ), locked as materialized (${lockPresenceSql('due')}),
    closing as materialized (
      select d.partner_id, d.visit_id as closed_visit_id, clock_timestamp() as at
      from due d where (select count(*) from locked) >= 0
    ), closed as (${closeVisitsSql('closing')}),
    gone as (
      update presence p set visit_id = null, visit_gym_id = null, visit_source = null, entered_at = null
      from closed c
      where p.partner_id = c.partner_id and p.customer_id = c.customer_id and p.visit_id = c.id
    ), gone_from as (
      select c.partner_id, $2::bigint as gym_id, -count(*)::int as people from closed c
      where (c.partner_id, c.customer_id) not in (
        select l.partner_id, l.customer_id from locked l where l.awaited_gym_id = $2)
      group by c.partner_id
    ), fewer as (${moveOccupancySql('gone_from')}),
    new_event as (
      select $1::uuid as partner_id, gen_random_uuid() as event_id, 'AUTOMATIC_CUSTOMER_CHECKOUT' as type,
        $2::bigint as entity_id, $2::bigint as gym_id, max(c.left_at) as occurred_at,
        json_build_object('checkouts', json_agg(json_build_object('customerId', c.customer_id,
          'checkoutTime', to_char(c.left_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
          order by c.customer_id)) as content, null::text as traceparent
      from closed c having count(*) > 0
    ), published as (${insertEventsSql('new_event')})
    select count(*)::int as closed from closed`,
};
