import { placeXidSql } from '../../platform/database/feed-places.sql.js';

/**
 * A page of a partner's events after a place (`xid` of type xid8, `no`), oldest transaction first: rows of `events`.
 * For rooms that claim events: a reader that continues from the last row misses none that commits late, because
 * transactions below the snapshot's xmin have ended and nothing can appear any more behind what is shown.
 * Around a restore into another cluster events may come again: a reader that must not repeat its work recognises them by their id.
 */
export const eventsAfterSql = (
  partner: string,
  { xid, no }: { readonly xid: string; readonly no: string },
  limit: number,
): string => `
  select e.* from events e
  where e.partner_id = ${partner}
    and (e.change_xid, e.change_no) > (${placeXidSql(xid, no)}, ${no})
    and e.change_xid < pg_snapshot_xmin(pg_current_snapshot())
  order by e.change_xid, e.change_no limit ${limit}`;
