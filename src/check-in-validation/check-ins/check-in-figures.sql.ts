import { lossReasonSql } from './loss-reason.sql.js';

const OPEN = `when c.deadline_step > 0 or c.overdue then 'AT_RISK' else 'WAITING'`;

/**
 * For statistics: two keys, `result`, `n`, of check-ins by when Wellhub made them. `periods` is a relation `p` of
 * `partner_id`, `gym_id`, `starts_at`, `ends_at`; `keys` makes two columns of it and of the time of a check-in. An event is
 * at most a day older than its receipt, and what was spooled comes later: what the index can skip. `offset 0` makes the
 * planner look each gym up: of a partner that has most of the check-ins it would read all that there ever were.
 */
const figuresSql = (periods: string, keys: (at: string) => string, result: string): string => `
  select ${keys('c.event_at')}, ${result} as result, count(*)::int as n
  from ${periods} p cross join lateral (
    select * from check_ins c where c.partner_id = p.partner_id and c.gym_id = p.gym_id
      and c.received_at >= p.starts_at - interval '2 days' and c.received_at < p.ends_at + interval '4 days'
      and c.event_at >= p.starts_at and c.event_at < p.ends_at
    offset 0) c
  where not c.probe or c.state = 'VALIDATED'
  group by 1, 2, 3`;

/** `result` is PAID, WAITING, AT_RISK (half of its time has passed), or the state that it was lost in. */
export const checkInFiguresSql = (periods: string, keys: (at: string) => string): string =>
  figuresSql(
    periods,
    keys,
    `case when c.state = 'VALIDATED' then 'PAID' when c.state <> 'PENDING' then c.state ${OPEN} end`,
  );

/** The same with the reason of each loss as `result`. */
export const moneyFiguresSql = (periods: string, keys: (at: string) => string): string =>
  figuresSql(
    periods,
    keys,
    `case when c.state = 'VALIDATED' then 'PAID' when c.state <> 'PENDING' then ${lossReasonSql('c')} ${OPEN} end`,
  );

/** `gym_id`, `at`: when the first of a gym's waiting check-ins would be lost. */
export const soonestDeadlineSql = (periods: string): string => `
  select c.gym_id, min(c.expires_at) as at
  from ${periods} p join check_ins c on c.partner_id = p.partner_id and c.gym_id = p.gym_id
  where c.state = 'PENDING' and not c.probe and c.expires_at > clock_timestamp()
  group by 1`;

/**
 * `gym_id`, `state`, `at`: whether Wellhub answers about a gym, and when its last webhook about a check-in came. As
 * CREDENTIALS_REFUSED, as UNREACHABLE when a check-in waits about which it gave no answer, else as OK.
 */
export const wellhubHealthSql = (periods: string): string => `
  select p.gym_id, case
      when exists (select from wellhub_pauses w where w.partner_id = p.partner_id and w.gym_id = p.gym_id)
        then 'CREDENTIALS_REFUSED'
      when exists (select from check_ins c
        where c.partner_id = p.partner_id and c.gym_id = p.gym_id and c.state = 'PENDING' and not c.probe
          and (c.unanswered or c.last_status >= 500)) then 'UNREACHABLE'
      else 'OK' end as state,
    (select c.webhook_at from check_ins c
      where c.partner_id = p.partner_id and c.gym_id = p.gym_id and c.webhook_at is not null
        and c.received_at > now() - interval '30 days'
      order by c.received_at desc limit 1) as at
  from ${periods} p`;
