/**
 * Deletes old bodies; an event that was not handled by then never is. `now()` lets the planner skip partitions. The rows
 * are locked, so each conflicts with itself and is updated in its own partition (ADR 0045).
 */
export const CLEAR_BODIES = {
  name: 'inbox.clear-bodies',
  text: `with old as (
      select partner_id, id, received_at, environment, type, state from wellhub_events
      where received_at < now() - make_interval(days => $1)
        and received_at > now() - make_interval(days => $1 + $2) and payload is not null
      limit $3 for update skip locked)
    insert into wellhub_events as e (partner_id, id, received_at, environment, type, state)
    select partner_id, id, received_at, environment, type, state from old
    on conflict (partner_id, id, received_at) do update set payload = null, person = null,
      state = case when e.state in ('RECEIVED', 'PARKED') then 'DEAD' else e.state end,
      reason = case when e.state in ('RECEIVED', 'PARKED') then 'body-cleared' else e.reason end
    returning 1`,
};
