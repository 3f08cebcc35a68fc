/**
 * Fragments for statistics. `periods` is a relation `partner_id`, `gym_id`, `time_zone`, `starts_at`, `ends_at`. Rows
 * are counted by slots of time that are short enough for every zone, so that few of them are put into local days.
 */

/** `time_zone`, `slot`, `n`: visits by when they began. */
export const visitFiguresSql = (periods: string): string => `
  select p.time_zone, date_bin('15 minutes', v.entered_at, timestamptz 'epoch') as slot, count(*)::int as n
  from ${periods} p join visits v on v.partner_id = p.partner_id and v.gym_id = p.gym_id
    and v.entered_at >= p.starts_at and v.entered_at < p.ends_at
  group by 1, 2`;

/** No visit is longer than a day. */
const LONGEST = `interval '1 day'`;

/**
 * `time_zone`, `slot`, `n`: for each gym and hour how many visits were open at some moment of it; no hours to come. The
 * sum of all that began by its end, without those that ended before it.
 */
export const insideFiguresSql = (periods: string): string => `
  select time_zone, slot, n from (
    select p.time_zone, p.starts_at, s.slot,
      (sum(coalesce(d.n, 0)) over (partition by p.gym_id order by s.slot))::int as n
    from ${periods} p
      cross join lateral generate_series(p.starts_at - ${LONGEST},
        least(p.ends_at, clock_timestamp()) - interval '1 microsecond', interval '1 hour') s (slot)
      left join (
        select p.gym_id, change.slot, sum(change.n) as n
        from ${periods} p join visits v on v.partner_id = p.partner_id and v.gym_id = p.gym_id
            and v.entered_at >= p.starts_at - ${LONGEST} and v.entered_at < p.ends_at
          cross join lateral (values (date_bin('1 hour', v.entered_at, p.starts_at), 1),
            (date_bin('1 hour', v.left_at, p.starts_at) + interval '1 hour', -1)) change (slot, n)
        where change.slot is not null
        group by 1, 2) d on d.gym_id = p.gym_id and d.slot = s.slot) counted
  where slot >= starts_at`;

/**
 * `gym_id`, `ago`, `n`: the visits that were open at the end of each period, or are now. `periods` has a column `ago`.
 * `offset 0` makes the planner look each gym up and not read every visit that there ever was.
 */
export const insideAtSql = (periods: string): string => `
  select p.gym_id, p.ago, count(*)::int as n
  from (select p.*, least(p.ends_at, now()) as at from ${periods} p) p
    cross join lateral (
      select v.left_at from visits v where v.partner_id = p.partner_id and v.gym_id = p.gym_id
        and v.entered_at >= p.at - ${LONGEST} and v.entered_at <= p.at offset 0) v
  where coalesce(v.left_at > p.at, true)
  group by 1, 2`;
