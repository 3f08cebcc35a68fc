import { storedTimeZonesSql } from '../partners/index.js';

/** What the database makes of zones: whether it knows each, and how far each is from UTC now and in half a year. */
export const ZONES = `
  with stored as materialized (${storedTimeZonesSql}),
    asked as (select zone from stored union select unnest($1::text[])),
    known as materialized (select a.zone, a.zone in (select zone from stored) as "isUsed", is_time_zone(a.zone) as "isKnown"
      from asked a)
  select zone, "isUsed", "isKnown",
    (select array_agg(case when "isKnown"
        then (extract(epoch from (t at time zone zone) - (t at time zone 'UTC')) / 60)::int end order by t)
      from unnest($2::timestamptz[]) t) as minutes
  from known`;
