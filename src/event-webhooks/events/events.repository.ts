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

// One statement: an event is marked if and only if its deliveries exist, and only one worker gets it. The rows are locked,
// so each conflicts with itself and is updated in its own partition (ADR 0045).
const DISPATCH = {
  name: 'events.dispatch',
  text: `with claimed as (
      select * from events
      where dispatched_at is null order by created_at limit ${DISPATCHED_AT_ONCE} for update skip locked),
    queued as (
      insert into webhook_deliveries (partner_id, subscription_id, event_id, event_created_at)
      select e.partner_id, s.id, e.id, e.created_at from claimed e
      join webhook_subscriptions s on s.partner_id = e.partner_id
      where s.state = 'ACTIVE' and s.deleted_at is null and ${wantsSql('s', 'e')}
      returning id),
    dispatched as (
      insert into events (partner_id, id, created_at, type, entity_id, occurred_at, change_no, change_xid)
      select partner_id, id, created_at, type, entity_id, occurred_at, change_no, change_xid from claimed
      on conflict (partner_id, id, created_at) do update set dispatched_at = clock_timestamp())
    select (select count(*)::int from claimed) as events, (select count(*)::int from queued) as deliveries`,
};

/** Since when the oldest event waits for its deliveries. */
export const UNDISPATCHED_SINCE_SQL = `select created_at from events where dispatched_at is null order by created_at limit 1`;

/** A replay in progress. Its times and transaction are text, because a Date would lose their microseconds. */
interface Replay {
  readonly partnerId: string;
  readonly id: string;
  readonly from: string;
  readonly until: string;
  readonly xid: string;
  readonly no: string;
}

/** The replay that waits longest. */
const NEXT_REPLAY = {
  name: 'events.next-replay',
  text: `select partner_id as "partnerId", id, replay_from::text as "from", replay_until::text as "until",
      replay_xid::text as "xid", replay_no::text as "no"
    from webhook_subscriptions where replay_from is not null order by replay_from limit 1`,
};

// Its next page; only while no other replica has moved it on. Events that are not dispatched yet are left to the dispatcher.
const REPLAY_SOME = {
  name: 'events.replay-some',
  text: `with page as materialized (
      select id, created_at, type, gym_id, dispatched_at, change_xid, change_no from events
      where partner_id = $1 and created_at between $3::text::timestamptz and $4::text::timestamptz
        and (change_xid, change_no) > ($5::text::xid8, $6::bigint)
      order by change_xid, change_no limit 1000),
    last as (select change_xid, change_no from page order by change_xid desc, change_no desc limit 1),
    moved as (
      update webhook_subscriptions w
      set replay_from = case when l.change_no is not null then w.replay_from end,
          replay_xid = l.change_xid, replay_no = l.change_no
      from (select 1) one left join last l on true
      where w.partner_id = $1 and w.id = $2 and w.replay_from = $3::text::timestamptz
        and w.replay_until = $4::text::timestamptz and w.replay_xid = $5::text::xid8 and w.replay_no = $6::bigint
      returning w.*),
    queued as (
      insert into webhook_deliveries (partner_id, subscription_id, event_id, event_created_at)
      select s.partner_id, s.id, e.id, e.created_at from moved s cross join page e
      where s.state = 'ACTIVE' and s.deleted_at is null
        and e.dispatched_at is not null and e.type <> 'TEST' and ${wantsSql('s', 'e')})
    select id from moved`,
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

/** Behind every transaction that has ended; those under way come after it. */
const END = {
  name: 'events.end',
  text: `select (pg_snapshot_xmin(pg_current_snapshot())::text::numeric - 1)::text as xid, ${Number.MAX_SAFE_INTEGER}::bigint as no`,
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

  /** Queues a page of one replay. @returns 0 when no replay is left, or another replica moved it on meanwhile */
  async replaySome(): Promise<number> {
    const [replay] = await this.db.query<Replay & object>(NEXT_REPLAY, []);
    if (!replay) return 0;
    const { partnerId, id, from, until, xid, no } = replay;
    return (await this.db.query(REPLAY_SOME, [partnerId, id, from, until, xid, no])).length;
  }

  /** Events after a place of the feed, in its order. */
  async feed(partnerId: string, { xid, no }: FeedPosition, limit: number): Promise<FeedEvent[]> {
    return this.db.query<FeedEvent>(FEED, [partnerId, xid, no, limit]);
  }

  async end(): Promise<FeedPosition> {
    const [row] = await this.db.query<{ xid: string; no: string }>(END, []);
    if (!row) throw new Error('the database returned no place');
    return { xid: row.xid, no: Number(row.no) };
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
