export const SHARE_COUNTS = {
  name: 'rate-limits.share',
  text: `
    insert into rate_limits as known (minute, counter, used)
    select to_timestamp($1 * 60), ours.counter, ours.used from unnest($2::text[], $3::int[]) as ours(counter, used)
    order by ours.counter
    on conflict (minute, counter) do update set used = known.used + excluded.used
    returning counter, used, extract(epoch from clock_timestamp())::float8 * 1000 as now`,
};
