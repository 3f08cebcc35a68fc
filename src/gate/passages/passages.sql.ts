/** Fragments for the gate statement, at devices that report turns. */

/** A passage that a grant may still belong to: longer than any device waits. */
const RECENT = `interval '10 minutes'`;

/**
 * New passages of `source (partner_id, passage_id, device_id, gym_id, customer_id, way, at, turn_seconds, counts_later,
 * visit_id, pending_id, provisional, traceparent, used_check_in_id, used_pass_id)`.
 */
export const openPassagesSql = (source: string): string => `
  insert into gate_passages (partner_id, id, device_id, gym_id, customer_id, way, granted_at, waits_until, counted, visit_id,
    check_in_id, provisional, traceparent, used_check_in_id, used_pass_id)
  select s.partner_id, s.passage_id, s.device_id, s.gym_id, s.customer_id, s.way, s.at,
    s.at + make_interval(secs => s.turn_seconds), not s.counts_later, s.visit_id,
    case when s.counts_later and s.way = 'IN' then s.pending_id end, s.provisional, s.traceparent,
    case when s.counts_later then s.used_check_in_id end, case when s.counts_later then s.used_pass_id end
  from ${source} s`;

/**
 * The person of `source (partner_id, customer_id, way, at)` is at a door again: one passage of theirs waits at most.
 * Where the visit was counted already the way back is a passage of its own.
 */
export const replacePassagesSql = (source: string): string => `
  update gate_passages g set state = 'REPLACED', ended_at = s.at
  from ${source} s
  where g.partner_id = s.partner_id and g.customer_id = s.customer_id and g.granted_at > s.at - ${RECENT}
    and g.state = 'WAITING' and (g.way = s.way or not g.counted)`;

/** The passage that was granted at that moment, as a scalar. */
export const passageOfGrantSql = (row: string): string => `
  (select g.id from gate_passages g where g.partner_id = ${row}.partner_id and g.customer_id = ${row}.customer_id
    and g.granted_at = ${row}.last_scan_at and g.device_id = ${row}.device_id limit 1)`;

/** The device opened again for passages of `source (partner_id, passage_id, turn_seconds)`: they wait again. */
export const waitAgainSql = (source: string): string => `
  update gate_passages g set state = 'WAITING', ended_at = null,
    waits_until = clock_timestamp() + make_interval(secs => s.turn_seconds)
  from ${source} s
  where g.partner_id = s.partner_id and g.id = s.passage_id and g.state in ('GAVE_UP', 'UNCONFIRMED')`;

/** How the passage ended, as a scalar; null while nothing is known. */
export const passageStateSql = (partner: string, passage: string): string => `
  (select g.state from gate_passages g where g.partner_id = ${partner} and g.id = ${passage})`;
