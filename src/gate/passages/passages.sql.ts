/** Fragments for the gate statement, at devices that report turns. */

/** A passage that a grant may still belong to: longer than any device waits. */
const RECENT = `interval '10 minutes'`;
/** One for each way, and some that ended between two looks. */
const MOST_WAITING = 4;

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
 * Where the visit was counted already the way back is a passage of its own. Those of the person are looked up first: else
 * the planner may read all that wait anywhere.
 */
export const replacePassagesSql = (source: string): string => `
  update gate_passages g set state = 'REPLACED', ended_at = s.at
  from ${source} s cross join lateral (
    select w.partner_id, w.id from gate_passages w
    where w.partner_id = s.partner_id and w.customer_id = s.customer_id and w.granted_at > s.at - ${RECENT}
      and (w.state = 'WAITING') is true
    order by w.granted_at desc limit ${MOST_WAITING}) w
  where g.partner_id = w.partner_id and g.id = w.id and (g.state = 'WAITING') is true
    and (g.way = s.way or not g.counted)`;

/** How the passage ended, as a scalar; null while nothing is known. */
export const passageStateSql = (partner: string, passage: string): string => `
  (select g.state from gate_passages g where g.partner_id = ${partner} and g.id = ${passage})`;
