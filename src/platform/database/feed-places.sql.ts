/**
 * The transaction id that a place in a feed counts as here. A place from before a restore into another cluster keeps
 * what is behind it: its rows stand at `restored_xid` now, in the order of their numbers. One that is ahead of every id of this
 * cluster comes from a time that was not restored: what is new is shown, whatever its number.
 */
export const placeXidSql = (xid: string, no: string): string => `(
  select case when ${xid} > pg_snapshot_xmax(pg_current_snapshot())
      or ${xid} >= k.restored_xid and ${no} <= k.restored_no then k.restored_xid else ${xid} end
  from database_cluster k)`;
