/**
 * Fragments for composed statements. A scan locks the customer's one `presence` row: what it reads there
 * is the newest committed state, even when the statement waited for another scan.
 */

/** Columns by their names: aggregates over the rows of `s` that share a lock. */
export type GroupColumns = Readonly<Record<string, string>>;
export const groupColumns = (more: GroupColumns): string =>
  Object.entries(more)
    .map(([name, aggregate]) => `, ${aggregate} as ${name}`)
    .join('');
export const groupNames = (more: GroupColumns): string =>
  Object.keys(more)
    .map((name) => `, wanted.${name}`)
    .join('');

/**
 * The locked rows of the customers in `source (partner_id, customer_id)`, locked in customer order so that two
 * batches cannot wait for each other. Row by row: a join would make the planner read every row that there is.
 * @param more columns about the rows of `source` that are of one customer
 */
export const lockPresenceSql = (source: string, more: GroupColumns = {}): string => `
  select p.*${groupNames(more)} from (
    select s.partner_id, s.customer_id${groupColumns(more)} from ${source} s
    where s.customer_id is not null group by s.partner_id, s.customer_id order by s.customer_id
  ) wanted cross join lateral (
    select v.* from presence v
    where v.partner_id = wanted.partner_id and v.customer_id = wanted.customer_id for update
  ) p`;

/** The row of one customer, not locked; none before the first visit. */
export const presenceSql = (partner: string, customer: string): string => `
  select v.* from presence v where v.partner_id = ${partner} and v.customer_id = ${customer}`;

/** The same rows as they stood when the statement began: a difference means that another scan was first. */
export const seenPresenceSql = (partner: string, customer: string): string => `
  select v.moved_at from presence v where v.partner_id = ${partner} and v.customer_id = ${customer} limit 1`;

/**
 * Writes what accepted scans did. `source` has a row per customer: partner_id, customer_id, action
 * (ENTER, TAKE_OVER, LEAVE, PASS, WAIT), visit_id, gym_id, consumes, at, and the scan itself: device_id, value_hash,
 * nonce, way (IN or OUT), provisional.
 */
export const movePresenceSql = (source: string): string => `
  update presence p set
    visit_id = case s.action when 'ENTER' then s.visit_id when 'LEAVE' then null else p.visit_id end,
    visit_gym_id = case s.action when 'ENTER' then s.gym_id when 'LEAVE' then null else p.visit_gym_id end,
    visit_source = case when s.action = 'LEAVE' then null when s.action in ('PASS', 'WAIT') then p.visit_source
      else 'GATE' end,
    entered_at = case s.action when 'ENTER' then s.at when 'LEAVE' then null else p.entered_at end,
    codes_used_until = case when s.consumes then s.at else p.codes_used_until end,
    awaited_gym_id = case when s.action = 'WAIT' and s.way = 'IN' then s.gym_id end,
    moved_at = case s.action when 'PASS' then p.moved_at else s.at end,
    last_device_id = s.device_id, last_value_hash = s.value_hash, last_nonce = s.nonce, last_scan_at = s.at,
    last_visit_id = s.visit_id, last_direction = s.way, last_provisional = s.provisional
  from ${source} s
  where p.partner_id = s.partner_id and p.customer_id = s.customer_id
  returning p.customer_id`;

/**
 * How passages ended, of `source`, which has a row per customer: partner_id, customer_id, passage, now; and for those
 * whose visit begins or ends with it action (ENTER, TAKE_OVER, LEAVE, PASS), visit_id, gym_id, at.
 */
export const endPassageOfPresenceSql = (source: string): string => `
  update presence p set
    visit_id = case s.action when 'ENTER' then s.visit_id when 'LEAVE' then null else p.visit_id end,
    visit_gym_id = case s.action when 'ENTER' then s.gym_id when 'LEAVE' then null else p.visit_gym_id end,
    visit_source = case when s.action in ('ENTER', 'TAKE_OVER') then 'GATE' when s.action = 'LEAVE' then null
      else p.visit_source end,
    entered_at = case s.action when 'ENTER' then s.at when 'LEAVE' then null else p.entered_at end,
    moved_at = case when s.action in ('ENTER', 'TAKE_OVER', 'LEAVE') then greatest(p.moved_at, s.at) else p.moved_at end,
    awaited_gym_id = null, last_visit_id = coalesce(s.visit_id, p.last_visit_id),
    gave_up_at = case when s.passage = 'GAVE_UP' then s.now end
  from ${source} s
  where p.partner_id = s.partner_id and p.customer_id = s.customer_id`;

/** True when the person gave up to pass this door a while ago and has been at no door since: they try the same way again. */
export const goesAgainSql = (presence: string, scan: string): string => `
  coalesce(${presence}.gave_up_at >= ${presence}.last_scan_at and ${presence}.last_device_id = ${scan}.device_id
    and ${scan}.scanned_at < ${presence}.gave_up_at + interval '15 minutes', false)`;

/** New visits of `source (partner_id, visit_id, customer_id, gym_id, at)`. */
export const openVisitsSql = (source: string, passage = 'null'): string => `
  insert into visits (partner_id, id, customer_id, gym_id, source, entered_at, passage)
  select s.partner_id, s.visit_id, s.customer_id, s.gym_id, 'GATE', s.at, ${passage} from ${source} s
  returning id`;

/** Shows on the visits of `source (partner_id, visit_id, passage)` how their last passage ended. */
export const markPassageSql = (source: string): string => `
  update visits v set passage = s.passage
  from ${source} s
  where v.partner_id = s.partner_id and v.id = s.visit_id`;

/** Visits of `source (partner_id, visit_id, customer_id, gym_id, at, left_at)` that are over by now. */
export const pastVisitsSql = (source: string): string => `
  insert into visits (partner_id, id, customer_id, gym_id, source, entered_at, left_at)
  select s.partner_id, s.visit_id, s.customer_id, s.gym_id, 'GATE', s.at, s.left_at from ${source} s
  returning id`;

/**
 * Ends the visits of `source (partner_id, closed_visit_id, at)`; returns those that were open until now. Found by their
 * key alone: while there are no statistics the planner may prefer the index of open visits, which reads all of them.
 */
export const closeVisitsSql = (source: string, passage = 'v.passage'): string => `
  update visits v set left_at = s.at, passage = ${passage}
  from ${source} s
  where v.partner_id = s.partner_id and v.id = s.closed_visit_id and (v.left_at is null) is not false
  returning v.partner_id, v.id, v.customer_id, v.left_at`;

/** When a door last opened for the customer, and which way: `at`, `direction`. One row, or none. */
export const lastPassSql = (partner: string, customer: string): string => `
  select v.last_scan_at as at, v.last_direction as direction from presence v
  where v.partner_id = ${partner} and v.customer_id = ${customer} limit 1`;

/** True when a door let the customer into this gym, and none out again. */
export const insideSql = (partner: string, customer: string, gym: string): string => `
  exists (select from presence v where v.partner_id = ${partner} and v.customer_id = ${customer}
    and v.visit_gym_id = ${gym} and v.visit_source <> 'DESK')`;
