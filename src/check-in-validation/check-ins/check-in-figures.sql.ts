/**
 * For statistics: `time_zone`, `slot`, `result`, `n`, of check-ins by when Wellhub made them. `result` is PAID, WAITING,
 * AT_RISK (half of its time has passed), or the state that it was lost in. `periods` is a relation `partner_id`,
 * `gym_id`, `time_zone`, `starts_at`, `ends_at`. An event is at most a day older than its receipt, and what was spooled
 * comes later: what the index can skip.
 */
export const checkInFiguresSql = (periods: string): string => `
  select p.time_zone, date_bin('15 minutes', c.event_at, timestamptz 'epoch') as slot,
    case when c.state = 'VALIDATED' then 'PAID' when c.state <> 'PENDING' then c.state
      when c.deadline_step > 0 or c.overdue then 'AT_RISK' else 'WAITING' end as result,
    count(*)::int as n
  from ${periods} p join check_ins c on c.partner_id = p.partner_id and c.gym_id = p.gym_id
    and c.received_at >= p.starts_at - interval '2 days' and c.received_at < p.ends_at + interval '4 days'
    and c.event_at >= p.starts_at and c.event_at < p.ends_at
  where not c.probe or c.state = 'VALIDATED'
  group by 1, 2, 3`;
