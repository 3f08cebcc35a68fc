/** Deletes old bodies; an event that was not handled by then never is. `now()` lets the planner skip partitions. */
export const CLEAR_BODIES = {
  name: 'inbox.clear-bodies',
  text: `update wellhub_events set payload = null, person = null,
      state = case when state in ('RECEIVED', 'PARKED') then 'DEAD' else state end,
      reason = case when state in ('RECEIVED', 'PARKED') then 'body-cleared' else reason end
    where (partner_id, id, received_at) in (
      select partner_id, id, received_at from wellhub_events
      where received_at < now() - make_interval(days => $1)
        and received_at > now() - make_interval(days => $1 + $2) and payload is not null
      limit $3 for update skip locked)
    returning 1`,
};
