import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { placeXidSql } from '../../platform/database/feed-places.sql.js';
import { Partitions } from '../../platform/database/partition-keeper.js';
import type { StoredEvent } from './signed-delivery.js';
import { wantsSql } from './wanted-events.js';

/** Whole days of UTC that events are kept beyond the current one (30 days, `architecture.md`). */
const KEPT_DAYS = 31;

/** How many events one batch dispatches. */
export const DISPATCHED_AT_ONCE = 200;

/** An event in the feed, with its place there. */
export type FeedEvent = StoredEvent & { xid: string; no: number; createdAtMs: number };

/** An event with what its envelope leaves out. */
export type KeptEvent = StoredEvent & { readonly gymId: number | null; readonly createdAt: Date };

interface Dispatched {
  readonly events: number;
  readonly deliveries: number;
}

// One statement: an event is marked if and only if its deliveries exist, and only one worker gets it.
const DISPATCH = {
  name: 'events.dispatch',
  text: `with claimed as (
      select partner_id, id, created_at, type, gym_id from events
      where dispatched_at is null order by created_at limit ${DISPATCHED_AT_ONCE} for update skip locked),
    queued as (
      insert into webhook_deliveries (partner_id, subscription_id, event_id, event_created_at)
      select e.partner_id, s.id, e.id, e.created_at from claimed e
      join webhook_subscriptions s on s.partner_id = e.partner_id
      where s.state = 'ACTIVE' and s.deleted_at is null and ${wantsSql('s', 'e')}
      returning id),
    dispatched as (
      update events e set dispatched_at = clock_timestamp() from claimed c
      where e.partner_id = c.partner_id and e.id = c.id and e.created_at = c.created_at)
    select (select count(*)::int from claimed) as events, (select count(*)::int from queued) as deliveries`,
};

/** Since when the oldest event waits for its deliveries. */
export const UNDISPATCHED_SINCE_SQL = `select created_at from events where dispatched_at is null order by created_at limit 1`;

// The next page of the replay that waits longest. Events that are not dispatched yet are left to the dispatcher.
const REPLAY_SOME = {
  name: 'events.replay-some',
  text: `with turn as (
      select * from webhook_subscriptions where replay_from is not null
      order by replay_from limit 1 for update skip locked),
    page as (
      select e.* from turn s cross join lateral (
        select id, created_at, type, gym_id, dispatched_at, change_xid, change_no from events
        where partner_id = s.partner_id and created_at between s.replay_from and s.replay_until
          and (change_xid, change_no) > (s.replay_xid, s.replay_no)
        order by change_xid, change_no limit 1000) e),
    queued as (
      insert into webhook_deliveries (partner_id, subscription_id, event_id, event_created_at)
      select s.partner_id, s.id, e.id, e.created_at from turn s cross join page e
      where s.state = 'ACTIVE' and s.deleted_at is null
        and e.dispatched_at is not null and e.type <> 'TEST' and ${wantsSql('s', 'e')}),
    last as (select change_xid, change_no from page order by change_xid desc, change_no desc limit 1)
    update webhook_subscriptions w
    set replay_from = case when l.change_no is not null then w.replay_from end,
        replay_xid = l.change_xid, replay_no = l.change_no
    from turn t left join last l on true where w.partner_id = t.partner_id and w.id = t.id
    returning w.id`,
};

/** What `StoredEvent` needs beside the id, for statements of this room that join `events e`. */
export const eventColumnsSql = `e.type, e.entity_id as "entityId", e.content,
  floor(extract(epoch from e.occurred_at) * 1000)::bigint as "occurredAtMs"`;

const FEED = {
  name: 'events.feed',
  // Transactions below the snapshot's xmin have ended, so nothing can appear any more behind what is shown.
  text: `select e.id, ${eventColumnsSql}, change_xid::text as xid, change_no as no,
      floor(extract(epoch from created_at) * 1000)::bigint as "createdAtMs"
    from events e where partner_id = $1
      and (change_xid, change_no) > (${placeXidSql('$2::text::xid8', '$3::bigint')}, $3::bigint)
      and change_xid < pg_snapshot_xmin(pg_current_snapshot())
    order by change_xid, change_no limit $4`,
};

const RECENT = {
  name: 'events.recent',
  text: `select e.id, ${eventColumnsSql}, change_xid::text as xid, change_no as no,
      floor(extract(epoch from created_at) * 1000)::bigint as "createdAtMs"
    from events e where partner_id = $1 and ($2::text is null or type = $2)
      and ($3::text is null or (change_xid, change_no) < ($3::text::xid8, $4::bigint))
    order by change_xid desc, change_no desc limit $5`,
};

const FIND_EVENT = {
  name: 'events.find',
  text: `select e.id, ${eventColumnsSql}, gym_id as "gymId", created_at as "createdAt"
    from events e where partner_id = $1 and id = $2`,
};

const TIMES = {
  name: 'events.times',
  text: `select clock_timestamp() as now,
    date_trunc('day', clock_timestamp() - interval '${KEPT_DAYS} days', 'UTC') as "keptSince"`,
};

/** A position in the feed: after this transaction and change number. */
export interface FeedPosition {
  readonly xid: string;
  readonly no: number;
}

/** The outbox and feed table. */
@Injectable()
export class EventsRepository {
  constructor(
    private readonly db: Database,
    partitions: Partitions,
  ) {
    partitions.declare({ data: 'events', table: 'events', unit: 'day', ahead: 3, keep: KEPT_DAYS });
  }

  /** Queues deliveries for events that have none yet. @returns how many events it did, and how many it queued */
  async dispatch(): Promise<Dispatched> {
    const [row] = await this.db.query<Dispatched & object>(DISPATCH, []);
    return row ?? { events: 0, deliveries: 0 };
  }

  /** Queues a page of one replay. @returns 0 when no replay is left */
  async replaySome(): Promise<number> {
    return (await this.db.query(REPLAY_SOME, [])).length;
  }

  /** Events after a place of the feed, in its order. */
  async feed(partnerId: string, { xid, no }: FeedPosition, limit: number): Promise<FeedEvent[]> {
    return this.db.query<FeedEvent>(FEED, [partnerId, xid, no, limit]);
  }

  /** The latest ones first, before a place. For people: one that commits late may appear behind what was shown. */
  async recent(
    partnerId: string,
    {
      type,
      before,
    }: { readonly type?: string | undefined; readonly before?: FeedPosition | undefined },
    limit: number,
  ): Promise<FeedEvent[]> {
    const place = [before?.xid ?? null, before?.no ?? null];
    return this.db.query<FeedEvent>(RECENT, [partnerId, type ?? null, ...place, limit]);
  }

  async find(partnerId: string, id: string): Promise<KeptEvent | undefined> {
    return (await this.db.query<KeptEvent & object>(FIND_EVENT, [partnerId, id]))[0];
  }

  /** The database's time, and since when events are kept. */
  async times(): Promise<{ now: Date; keptSince: Date }> {
    const [row] = await this.db.query<{ now: Date; keptSince: Date }>(TIMES, []);
    if (!row) throw new Error('the database returned no time');
    return row;
  }
}
