import { Injectable } from '@nestjs/common';
import { customerForEntrySql, survivorIdSql } from '../customers/index.js';
import { eventsAfterSql } from '../event-webhooks/index.js';
import { usagePartnersSql } from '../partners/index.js';
import { Database } from '../platform/database/database.js';
import { canceledSinceSql } from '../user-registration/index.js';

const FEED_POSITION = { xid: 't.feed_xid', no: 't.feed_no' };
const PARTNERS_AT_ONCE = 100;
const EVENTS_AT_ONCE = 500;

/** A new partner's events are read from the first. */
const BEGIN = {
  name: 'usage-feeds.begin',
  text: `insert into usage_senders (partner_id) select p.partner_id from (${usagePartnersSql}) p
    where not exists (select from usage_senders s where s.partner_id = p.partner_id)
    on conflict do nothing`,
};

/** Locked by itself: the statement after it sees every event that the reader before has not seen. */
const LOCK = {
  name: 'usage-feeds.lock',
  text: `select partner_id as id from usage_senders
    where looked_at <= statement_timestamp() - interval '300 ms'
    order by looked_at limit ${PARTNERS_AT_ONCE} for update skip locked`,
};

/** Since when the partner that is read next has waited. */
export const FEED_READ_AT_SQL = `select min(looked_at) from usage_senders where looked_at > '-infinity'`;

const VISITOR = customerForEntrySql('n.partner_id', survivorIdSql('n.partner_id', 'n.entity_id'));

/**
 * A visit counts for a customer with an active gpw link, or with one at the time of the visit; that of a profile which
 * was merged meanwhile is the survivor's. A cancellation brings the next sending forward (W-25). The positions move on
 * in the same transaction, so nothing is claimed twice.
 */
const CLAIM = {
  name: 'usage-feeds.claim',
  text: `with locked as (select * from usage_senders where partner_id = any($1::uuid[])),
    unread as (
      select e.* from locked t
      cross join lateral (${eventsAfterSql('t.partner_id', FEED_POSITION, EVENTS_AT_ONCE)}) e),
    made as (
      insert into usage_events
        (partner_id, gpw_id, customer_id, event_type, occurred_at, source, source_event_id, environment)
      select n.partner_id, c.gpw_id, c.id, p.visit_event_type, n.occurred_at, 'VISIT', n.id, p.environment
      from unread n
      join (${usagePartnersSql}) p on p.partner_id = n.partner_id
        and p.from_visits and p.visit_event_type is not null
      cross join lateral (${VISITOR}) c
      where n.type = 'CUSTOMER_CHECKIN' and c.gpw_id is not null
        and (c.gpw_active or n.occurred_at <= ${canceledSinceSql('n.partner_id', 'c.gpw_id')})
      order by n.occurred_at
      on conflict (partner_id, source_event_id) where source_event_id is not null do nothing),
    last as (
      select distinct on (partner_id) partner_id, change_xid, change_no from unread
      order by partner_id, change_xid desc, change_no desc),
    canceled as (select distinct partner_id from unread where type = 'WELLHUB_USER_CANCELED'),
    moved as (
      update usage_senders s set looked_at = clock_timestamp(),
        feed_xid = coalesce(l.change_xid, s.feed_xid), feed_no = coalesce(l.change_no, s.feed_no),
        next_attempt_at = case when c.partner_id is null then s.next_attempt_at
          else greatest(s.not_before, least(s.next_attempt_at, clock_timestamp())) end
      from locked t left join last l on l.partner_id = t.partner_id
        left join canceled c on c.partner_id = t.partner_id
      where s.partner_id = t.partner_id)
    select count(*)::int as seen from unread`,
};

/** How far each partner's events were read for visits and cancellations. */
@Injectable()
export class FeedsRepository {
  constructor(private readonly db: Database) {}

  /** Makes usage events of the visits that are not claimed yet. @returns how many rows of the feed it read */
  async claim(): Promise<number> {
    await this.db.query(BEGIN, []);
    return this.db.transaction(async (tx) => {
      const locked = await tx.query<{ id: string }>(LOCK, []);
      if (locked.length === 0) return 0;
      const [row] = await tx.query<{ seen: number }>(CLAIM, [locked.map(({ id }) => id)]);
      return row?.seen ?? 0;
    });
  }
}
