import { wantsSql } from '../events/wanted-events.js';

/** Boolean SQL: does a subscription want the new event `e`? One index look-up; most partners have few or none. */
const isWantedSql = (e: string): string => `exists (
  select from webhook_subscriptions s
  where s.partner_id = ${e}.partner_id and s.state = 'ACTIVE' and s.deleted_at is null and ${wantsSql('s', e)})`;

/**
 * For statements that write events together with other rows: an `insert` that takes them from `source`, a
 * relation with partner_id uuid, event_id uuid, type text, entity_id bigint, gym_id bigint,
 * occurred_at timestamptz, content json, traceparent text. What no subscription wants is stored as dispatched: it is in the feed, and its
 * row is not written a second time. Returns `waits` for each: true when the dispatcher has to make deliveries. Call
 * `Outbox.wake` for those once they are committed: only `add` does so by itself.
 */
export const insertEventsSql = (source: string): string =>
  `insert into events (partner_id, id, type, entity_id, gym_id, occurred_at, content, traceparent, dispatched_at)
   select n.partner_id, n.event_id, n.type, n.entity_id, n.gym_id, n.occurred_at, n.content,
     n.traceparent,
     case when not ${isWantedSql('n')} then clock_timestamp() end
   from ${source} n
   returning dispatched_at is null as waits`;

export const ADD = {
  name: 'events.add',
  text: `with added as (${insertEventsSql(`(
      select e.partner_id, e.event_id, e.type, e.entity_id, e.gym_id,
        coalesce(e.occurred_at, clock_timestamp()) as occurred_at, e.content, e.traceparent
      from unnest($1::uuid[], $2::uuid[], $3::text[], $4::bigint[], $5::bigint[], $6::timestamptz[], $7::json[],
          $8::text[]) as e(partner_id, event_id, type, entity_id, gym_id, occurred_at, content, traceparent))`)})
    select from added where waits limit 1`,
};
