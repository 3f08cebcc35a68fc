/** $1 tables, $2 for each the name of the partition of now: names sort as their times do. */
export const PARTITIONS_AHEAD = `select plan.name as "table",
    (select count(*) from pg_inherits i join pg_class c on c.oid = i.inhrelid
      where i.inhparent = to_regclass(plan.name) and c.relname::text collate "C" > plan.current)::float8 as partitions_ahead
  from unnest($1::text[], $2::text[]) as plan (name, current)`;
