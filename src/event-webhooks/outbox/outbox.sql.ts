/**
 * For statements that write events together with other rows: an `insert` that takes them from `source`, a
 * relation with partner_id uuid, event_id uuid, type text, entity_id bigint, gym_id bigint,
 * occurred_at timestamptz, content json. Call `Outbox.wake` once it is committed: only `add` does so by itself.
 */
export const insertEventsSql = (source: string): string =>
  `insert into events (partner_id, id, type, entity_id, gym_id, occurred_at, content)
   select partner_id, event_id, type, entity_id, gym_id, occurred_at, content from ${source}`;

export const ADD = {
  name: 'events.add',
  text: insertEventsSql(
    `(select e.partner_id, e.event_id, e.type, e.entity_id, e.gym_id,
             coalesce(e.occurred_at, clock_timestamp()) as occurred_at, e.content
      from unnest($1::uuid[], $2::uuid[], $3::text[], $4::bigint[], $5::bigint[], $6::timestamptz[], $7::json[])
        as e(partner_id, event_id, type, entity_id, gym_id, occurred_at, content)) new_events`,
  ),
};
