/**
 * Fragments for composed statements. A scan locks the customer's one `presence` row: what it reads there
 * is the newest committed state, even when the statement waited for another scan.
 */

/**
 * The locked rows of the customers in `source (partner_id, customer_id)`, locked in customer order so that two
 * batches cannot wait for each other. Row by row: a join would make the planner read every row that there is.
 */
export const lockPresenceSql = (source: string): string => `
  select p.* from (
    select distinct s.partner_id, s.customer_id from ${source} s
    where s.customer_id is not null order by s.customer_id
  ) wanted cross join lateral (
    select v.* from presence v
    where v.partner_id = wanted.partner_id and v.customer_id = wanted.customer_id for update
  ) p`;

/** The same rows as they stood when the statement began: a difference means that another scan was first. */
export const seenPresenceSql = (partner: string, customer: string): string => `
  select v.moved_at from presence v where v.partner_id = ${partner} and v.customer_id = ${customer} limit 1`;

/**
 * Writes what accepted scans did. `source` has a row per customer: partner_id, customer_id, action
 * (ENTER, TAKE_OVER, LEAVE, PASS), visit_id, gym_id, consumes, at, and the scan itself: device_id, value_hash,
 * nonce, way (IN or OUT), provisional.
 */
export const movePresenceSql = (source: string): string => `
  update presence p set
    visit_id = case s.action when 'ENTER' then s.visit_id when 'LEAVE' then null else p.visit_id end,
    visit_gym_id = case s.action when 'ENTER' then s.gym_id when 'LEAVE' then null else p.visit_gym_id end,
    visit_source = case s.action when 'LEAVE' then null when 'PASS' then p.visit_source else 'GATE' end,
    entered_at = case s.action when 'ENTER' then s.at when 'LEAVE' then null else p.entered_at end,
    codes_used_until = case when s.consumes then s.at else p.codes_used_until end,
    moved_at = case s.action when 'PASS' then p.moved_at else s.at end,
    last_device_id = s.device_id, last_value_hash = s.value_hash, last_nonce = s.nonce, last_scan_at = s.at,
    last_visit_id = s.visit_id, last_direction = s.way, last_provisional = s.provisional
  from ${source} s
  where p.partner_id = s.partner_id and p.customer_id = s.customer_id
  returning p.customer_id`;

/** New visits of `source (partner_id, visit_id, customer_id, gym_id, at)`. */
export const openVisitsSql = (source: string): string => `
  insert into visits (partner_id, id, customer_id, gym_id, source, entered_at)
  select s.partner_id, s.visit_id, s.customer_id, s.gym_id, 'GATE', s.at from ${source} s
  returning id`;

/** Visits of `source (partner_id, visit_id, customer_id, gym_id, at, left_at)` that are over by now. */
export const pastVisitsSql = (source: string): string => `
  insert into visits (partner_id, id, customer_id, gym_id, source, entered_at, left_at)
  select s.partner_id, s.visit_id, s.customer_id, s.gym_id, 'GATE', s.at, s.left_at from ${source} s
  returning id`;

/**
 * Ends the visits of `source (partner_id, closed_visit_id, at)`; returns those that were open until now. Found by their
 * key alone: while there are no statistics the planner may prefer the index of open visits, which reads all of them.
 */
export const closeVisitsSql = (source: string): string => `
  update visits v set left_at = s.at
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
